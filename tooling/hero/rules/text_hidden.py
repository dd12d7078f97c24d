"""Texts hold no characters that nobody sees.

Some characters have no form: they turn the order of letters around, hide words from people that
programs read, or make two equal words unequal. Most come along unasked when text is copied out of
a chat or a document. What languages and emoji need to be written stays. So many marks over one
letter that they cover the lines around it are no writing either.

Policies are held to the same: a name stands on many pages. A text of nothing else has no words at
all, and a link by that name could not be seen.

**Instead:** remove them. Typing the words anew is the surest way.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Route, Severity, dotted
from hero.registry.registry import Registry
from hero.rules.finder import Finder, governing, looked_at
from hero.rules.rule import rule_id
from hero.rules.unseen import Kind, blank, named, unseen

GROUP = "Text"
RULE = rule_id(__name__)

_KINDS: dict[Kind, tuple[Severity, str, str]] = {
    "control": (Severity.ERROR, "a control character", "control characters"),
    "direction": (
        Severity.ERROR,
        "a character that turns the direction of text around",
        "characters that turn the direction of text around",
    ),
    "invisible": (Severity.WARNING, "an invisible character", "invisible characters"),
    "piled": (Severity.ERROR, "a mark over other marks", "marks piled over one letter"),
    "private": (
        Severity.WARNING,
        "a character without an agreed form",
        "characters without an agreed form",
    ),
}


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text and kind of character in it."""
    for finder, _, route, text in looked_at(registry, "odd"):
        yield from _in_text(finder, route, text)
    for finder, route, text in governing(registry):
        yield from _in_text(finder, route, text)


def _in_text(finder: Finder, route: Route, text: str) -> Iterator[Diagnostic]:
    found: dict[Kind, list[int]] = {}
    for at, kind in unseen(text):
        found.setdefault(kind, []).append(at)
    if found and blank(text):
        yield Diagnostic(
            RULE,
            f"`{dotted(route)}` holds nothing that can be seen: {named(text.strip()[0])}",
            finder.place(route, text, 0, len(text)),
            help=("write at least one word there",),
        )
        return
    for kind, places in found.items():
        yield _diagnostic(finder, route, text, kind, places)


def _diagnostic(
    finder: Finder, route: Route, text: str, kind: Kind, places: list[int]
) -> Diagnostic:
    severity, one, many = _KINDS[kind]
    first, count = places[0], len(places)
    what = one if count == 1 else f"{count:,} {many}"
    pieces = [(at, at + 1, "") for at in places[:1000]]
    return Diagnostic(
        RULE,
        f"`{dotted(route)}` holds {what}: {named(text[first])}",
        finder.place(route, text, first, first + 1),
        help=(
            "remove it: set the cursor behind it and press backspace, or type the words anew"
            if count == 1
            else "remove them: type the words anew, or paste them as plain text",
        ),
        severity=severity,
        # What has no form says nothing; what turns or commands a text may have been meant.
        fix=finder.fix(route, text, pieces, "remove what is invisible", kind == "invisible"),
    )
