"""Dates below a picture: few, evenly apart, none twice."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.site.charts.dates import MOST, dates

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@given(DAYS, DAYS)
def test_dates_are_firsts_evenly_apart_and_none_twice(one: dt.date, two: dt.date) -> None:
    first, last = sorted((one, two))
    found = dates(first, last)
    assert 1 <= len(found) <= MOST
    at = [part for part, _, _ in found]
    assert at == sorted(set(at))
    assert all(0 <= part <= 1 for part in at)
    years = [year for _, _, year in found if year]
    assert years == sorted(set(years))
    if len(found) > 2:
        days = [part * (last - first).days for part in at]
        steps = [b - a for a, b in pairwise(days)]
        assert max(steps) - min(steps) <= 5


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ((2026, 11, 9), (2026, 11, 20), ["9 Nov 2026"]),
        ((2026, 9, 9), (2026, 11, 20), ["Oct 2026", "Nov"]),
        ((2025, 1, 1), (2026, 11, 20), ["Jan 2025", "Jul", "Jan 2026", "Jul"]),
        ((2026, 3, 1), (2026, 3, 1), ["1 Mar 2026"]),
    ],
)
def test_dates_by_hand(
    first: tuple[int, int, int], last: tuple[int, int, int], wanted: list[str]
) -> None:
    found = dates(dt.date(*first), dt.date(*last))
    assert [f"{month} {year}".strip() for _, month, year in found] == wanted
