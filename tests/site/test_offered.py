"""What a page offers to whoever follows: its own feed, by a line and in its head."""

import re

import pytest

from hero.site.follow.feeds import feeds
from hero.site.follow.page import follow_page
from hero.site.page import Page
from hero.site.pages import downloads, pages
from hero.site.pieces import Pieces
from hero.site.table import ROWS
from hero.site.window import Window
from tests.site.memory import CHALLENGE, EDITION, IDEA, NETWORK, challenged, registry

SITE = "https://site.example/hero/"
REPEATED = """proposed_on: 2026-09-01
stage: declined
links: {duplicate_of: one}
decisions: [{date: 2026-09-03, from: proposed, to: declined, by: Ann, because: "The same."}]
"""
FOUND = challenged(
    {"one": IDEA + "challenge: quiet\nadvocates: [Ann]\n", "again": IDEA + REPEATED},
    {"quiet": CHALLENGE % ("2026-08-01", "2026-09-09")},
    network=NETWORK.replace("Test Network", '"Net: work"') + f"site: {SITE}\n",
)
MADE = {page.path: page for page in pages(FOUND, EDITION)}
FILES = {each.path: each.content for each in downloads(FOUND, EDITION)}
OWN = {
    "ideas/stage--trying.html": "stage--trying",
    "themes/speed.html": "theme--speed",
    "themes/challenge--quiet.html": "challenge--quiet",
    "people/ann.html": "advocate--ann",
}
LINE = re.compile(r'Follow “[^”]+” in a feed reader: <a href="../([^"]+)".*<a href="../([^"]+)"')


def offered(page: Page) -> tuple[str, str] | None:
    found = LINE.search(page.body)
    return (found[1], found[2]) if found else None


@pytest.mark.parametrize(("path", "name"), OWN.items())
def test_a_page_offers_its_own_feed_by_a_line_and_to_programs(path: str, name: str) -> None:
    page = MADE[path]
    assert page.feed
    assert page.feed.name == name
    assert offered(page) == (f"feeds/{name}.xml", f"feeds/{name}.json")
    assert {f"feeds/{name}.xml", f"feeds/{name}.json"} <= FILES.keys()


def test_an_idea_offers_its_feed_and_its_badge() -> None:
    page = MADE["ideas/one.html"]
    assert page.feed
    assert page.feed.name == "ideas/one"
    links = set(re.findall(r'href="\.\./(feeds/[^"]+)"', page.body))
    assert links == {"feeds/ideas/one.xml", "feeds/ideas/one.json"} <= FILES.keys()
    assert f"[![Stage]({SITE}badges/one.svg)]({SITE}ideas/one.html)" in page.body
    assert "badges/one.svg" in FILES


def test_the_table_of_all_ideas_offers_new_ones_to_programs_and_has_a_view_for_readers() -> None:
    page = MADE["ideas/index.html"]
    assert page.feed
    assert page.feed.name == "new"
    assert offered(page) is None
    assert 'href="../follow/index.html"' in page.body


def test_what_has_no_feed_offers_none() -> None:
    without = {path for path, page in MADE.items() if page.feed is None}
    assert without >= {"people/bea.html", "board/index.html", "rules/index.html"}
    assert MADE.keys() - without - OWN.keys() == {
        "ideas/index.html",
        "ideas/one.html",
        "ideas/again.html",
        *(f"ideas/stage--{stage}.html" for stage in ("proposed", "used", "resting", "declined")),
        "themes/index--.html",
    }
    assert [path for path in without if offered(MADE[path])] == []


def test_a_list_that_goes_on_offers_one_feed_on_all_its_pages() -> None:
    many = registry({f"idea-{number}": IDEA for number in range(ROWS + 1)})
    found = {page.path: page.feed for page in pages(many, EDITION)}
    for first, second in (
        ("themes/speed.html", "themes/speed--page--2.html"),
        ("ideas/index.html", "ideas/page--2.html"),
    ):
        assert found[first] == found[second] is not None


def test_the_follow_page_leads_to_every_feed_by_its_name_and_to_all_else() -> None:
    window = Window(FOUND, EDITION)
    body = follow_page(Pieces(window, "../")).body
    links = set(re.findall(r'href="\.\./([^"]+)"', body))
    every = {f"feeds/{feed.name}.{form}" for feed in feeds(window) for form in ("xml", "json")}
    assert len(every) == 2 * (2 + 5 + 2 + 1 + 1)
    files = {"calendar.ics", "api/v1/ideas.json", "api/v1/ideas.csv", "api/v1/schema.json"}
    assert every | files <= links & FILES.keys()
    names = re.findall(r'<li><a href="[^"]+">([^<]+)</a>: <a [^>]+>Atom</a>', body)
    assert names == [feed.label for feed in feeds(window)]
    assert {"What moved", "Trying", "Speed", "Quiet: nights"} < {*names}
    assert f"<code data-copy>{SITE}calendar.ics</code>" in body
    assert f"]({SITE}ideas/" in body


def test_without_an_address_of_the_site_none_is_there_to_be_copied() -> None:
    found = registry({"one": IDEA})
    for page in pages(found, EDITION):
        assert "[![Stage]" not in page.body
        assert not page.path.startswith("follow/") or "data-copy" not in page.body


def test_a_repeated_idea_says_at_once_where_it_lives_on() -> None:
    first_card = MADE["ideas/again.html"].body.split('<div class="hero-card">')[1]
    assert 'It lives on as <a href="../ideas/one.html">Make it faster</a>.' in first_card
    assert "It lives on" not in MADE["ideas/one.html"].body
    assert MADE["ideas/again.html"].canonical == "ideas/one.html"


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("", None),
        ("proposed_on: 2026-09-01\n", "2026-09-01"),
        (REPEATED.replace("links: {duplicate_of: one}\n", ""), "2026-09-03"),
        (
            REPEATED + "evaluations: [{by: cy, date: 2026-09-09, value: 3, effort: 3,"
            " confidence: 3}]\n",
            "2026-09-09",
        ),
    ],
)
def test_a_page_knows_the_day_of_the_last_that_happened(more: str, day: str | None) -> None:
    made = {page.path: page for page in pages(registry({"one": IDEA, "two": IDEA + more}), EDITION)}
    changed = made["ideas/two.html"].changed
    assert (changed and changed.isoformat()) == day
    assert made["themes/speed.html"].changed is None
