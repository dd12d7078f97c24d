"""What of a stranger's could do something in a file for programs, by the kind of file."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from icalendar import Calendar

from tests.hostile.reading import Reading, strange

BASE = "https://site.example/hero/"
_ATOM = "{http://www.w3.org/2005/Atom}"
_ATOM_PARTS = {
    f"{_ATOM}{name}"
    for name in (
        *("feed", "title", "subtitle", "link", "id", "updated", "published", "rights"),
        *("author", "name", "entry", "summary", "category"),
    )
}
_SVG = {f"{{http://www.w3.org/2000/svg}}{name}" for name in ("svg", "title", "rect", "g", "text")}
_SVG_TAKES = set(
    "width height role aria-label x y fill text-anchor font-family font-size".split()  # noqa: SIM905
)
_EVENT = set("UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION URL TRANSP".split())  # noqa: SIM905
_FORMULA = re.compile(r"\s*[=+@\uff1d\uff0b\uff0d\uff20-]")
_COMMANDS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_META = re.compile(r'<meta property="(og:[a-z_]+)" content="([^"]*)">')


def atom(raw: bytes) -> Iterator[str]:
    """An element that no feed of ours has, a link that leads away, HTML that does something."""
    for each in ET.fromstring(raw).iter():  # noqa: S314 (because: it was made here)
        if each.tag not in _ATOM_PARTS:
            yield each.tag
        if each.tag == f"{_ATOM}link" and not each.get("href", "").startswith(BASE):
            yield f"leads to {each.get('href')}"
        if each.tag == f"{_ATOM}summary" and each.get("type") == "html":
            yield from strange(each.text or "")


def json_feed(raw: bytes) -> Iterator[str]:
    """A link that leads away, or a text that is told to be HTML."""
    held = json.loads(raw)
    links = [held["home_page_url"], held["feed_url"], *(each["url"] for each in held["items"])]
    yield from (each for each in links if not each.startswith(BASE))
    yield from (key for each in held["items"] for key in each if "html" in key)


def data(raw: bytes) -> Iterator[str]:
    """Bytes that are no JSON raise; what a lone half of a character is, is no text."""
    json.loads(raw)
    yield from re.findall(r"\\ud[89a-f]..(?!\\ud)", raw.decode().lower())


def table(raw: bytes) -> Iterator[str]:
    """A cell that a spreadsheet would run, or a row that tears the table. Numbers are numbers."""
    rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    yield from (str(row) for row in rows if len(row) != len(rows[0]))
    for cell in (cell for row in rows for cell in row):
        if _FORMULA.match(cell) and not re.fullmatch(r"-\d+(\.\d+)?", cell):
            yield cell


def calendar(raw: bytes) -> Iterator[str]:
    """A part or a property that no calendar of ours has, or a link that leads away."""
    made = Calendar.from_ical(raw)
    for part in made.subcomponents:
        yield from ([str(part.name)] if part.name != "VEVENT" else set(part) - _EVENT)
        if not str(part["URL"]).startswith(BASE):
            yield str(part["URL"])
    yield from _COMMANDS.findall(raw.decode())


def drawing(raw: bytes) -> Iterator[str]:
    """An element or an attribute that no badge of ours has."""
    for each in ET.fromstring(raw).iter():  # noqa: S314 (because: it was made here)
        yield from ({each.tag} - _SVG) | (set(each.attrib) - _SVG_TAKES)


def page(raw: bytes) -> Iterator[str]:
    """What others show of a page: an address that leads away, or a title that is another's."""
    text = raw.decode()
    said, read = dict(_META.findall(text)), Reading(text)
    known = [h.get("href") or "" for tag, h in read.elements if h.get("rel") == "canonical"]
    if not known and not said:
        return  # What is shown for a missing page has no address.
    if len(known) != 1 or not known[0].startswith(BASE):
        yield f"canonical: {known}"
    if said.get("og:url") != known[0] or set(said) - _SHOWN:
        yield f"shown: {said}"


_SHOWN = {"og:type", "og:site_name", "og:title", "og:description", "og:url"}
#: Every kind of file that is made of ideas: where it is, and what may not be in it.
KINDS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "feeds/**/*.xml": atom,
    "feeds/**/*.json": json_feed,
    "api/**/*.json": data,
    "search/*.json": data,
    "api/**/*.csv": table,
    "pulse/*.csv": table,
    "calendar.ics": calendar,
    "badges/**/*.svg": drawing,
    "**/*.html": page,
}


def odd(site: Path, kind: str) -> Iterator[str]:
    """What does not belong there, in all files of a kind. Raises AssertionError for no file."""
    files = [path for path in site.glob(kind) if path.is_file()]
    assert files, kind
    for file in files:
        yield from (f"{file.relative_to(site)}: {each}" for each in KINDS[kind](file.read_bytes()))
