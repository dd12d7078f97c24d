"""What is wrong with a pull, as its comment says it: where, what, and what to write instead."""

import html
from collections.abc import Iterator
from itertools import takewhile
from urllib.parse import quote

from hero.reconcile.inert import fenced, said
from hero.reconcile.reading import Reading
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.fix import suggestion
from hero.registry.registry import POLICY_BYTES
from hero.registry.secrets import masked
from hero.registry.source import SourceRefused

#: So many are shown in the comment; the check has all of them at their lines.
SHOWN = 12
#: A suggestion longer than this helps nobody in a comment, nor do more words on one thing.
LINES, CODE, WORDS = 15, 1_500, 600


def worth_telling(reading: Reading) -> tuple[Diagnostic, ...]:
    """The diagnostics that are worth telling: of a pull that was seen in part, none is sure."""
    return reading.found if reading.pull.whole else ()


def remarks(reading: Reading) -> Iterator[str]:
    """Blocks of Markdown, the gravest diagnostics first."""
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    found = sorted(worth_telling(reading), key=lambda each: (order[each.severity], each.key))
    for each in found[:SHOWN]:
        offer = _mended(reading, each)
        yield _one(reading, each, offer)
        if offer:
            yield offer
    if len(found) > SHOWN:
        more = len(found) - SHOWN
        yield f"<p>And {more} more: the check below this pull has each at its line.</p>"


def _one(reading: Reading, diagnostic: Diagnostic, offer: str) -> str:
    """Where and what; then what would mend it: the very lines if they are known, or in words."""
    where = _where(reading, diagnostic)
    if diagnostic.severity is not Severity.ERROR:
        where += " (advice)"
    told = f"<p>{where}: {_cut(diagnostic.message)}{_page(reading, diagnostic)}</p>"
    return told + "".join(_helps(diagnostic, offered=bool(offer)))


def _helps(diagnostic: Diagnostic, offered: bool) -> Iterator[str]:
    """What helps: words as a list; lines after words that end in a colon as they are to be typed.

    Lines that are `offered` right below take the place of such lines.
    """
    words = list(takewhile(lambda line: not line.endswith(":"), diagnostic.help))
    lead, *code = diagnostic.help[len(words) :] or ("",)
    if words:
        yield f"<ul>{''.join(f'<li>{_cut(line)}</li>' for line in words)}</ul>"
    if offered:
        sure = diagnostic.fix is not None and diagnostic.fix.safe
        yield f"<p>{'Write this instead' if sure else 'If this is what you mean, write'}:</p>"
    elif lead:
        yield f"<p>{_cut(lead)}</p>"
        yield f"<pre>{'&#10;'.join(map(_cut, code))}</pre>" if code else ""


def _where(reading: Reading, diagnostic: Diagnostic) -> str:
    """The file and the line, which lead to it as the pull has it."""
    place, pull = diagnostic.place, reading.pull
    line = f", line {place.span.line}" if place.span else ""
    where = f"<code>{said(place.path)}</code>{line}"
    if pull.head_repository is None:
        return where
    forge = reading.world.network.forge.rstrip("/")
    address = f"{forge}/{pull.head_repository}/blob/{pull.head}/{quote(place.path)}"
    address += f"#L{place.span.line}" if place.span else ""
    return f'<a href="{html.escape(address)}">{where}</a>'


def _cut(words: str) -> str:
    """Words as HTML, as many as anybody reads in a comment."""
    return said(words if len(words) <= WORDS else f"{words[:WORDS]}…")


def _page(reading: Reading, diagnostic: Diagnostic) -> str:
    site = reading.world.network.site
    if not site:
        return f" <sub>{said(diagnostic.rule)}</sub>"
    address = f"{site.rstrip('/')}/rules/{diagnostic.rule}.html"
    return f' <a href="{said(address)}"><sub>{said(diagnostic.rule)}</sub></a>'


def _mended(reading: Reading, diagnostic: Diagnostic) -> str:
    """The lines that would mend it, where they are known, are few, and hold no secret."""
    fix = diagnostic.fix
    if fix is None or diagnostic.place.secret:
        return ""
    try:
        raw = reading.head.source.read(fix.path, POLICY_BYTES)
    except SourceRefused:
        return ""
    text = suggestion(raw.decode(errors="replace"), fix).replacement
    few = text.count("\n") < LINES and len(text) <= CODE
    return fenced(text, "suggestion") if few and text.strip() and masked(text) == text else ""
