"""A title and a summary are plain words.

They stand in tables, feeds, chats and mails, which show Markdown and HTML as bare marks. A title
is no sentence, so no full stop ends it; and capitals throughout are read as shouting. Backticks
around the name of a command are fine: they read well as they are.

**Instead:** say it without marks. The sections below are Markdown, and there all of it is welcome.
"""

import re
from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.registry import Registry
from hero.rules.finder import Finder
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Text"
RULE = rule_id(__name__)

#: What most lines lack, so that a closer look can be spared.
_HINT = re.compile(r"[*\[<&~#>]|\.\s*\Z|\A[^a-z]*\Z")
_MARKS = (
    (
        "Markdown",
        re.compile(r"\*\*[^\s*][^*]*\*\*|(?<![\w*])\*[^\s*](?:[^*]*[^\s*])?\*(?![\w*])"),
    ),
    ("Markdown", re.compile(r"!?\[[^\[\]]*\]\([^()\s]+\)|~~[^~]+~~|\A\s*(?:#{1,6}|>|[-*+])\s")),
    (
        "HTML",
        re.compile(
            r"</?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p"
            r"|pre|s|script|small|span|strong|style|su[bp]|svg|table|td|tr|u|ul)(?:\s[^<>]*)?/?>"
            r"|&(?:amp|lt|gt|quot|nbsp|apos|#[0-9]{1,7}|#x[0-9a-f]{1,6});",
            re.IGNORECASE,
        ),
    ),
)
_STOP = re.compile(r"(?<![.\s])\.\s*\Z")
#: Words that end in a full stop of their own.
_SHORTENED = re.compile(
    r"(?i)(?:\b(?:etc|vs|inc|ltd|co|corp|e\.g|i\.e|et al|approx|no)|\b[a-z]\.[a-z])\.\s*\Z"
)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each mark in a title or summary."""
    for slug, idea in registry.ideas.items():
        for name, text in (("title", idea.title), ("summary", idea.summary)):
            if text and _HINT.search(text):
                yield from _line(Finder(registry, registry.paths[slug]), name, text)


def _line(finder: Finder, name: str, text: str) -> Iterator[Diagnostic]:
    for kind, shape in _MARKS:
        if match := shape.search(text):
            yield Diagnostic(
                RULE,
                f"the {name} is plain text, and `{match[0][:60]}` is {kind}",
                finder.place((name,), text, match.start(), match.end()),
                (f"say it without the marks; lists would show them as they stand in `{name}`",),
                Severity.WARNING,
            )
    stop = _STOP.search(text) if name == "title" and not _SHORTENED.search(text) else None
    if stop:
        yield Diagnostic(
            RULE,
            "a title ends without a full stop",
            finder.place((name,), text, stop.start(), stop.end()),
            ("remove the full stop",),
            Severity.WARNING,
            fix=finder.fix(
                (name,), text, [(stop.start(), stop.end(), "")], "remove the full stop", True
            ),
        )
    if _shouts(text):
        yield Diagnostic(
            RULE,
            f"the {name} is written in capitals throughout",
            finder.place((name,), text, 0, len(text)),
            (f"begin with one capital: `{shown(text.capitalize())}`",),
            Severity.WARNING,
        )


def _shouts(text: str) -> bool:
    """Are there several words, and all of them in capitals?"""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return len(words) > 2 and text.upper() == text != text.lower() and sum(map(len, words)) > 12
