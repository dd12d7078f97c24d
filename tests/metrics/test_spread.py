"""Medians, nine in ten, and what is still open."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.process.flow.spread import HALF, MOST, spread, surviving

DAYS = st.lists(st.integers(0, 50), max_size=30)


@given(DAYS)
def test_a_quantile_is_the_least_that_enough_do_not_exceed(days: list[int]) -> None:
    found = spread(days)
    for value, part in ((found.median, HALF), (found.p90, MOST)):
        enough = [day for day in days if sum(each <= day for each in days) >= part * len(days)]
        assert value == min(enough, default=None)


@given(DAYS, DAYS)
def test_with_open_ones_it_is_what_scipy_finds(done: list[int], open_: list[int]) -> None:
    from scipy.stats import CensoredData, ecdf

    found = spread(done, open_)
    if not done:
        assert found.median_with_open is None
        return
    left = ecdf(CensoredData(done, right=open_)).sf
    for value, part in ((found.median_with_open, HALF), (found.p90_with_open, 1 - MOST)):
        steps = zip(left.quantiles, left.probabilities, strict=True)
        reached = [int(day) for day, still in steps if still <= float(part) + 1e-9]
        assert value == min(reached, default=None)


@given(DAYS)
def test_where_nothing_is_open_both_medians_are_one(days: list[int]) -> None:
    found = spread(days)
    assert found.median == found.median_with_open
    assert found.p90 == found.p90_with_open


@given(DAYS, DAYS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(done: list[int], open_: list[int], chance: object) -> None:
    again = [list(done), list(open_)]
    for each in again:
        chance.shuffle(each)  # type: ignore[attr-defined]  # because: hypothesis hides its Random
    assert spread(done, open_) == spread(*again)


@pytest.mark.parametrize(
    ("done", "open_", "median"),
    [
        # By hand: of ten, five ended on day 1; the others run.
        ([1] * 5, [9] * 5, 1),
        # Four of ten ended: half still runs, and nobody can say for how long.
        ([1] * 4, [9] * 6, None),
        # Those that had run for two days only say nothing of the fifth: 3/4 * 1/2.
        ([1, 5], [2, 9], 5),
    ],
)
def test_an_open_one_counts_as_long_as_it_is_known(
    done: list[int], open_: list[int], median: int | None
) -> None:
    assert surviving(done, open_, Fraction(1, 2)) == median
