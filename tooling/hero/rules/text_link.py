"""Links lead where they say, by https.

An address that begins with `javascript:` or `data:` runs what a stranger wrote, `file:` exists on
one machine only, `//host` borrows its beginning from whatever page it stands on, and in
`https://bank.example@host` the part before the `@` is no host at all. The site drops such links.

**Instead:** write the whole address, `https://` first, without a user or a password in it.
"""

import re
from collections.abc import Iterator
from html import unescape

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Route, Severity
from hero.registry.registry import Registry
from hero.rules.finder import Finder, looked_at
from hero.rules.prose import prose
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Text"
RULE = rule_id(__name__)

SAFE = frozenset({"http", "https", "mailto"})
HARMFUL = frozenset({"javascript", "vbscript", "data", "file", "blob", "filesystem", "livescript"})
#: Where Markdown, and HTML in it, names an address.
_DESTINATIONS = re.compile(
    r"\]\(\s*(<[^<>\n]*>|[^\s)]+)"
    r"|^ {0,3}\[[^\]\n]{1,999}\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<]\S*)"
    r"|<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>"
    r"|\b(?:href|src|action|data)[ \t]{0,9}=[ \t]{0,9}[\"']?([^\s\"'<>]+)",
    re.MULTILINE,
)
_ADDRESS = re.compile(
    r"\bhttps?:[/\\]{2}[^\s/?#<>\"'()\[\]\\@]{0,200}@[A-Za-z0-9-][A-Za-z0-9.-]{0,200}", re.I
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_IGNORED = re.compile(r"[\x00-\x20\x7f]")


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each address that no link should have."""
    for finder, _, route, text in looked_at(registry, "link"):
        if "](" in text or "<" in text or "]:" in text or "@" in text:
            yield from _in_text(finder, route, text)


def _in_text(finder: Finder, route: Route, text: str) -> Iterator[Diagnostic]:
    words = prose(text)
    for match in _DESTINATIONS.finditer(words):
        group = match.lastindex or 0
        said = match[group]
        if fault := _fault(said, in_html=group == 4):
            severity, message = fault
            place = finder.place(route, text, match.start(group), match.end(group))
            yield Diagnostic(RULE, message, place, _HELP, severity)
    for match in _ADDRESS.finditer(words):
        user, _, host = match[0].rpartition("@")
        if ":" in user.partition("//")[2]:
            continue  # With a password in it, it is told of as a secret.
        yield Diagnostic(
            RULE,
            f"this address leads to `{shown(host)}`: before the `@` stands a user, not a host",
            finder.place(route, text, match.start(), match.end()),
            ("remove everything between `//` and `@`, with the `@`",),
        )


_HELP = ("write the whole address, for example `https://example.org/page`",)


def _fault(said: str, in_html: bool) -> tuple[Severity, str] | None:
    """What is wrong with a destination, read as browsers read it."""
    said = unescape(_ESCAPED.sub(r"\1", said.strip("<>")))
    address = _IGNORED.sub("", said).lower()
    if address.startswith(("//", "/\\", "\\\\", "\\/")):
        return Severity.ERROR, f"`{shown(address)}` borrows `https:` from the page it stands on"
    scheme = _SCHEME.match(address)
    if scheme is None or scheme[1] in SAFE:
        return None
    if scheme[1] in HARMFUL:
        return Severity.ERROR, f"a link cannot begin with `{scheme[1]}:`"
    # `[int](key: str)` in a line of code is no link, and would be none on the site either.
    if in_html or not address.startswith("//", scheme.end()):
        return None
    return Severity.WARNING, f"the site makes no link of what begins with `{shown(scheme[1])}:`"
