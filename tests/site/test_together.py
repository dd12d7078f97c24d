"""What is made in one go: everything once, what shares much together, what takes long first."""

from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from hero.registry.registry import Registry
from hero.rules import RULES
from hero.site import address
from hero.site.idea import idea_page
from hero.site.pages import makers
from hero.site.pieces import Pieces
from hero.site.pulse.page import charts
from hero.site.together import GOES, IDEAS, of_all, together
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.site.memory import EDITION

WINDOW = Window(Registry.read(Folder(Path(__file__).parents[2])), EDITION, RULES)
SITE = "https://example.org/x/"
EVERY = makers(WINDOW, SITE)
FIRST = next(iter(WINDOW.registry.ideas))


def test_everything_is_made_once() -> None:
    parts = together(EVERY)
    assert Counter(map(id, (make for part in parts for make in part))) == Counter(map(id, EVERY))
    assert all(parts)


def test_what_tells_of_all_ideas_comes_before_the_ideas_own_pages() -> None:
    flat = [make for part in together(EVERY) for make in part]
    many = len(of_all(EVERY))
    assert {id(make) for make in flat[:many]} == {id(make) for make in of_all(EVERY)}
    # The others are all that goes when no idea's own pages are asked for.
    assert len(makers(WINDOW, SITE, only=())) == many


def test_the_charts_are_made_where_their_page_is() -> None:
    paths = {make().path for make in together(EVERY)[0]}
    numbers = {address.pulse_data(chart.id) for chart in charts(WINDOW)}
    assert {"pulse/index.html", "scorecard/index.html"} | numbers <= paths


def test_all_of_an_idea_is_made_in_one_go() -> None:
    last = together(makers(WINDOW, SITE, only=(FIRST,)))[-1]
    paths = {make().path for make in last}
    assert paths == {
        f"ideas/{FIRST}.html",
        f"api/v1/ideas/{FIRST}.json",
        f"feeds/ideas/{FIRST}.xml",
        f"feeds/ideas/{FIRST}.json",
        f"badges/{FIRST}.svg",
    }


@pytest.mark.parametrize("count", [1, IDEAS, IDEAS * GOES, IDEAS * GOES + 1, 30_000])
def test_there_are_never_too_many_goes(count: int) -> None:
    pieces = Pieces(WINDOW, "../")
    goes = together([partial(idea_page, pieces, f"idea-{number}") for number in range(count)])
    assert len(goes) <= GOES
    assert sum(map(len, goes)) == count
    assert max(map(len, goes)) <= max(IDEAS, -(-count // GOES))
