"""What is wrong with a pull, as its comment says it: where, what, and what to write instead."""

from collections.abc import Iterable, Iterator

from hero.reconcile.inert import fenced, said
from hero.reconcile.reading import Reading
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.fix import suggestion
from hero.registry.registry import POLICY_BYTES
from hero.registry.secrets import masked
from hero.registry.source import SourceRefused

#: So many are shown in the comment; the check has all of them at their lines.
SHOWN = 12
#: A suggestion longer than this helps nobody in a comment.
LINES = 15


def remarks(reading: Reading) -> Iterator[str]:
    """Blocks of Markdown, the gravest diagnostics first."""
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    found = sorted(reading.found, key=lambda each: (order[each.severity], each.key))
    for each in found[:SHOWN]:
        yield _one(reading, each)
        yield from _mended(reading, each)
    if len(found) > SHOWN:
        more = len(found) - SHOWN
        yield f"<p>And {more} more: the check below this pull has each at its line.</p>"


def _one(reading: Reading, diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    line = f", line {place.span.line}" if place.span else ""
    where = f"<code>{said(place.path)}</code>{line}"
    if diagnostic.severity is not Severity.ERROR:
        where += " (advice)"
    helps = "".join(f"<li>{said(words)}</li>" for words in diagnostic.help)
    listed = f"<ul>{helps}</ul>" if helps else ""
    return f"<p>{where}: {said(diagnostic.message)}{_page(reading, diagnostic)}</p>{listed}"


def _page(reading: Reading, diagnostic: Diagnostic) -> str:
    site = reading.world.network.site
    if not site:
        return f" <sub>{said(diagnostic.rule)}</sub>"
    address = f"{site.rstrip('/')}/rules/{diagnostic.rule}.html"
    return f' <a href="{said(address)}"><sub>{said(diagnostic.rule)}</sub></a>'


def _mended(reading: Reading, diagnostic: Diagnostic) -> Iterable[str]:
    """The lines that would mend it, where that is known and holds no secret."""
    fix = diagnostic.fix
    if fix is None or diagnostic.place.secret:
        return
    try:
        raw = reading.head.source.read(fix.path, POLICY_BYTES)
    except SourceRefused:
        return
    offer = suggestion(raw.decode(errors="replace"), fix)
    if offer.replacement.count("\n") < LINES and masked(offer.replacement) == offer.replacement:
        yield fenced(offer.replacement, "suggestion")
