"""Feeds, the calendar, the table and badges: dated by the event, valid, and inert."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

import pytest
from icalendar import Calendar

from hero.registry.registry import Registry
from hero.site.follow.agenda import agenda, days
from hero.site.follow.badge import badge
from hero.site.follow.downloads import follow_makers
from hero.site.follow.feeds import Feed, atom, entries, feed_of, feeds, json_feed
from hero.site.follow.sheet import COLUMNS, sheet
from hero.site.window import Window
from tests.site.memory import EDITION, IDEA, registry

SITE = "https://example.org/under/here/"
ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|\+00:00)")
MOVED = """
proposed_on: 2026-09-01
stage: trying
advocates: [Ann]
builder: bea
decisions:
  - {date: 2026-09-03, from: proposed, to: trying, by: Ann,
     because: "*Worth* a try, said <b>bea</b>"}
"""
NASTY = '=HYPERLINK("x")</title><script>alert(1)</script>&#0;\u0007'


def window(ideas: dict[str, str] | None = None, **more: str) -> Window:
    return Window(registry(ideas, **more), EDITION)


@pytest.fixture
def two() -> Window:
    other = IDEA.replace("Make it faster", "Second").replace("speed", "index")
    return window({"faster": IDEA + MOVED, "second": other + "proposed_on: 2026-09-02\n"})


def named(found: Window, name: str) -> Feed:
    return next(each for each in feeds(found) if each.name == name)


def told(found: Window, name: str) -> list[tuple[str, str]]:
    return [(str(each.date), each.title) for each in entries(found, named(found, name))]


def test_each_event_is_dated_by_itself_and_the_newest_is_first(two: Window) -> None:
    moved = ("2026-09-03", "Make it faster: Trying")
    first, second = ("2026-09-01", "Make it faster: Proposed"), ("2026-09-02", "Second: Proposed")
    assert told(two, "moves") == [moved]
    assert told(two, "new") == [second, first]
    assert told(two, "stage--trying") == [moved]
    assert told(two, "stage--proposed") == [second, first]
    assert told(two, "theme--speed") == [moved, first]
    assert told(two, "theme--index") == [second]
    assert told(two, "advocate--ann") == [moved, first]


def test_what_is_told_is_plain_and_keeps_its_name(two: Window) -> None:
    newest, oldest = entries(two, feed_of(two, "faster"))
    assert newest.text == "Worth a try, said bea"
    assert newest.page == "ideas/faster.html#decisions"
    assert newest.by == ("Ann",)
    assert newest.id == "tag:github.com,2026-09-03:test-org/ideas/faster/1"
    assert oldest.id == "tag:github.com,2026-09-01:test-org/ideas/faster/proposed"


def check_atom(content: bytes) -> list[ET.Element]:
    """What RFC 4287 demands of a feed and of its entries; its entries."""
    root = ET.fromstring(content)  # noqa: S314 (because: we wrote it)
    assert root.tag == f"{ATOM}feed"
    for of in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            [only] = of.findall(f"{ATOM}{name}")
            assert only.text
        assert RFC3339.fullmatch(of.findtext(f"{ATOM}updated") or "")
        assert of.findall(f"{ATOM}author/{ATOM}name")
        assert any(each.get("rel") == "alternate" for each in of.findall(f"{ATOM}link"))
    held = root.findall(f"{ATOM}entry")
    assert len({each.findtext(f"{ATOM}id") for each in held}) == len(held)
    assert root.find(f"{ATOM}link[@rel='self']") is not None
    return held


def test_atom_is_what_its_standard_demands(two: Window) -> None:
    for feed in feeds(two):
        check_atom(atom(two, SITE, feed).content)
    first, _ = check_atom(atom(two, SITE, feed_of(two, "faster")).content)
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{SITE}ideas/faster.html#decisions"
    assert first.findtext(f"{ATOM}published") == "2026-09-03T00:00:00+00:00"


def test_a_feed_without_entries_stands_at_the_day_of_the_edition() -> None:
    empty = window()
    content = atom(empty, SITE, named(empty, "moves")).content
    assert check_atom(content) == []
    assert b"<updated>2026-11-20T00:00:00+00:00</updated>" in content


def test_the_json_form_says_the_same(two: Window) -> None:
    held = json.loads(json_feed(two, SITE, feed_of(two, "faster")).content)
    assert held["version"] == "https://jsonfeed.org/version/1.1"
    assert held["feed_url"] == f"{SITE}feeds/ideas/faster.json"
    assert [each["id"] for each in held["items"]] == [
        each.id for each in entries(two, feed_of(two, "faster"))
    ]
    assert held["items"][0]["date_published"] == "2026-09-03T00:00:00Z"
    assert held["items"][0]["content_text"] == "Worth a try, said bea"


def test_the_calendar_has_what_lies_ahead_and_names_nobody(two: Window) -> None:
    late = window({"slow": IDEA + "proposed_on: 2026-11-19\n"})
    content = agenda(late, SITE).content
    read = Calendar.from_ical(content)
    [event] = read.walk("VEVENT")
    assert str(event["summary"]) == "first reply: Make it faster"
    assert event.decoded("dtstart").isoformat() == "2026-11-23"
    assert str(event["url"]) == f"{SITE}ideas/slow.html"
    assert b"Ann" not in content
    assert b"bea" not in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert [each.day for each in days(two)] == []


def test_the_table_has_a_row_an_idea_and_no_formula() -> None:
    found = window({"faster": IDEA.replace("Make it faster", "'=1+1'")})
    [head, only] = csv.reader(io.StringIO(sheet(found, SITE).content.decode()))
    assert tuple(head) == COLUMNS
    row = dict(zip(head, only, strict=True))
    assert row["title"] == "'=1+1"
    assert row["page"] == f"{SITE}ideas/faster.html"


def test_a_badge_says_the_stage_in_words_too(two: Window) -> None:
    content = badge(two, "faster").content
    root = ET.fromstring(content)  # noqa: S314 (because: we wrote it)
    assert root.get("aria-label") == "idea: Trying"
    assert b"script" not in content


def every(found: Window) -> Iterable[tuple[str, bytes]]:
    return ((made.path, made.content) for made in (make() for make in follow_makers(found, SITE)))


def test_no_stranger_gets_markup_into_any_of_them() -> None:
    quoted = json.dumps(NASTY.replace("\u0007", ""))
    idea = IDEA.replace("Make it faster", quoted) + MOVED.replace(
        '"*Worth', f'"{"</p><svg>"}*Worth'
    )
    found = window({"faster": idea})
    for path, content in every(found):
        if path.endswith(".xml"):
            check_atom(content)
            assert b"<script" not in content
            assert b"<svg" not in content
        elif path.endswith(".svg"):
            ET.fromstring(content)  # noqa: S314 (because: we wrote it)
        elif path.endswith(".json"):
            json.loads(content)
        elif path.endswith(".ics"):
            assert len(Calendar.from_ical(content).walk("VEVENT")) <= 1


def test_the_same_registry_gives_the_same_bytes(two: Window) -> None:
    again = Window(two.registry, EDITION)
    assert list(every(two)) == list(every(again))
    paths = [path for path, _ in every(two)]
    assert len(paths) == len(set(paths))


def test_the_example_is_valid_in_every_form() -> None:
    from pathlib import Path

    from hero.technology.folder import Folder

    found = Window(Registry.read(Folder(Path(__file__).parents[2])), EDITION)
    for path, content in every(found):
        if path.endswith(".xml"):
            check_atom(content)
