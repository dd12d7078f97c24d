"""Links between the pages of a table: few on each page, and each page is near each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.site.table import Cut


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
