"""What the standards demand of feeds and calendars, read without the libraries that write them."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Any

import jsonschema_rs

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|\+00:00)")
#: An IRI with a scheme: what an id has to be (RFC 4287, 4.2.6).
_WHOLE = re.compile(r'[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+')
#: How often each element may stand in a feed and in an entry (RFC 4287, 4.1.1 and 4.1.2).
_ONE, _SOME, _AT_MOST_ONE, _ANY = (1, 1), (1, 99), (0, 1), (0, 99)
_FEED = {
    "id": _ONE, "title": _ONE, "updated": _ONE, "author": _SOME, "link": _SOME,
    "subtitle": _AT_MOST_ONE, "entry": _ANY,
}  # fmt: skip
_ENTRY = {
    "id": _ONE, "title": _ONE, "updated": _ONE, "published": _ONE, "author": _SOME,
    "link": _ONE, "summary": _ONE, "category": _ANY,
}  # fmt: skip

_TEXT = {"type": "string", "minLength": 1}
_ADDRESS = {"type": "string", "format": "uri", "pattern": "^https?://"}
_ITEM = {
    "type": "object",
    "required": ["id", "content_text", "date_published", "title", "authors"],
    "properties": {
        "id": _TEXT,
        "url": _ADDRESS,
        "title": _TEXT,
        "content_text": {"type": "string"},
        "date_published": {"type": "string", "format": "date-time"},
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": ["name"], "properties": {"name": _TEXT}},
        },
        "tags": {"type": "array", "items": _TEXT},
    },
    "additionalProperties": False,
}
#: JSON Feed 1.1 (jsonfeed.org/version/1.1), as far as Hero uses it.
JSON_FEED = jsonschema_rs.validator_for(
    {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["version", "title", "items"],
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"},
            "title": _TEXT,
            "home_page_url": _ADDRESS,
            "feed_url": _ADDRESS,
            "language": {"const": "en"},
            "items": {"type": "array", "items": _ITEM},
        },
        "additionalProperties": False,
    },
    validate_formats=True,
)


def atom(content: bytes) -> list[ET.Element]:
    """Hold a feed against RFC 4287; its entries."""
    root = ET.fromstring(content)  # noqa: S314 (because: we wrote it)
    assert root.tag == f"{ATOM}feed"
    _counted(root, _FEED)
    assert [each.get("rel") for each in root.findall(f"{ATOM}link")] == ["alternate", "self"]
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        _counted(entry, _ENTRY)
        assert (entry.findtext(f"{ATOM}published") or "") <= (
            entry.findtext(f"{ATOM}updated") or ""
        )
    for each in root.iter():
        _sound(each)
    ids, moments = texts(entries, "id"), texts(entries, "updated")
    assert len({*ids}) == len(ids)
    assert moments == sorted(moments, reverse=True)
    assert not entries or root.findtext(f"{ATOM}updated") == moments[0]
    return entries


def texts(entries: Sequence[ET.Element], name: str) -> list[str]:
    """What stands in the first of these elements of each entry."""
    return [entry.findtext(f"{ATOM}{name}") or "" for entry in entries]


def _counted(of: ET.Element, allowed: dict[str, tuple[int, int]]) -> None:
    names = [child.tag.removeprefix(ATOM) for child in of]
    assert {*names} <= allowed.keys()
    for name, (least, most) in allowed.items():
        assert least <= names.count(name) <= most, name


def _sound(each: ET.Element) -> None:
    """One element as RFC 4287 has it, whichever it stands in."""
    name, text = each.tag.removeprefix(ATOM), each.text or ""
    if name in ("updated", "published"):
        assert _MOMENT.fullmatch(text)
    elif name == "id":
        assert _WHOLE.fullmatch(text)
    elif name == "author":
        assert [child.tag for child in each] == [f"{ATOM}name"]
        assert (each[0].text or "").strip()
    elif name == "title":
        assert text.strip()
        assert each.get("type", "text") == "text"
    elif name == "link":
        assert each.get("href")
    elif name == "category":
        assert each.get("term")


def calendar(content: bytes) -> list[dict[str, str]]:
    """Hold a calendar against RFC 5545; its events as their properties, parameters left out."""
    assert content.endswith(b"\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line]
    unfolded = content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")
    assert (unfolded[0], unfolded[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    outer: dict[str, str] = {}
    inside = outer
    for line in unfolded[1:-1]:
        name, colon, value = line.partition(":")
        assert colon
        assert re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[A-Za-z-]+)*", name)
        if line == "BEGIN:VEVENT":
            assert inside is outer
            events.append(inside := {})
        elif line == "END:VEVENT":
            assert inside is not outer
            inside = outer
        else:
            key = name.partition(";")[0]
            assert key not in inside
            inside[key] = value
    assert outer["VERSION"] == "2.0"
    assert outer["PRODID"]
    for event in events:
        _event(event)
    assert len({event["UID"] for event in events}) == len(events)
    return events


def _event(event: dict[str, Any]) -> None:
    """A whole day with a name of its own."""
    assert event.keys() - {"URL"} == {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP",
    }  # fmt: skip
    assert re.fullmatch(r"[a-z0-9.-]+@[A-Za-z0-9._-]+", event["UID"])
    assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
    assert re.fullmatch(r"\d{8}", event["DTSTART"])
    assert event["DTSTART"] < event["DTEND"]
    assert event["SUMMARY"].strip()
