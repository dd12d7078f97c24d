"""Feeds, the calendar, the table and badges: dated by the event, valid, and inert."""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from hero.registry.registry import Registry
from hero.site.follow.downloads import follow_makers
from hero.site.follow.feed import Feed
from hero.site.follow.feeds import atom, entries, feed_of, feeds, json_feed
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.site import formats
from tests.site.memory import CHALLENGE, EDITION, IDEA, challenged, registry

SITE = "https://example.org/under/here/"
ATOM = formats.ATOM
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


@pytest.fixture
def asked() -> Window:
    """An idea that answers a challenge, which is over."""
    idea, days = IDEA + "challenge: quiet\nproposed_on: 2026-09-01\n", ("2026-08-01", "2026-09-09")
    return Window(challenged({"faster": idea}, {"quiet": CHALLENGE % days}), EDITION)


@pytest.fixture(scope="module")
def example() -> Window:
    return Window(Registry.read(Folder(Path(__file__).parents[2])), EDITION)


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


def test_names_are_said_as_they_are_written() -> None:
    title, name = "Use List<T> and __init__, C*D*E", "R&D *first* \u202e"
    text = IDEA.replace("Make it faster", json.dumps(title)) + MOVED
    themes = f"themes: [{{id: speed, name: {json.dumps(name)}, about: X.}}]"
    found = window({"faster": text}, themes=themes)
    assert entries(found, feed_of(found, "faster"))[0].title == f"{title}: Trying"
    assert (
        formats.texts(formats.atom(atom(found, SITE, feed_of(found, "faster")).content), "title")[0]
        == f"{title}: Trying"
    )
    assert feed_of(found, "faster").title == title
    assert named(found, "theme--speed").label == "R&D *first*"


def test_each_feed_is_what_the_standards_demand_and_knows_its_own_address(two: Window) -> None:
    every = (*feeds(two), feed_of(two, "faster"))
    ids = set()
    for feed in every:
        made, other = atom(two, SITE, feed), json_feed(two, SITE, feed)
        held = formats.atom(made.content)
        own, read = ET.fromstring(made.content), json.loads(other.content)  # noqa: S314 (because: we wrote it)
        formats.JSON_FEED.validate(read)
        page, itself = (each.get("href") for each in own.findall(f"{ATOM}link"))
        assert (page, itself) == (SITE + feed.page, SITE + made.path)
        assert (read["home_page_url"], read["feed_url"]) == (SITE + feed.page, SITE + other.path)
        assert [each["id"] for each in read["items"]] == formats.texts(held, "id")
        ids.add(own.findtext(f"{ATOM}id"))
    assert len(ids) == len(every)


def test_an_entry_has_each_of_its_authors() -> None:
    text = IDEA.replace("[bea]", "[bea, cy]") + "proposed_on: 2026-09-01\n"
    found = window({"faster": text})
    [entry] = formats.atom(atom(found, SITE, feed_of(found, "faster")).content)
    assert [each.text for each in entry.findall(f"{ATOM}author/{ATOM}name")] == ["bea", "cy"]


def test_a_challenge_has_a_feed_of_its_answers(asked: Window) -> None:
    assert told(asked, "challenge--quiet") == [("2026-09-01", "Make it faster: Proposed")]


def test_a_feed_without_entries_stands_at_the_day_of_the_edition() -> None:
    empty = window()
    content = atom(empty, SITE, named(empty, "moves")).content
    assert formats.atom(content) == []
    assert b"<updated>2026-11-20T00:00:00+00:00</updated>" in content


def test_the_json_form_says_the_same(two: Window) -> None:
    held = json.loads(json_feed(two, SITE, feed_of(two, "faster")).content)
    assert held["items"][0]["date_published"] == "2026-09-03T00:00:00Z"
    assert held["items"][0]["content_text"] == "Worth a try, said bea"


def test_without_an_address_of_the_site_nothing_leads_astray(two: Window) -> None:
    for feed in (named(two, "moves"), feed_of(two, "faster")):
        made = atom(two, None, feed)
        root = ET.fromstring(made.content)  # noqa: S314 (because: we wrote it)
        assert len(formats.atom(made.content)) > 0
        pages = {feed.page, made.path, "ideas/faster.html", "ideas/faster.html#decisions"}
        assert {
            urljoin(f"{SITE}{made.path}", each.get("href") or "")
            for each in root.iter(f"{ATOM}link")
        } <= {SITE + page for page in pages}
        read = json.loads(json_feed(two, None, feed).content)
        formats.JSON_FEED.validate(read)
        assert not {"feed_url", "home_page_url"} & read.keys()
        assert not [each for each in read["items"] if "url" in each]


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
            formats.atom(content)
            assert b"<script" not in content
            assert b"<svg" not in content
        elif path.endswith(".svg"):
            ET.fromstring(content)  # noqa: S314 (because: we wrote it)
        elif path.endswith(".json"):
            json.loads(content)
        elif path.endswith(".ics"):
            formats.calendar(content)


def test_the_same_registry_gives_the_same_bytes(two: Window) -> None:
    again = Window(two.registry, EDITION)
    assert list(every(two)) == list(every(again))
    paths = [path for path, _ in every(two)]
    assert len(paths) == len(set(paths))


def test_the_example_is_valid_in_every_form(example: Window) -> None:
    kinds = Counter(path.rpartition(".")[2] for path, _ in every(example))
    assert min(kinds[kind] for kind in ("xml", "json", "svg")) >= len(example.registry.ideas)
    for path, content in every(example):
        if path.endswith(".xml"):
            formats.atom(content)
        elif path.endswith(".json"):
            formats.JSON_FEED.validate(json.loads(content))
        elif path.endswith(".svg"):
            ET.fromstring(content)  # noqa: S314 (because: we wrote it)
