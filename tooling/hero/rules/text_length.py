"""Titles, summaries and sections say enough, and summaries not too much.

A title of one word cannot be told from its neighbours in a list, and nobody can judge a problem
that is one word long. A summary longer than lists show is cut off in the middle.

**Instead:** one more sentence: who has the problem, and when did it last happen?
"""

import re
from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.summary import LONGEST
from hero.registry.texts import SECTIONS
from hero.rules.rule import rule_id
from hero.rules.template_text import is_template
from hero.rules.wording import shown

GROUP = "Text"
RULE = rule_id(__name__)

#: A text longer than this has more than one word, whatever they are.
_PLENTY = 60
_WORD = re.compile(r"\w+")
#: Scripts that put no blanks between words: one sign may be a whole word.
_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ASKS = {
    "problem": "say what is wrong today, and for whom",
    "proposal": "say what should be done about it",
    "benefit": "say who gains, and how you would notice",
    "first_step": "say what could be done this week, or remove the field",
}


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text that is too short or too long to be of use."""
    for slug, idea in registry.ideas.items():
        yield from _idea(registry.paths[slug], idea)


def _idea(path: str, idea: Idea) -> Iterator[Diagnostic]:
    if len(idea.title) < _PLENTY and _count(idea.title) < 2:
        yield Diagnostic(
            RULE,
            f"the title `{shown(idea.title)}` is one word",
            Place(path, ("title",)),
            ("say what is done to what, as in `Quarantine flaky tests automatically`",),
            Severity.WARNING,
        )
    if idea.summary and len(idea.summary) > LONGEST:
        yield Diagnostic(
            RULE,
            f"the summary has {len(idea.summary)} characters, and lists show {LONGEST}",
            Place(path, ("summary",)),
            ("keep its first sentence; the rest belongs in `proposal`",),
            Severity.WARNING,
        )
    for name in SECTIONS:
        text = getattr(idea, name)
        if text and (len(text) < _PLENTY or text.lstrip().startswith("<!--")):
            yield from _section(path, name, text)


def _section(path: str, name: str, text: str) -> Iterator[Diagnostic]:
    count = _count(_COMMENT.sub("", text))
    if count > 1 or is_template(text):
        return
    what = f"is one word: {shown(text.strip())}" if count else "says nothing that readers can see"
    severity = Severity.WARNING if count else Severity.ERROR
    yield Diagnostic(RULE, f"`{name}` {what}", Place(path, (name,)), (_ASKS[name],), severity)


def _count(text: str) -> int:
    """How many words a text has; two stand for any number."""
    words = _WORD.findall(text)
    return 2 if len(words) == 1 and len(_DENSE.findall(words[0])) > 1 else len(words)
