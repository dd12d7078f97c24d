"""Links between the pages of a table: few on each page, and each page is near each other."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.site.ideas import ideas_page
from hero.site.pieces import Pieces
from hero.site.table import ROWS, Cut
from hero.site.window import Window
from tests.site.memory import EDITION, IDEA, registry


def near(number: int, last: int) -> list[int | None]:
    return Cut((), number, tuple(map(str, range(1, last + 1)))).near


@pytest.mark.parametrize(
    ("number", "last", "wanted"),
    [
        (1, 1, [1]),
        (2, 3, [1, 2, 3]),
        (1, 8, [1, 2, 3, None, 6, None, 8]),
        (34, 67, [1, None, 14, None, 24, None, 29, None, 32, 33, 34, 35, 36, None, 39, None, 44,
                  None, 54, None, 67]),
    ],
)  # fmt: skip
def test_ends_neighbours_and_round_steps(number: int, last: int, wanted: list[int | None]) -> None:
    assert near(number, last) == wanted


@given(st.integers(1, 10**4), st.data())
def test_few_links_lead_everywhere(last: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, last))
    found = near(number, last)
    assert len(found) <= 60
    assert {1, number, last} <= set(found)
    assert {number - 1, number + 1} - {0, last + 1} <= set(found)
    assert (None, None) not in pairwise(found)


@pytest.mark.parametrize(
    ("number", "ways"),
    [
        (1, [("page--2", "next")]),
        (2, [("index", "prev"), ("page--3", "next")]),
        (3, [("page--2", "prev")]),
    ],
)
def test_a_page_says_where_it_is_and_what_is_beside(
    number: int, ways: list[tuple[str, str]]
) -> None:
    window = Window(registry({f"i-{each}": IDEA for each in range(2 * ROWS + 1)}), EDITION)
    body = ideas_page(Pieces(window, "../"), None, number).body
    navs: list[str] = re.findall(r'<nav class="hero-pager".*?</nav>', body, re.DOTALL)
    above, below = navs[0], navs[-1]
    assert len(navs) == 2
    assert body.index(above) < body.index('<table class="hero-ideas"') < body.index(below)
    for nav in (above, below):
        assert re.findall(r'ideas/([a-z0-9-]+)\.html" rel="(\w+)"', nav) == ways
        assert f"Page {number} of 3" in nav
    assert len(set(re.findall(r'aria-label="(Pages[^"]*)"', body))) == 2


def test_one_page_needs_no_links() -> None:
    window = Window(registry({"faster": IDEA}), EDITION)
    assert "hero-pager" not in ideas_page(Pieces(window, "../"), None, 1).body
