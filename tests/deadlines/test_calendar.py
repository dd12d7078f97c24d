"""Working days, against a count day by day."""

import datetime as dt

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.process.calendar import YEARS, Calendar, calendar
from hero.process.region import countries, is_region, meant, parts

DAY = dt.timedelta(days=1)
REGIONS = st.lists(
    st.sampled_from(["GB-ENG", "SE", "PT", "US-NY", "SA", "CN", "DE-BY"]), max_size=3
)
STARTS = st.dates(dt.date(2019, 1, 1), dt.date(2029, 12, 31))
COUNTS = st.integers(1, 60)


def works(regions: list[str], day: dt.date) -> bool:
    """Straight from the package: a working day wherever it is asked for."""
    if not regions:
        return day.weekday() < 5
    return all(
        holidays.country_holidays(
            region[:2], subdiv=region[3:] or None, years=day.year
        ).is_working_day(day)
        for region in regions
    )


@given(REGIONS, STARTS, COUNTS)
def test_the_day_after_so_many_is_that_of_a_count_by_hand(
    regions: list[str], start: dt.date, count: int
) -> None:
    day, left = start, count
    while left:
        day += DAY
        left -= works(regions, day)
    assert calendar(tuple(regions)).after(start, count) == day


@given(REGIONS, STARTS, COUNTS)
def test_days_after_and_days_between_agree(regions: list[str], start: dt.date, count: int) -> None:
    days = calendar(tuple(regions))
    due = days.after(start, count)
    assert due is not None
    assert due > start
    assert days.is_working(due)
    assert days.between(start, due) == count
    assert days.between(start, due - DAY) == count - 1
    assert days.between(due, start) == 0


@given(REGIONS, STARTS, COUNTS, st.integers(0, 30))
def test_more_days_and_later_starts_never_end_earlier(
    regions: list[str], start: dt.date, count: int, later: int
) -> None:
    days = calendar(tuple(regions))
    due = days.after(start, count)
    assert due is not None
    assert (days.after(start, count + 1) or start) > due
    assert (days.after(start + later * DAY, count) or start) >= due


@given(STARTS, COUNTS, st.permutations(["GB-ENG", "SE", "PT", "no-such-place"]))
def test_neither_the_order_of_regions_nor_unknown_ones_matter(
    start: dt.date, count: int, regions: list[str]
) -> None:
    known = calendar(("PT", "GB-ENG", "SE"))
    assert calendar(tuple(regions)).after(start, count) == known.after(start, count)


@pytest.mark.parametrize(
    ("regions", "start", "count", "due"),
    [
        ((), dt.date(2026, 12, 24), 1, dt.date(2026, 12, 25)),
        (("GB-ENG",), dt.date(2026, 12, 24), 1, dt.date(2026, 12, 29)),
        # Boxing Day is a Saturday in 2026: its substitute is a day off in England, not in Sweden.
        (("SE",), dt.date(2026, 12, 24), 1, dt.date(2026, 12, 28)),
        (("SE", "GB-ENG"), dt.date(2026, 12, 24), 1, dt.date(2026, 12, 29)),
        (("GB-SCT",), dt.date(2026, 11, 27), 1, dt.date(2026, 12, 1)),
        # Friday and Saturday are the weekend there.
        (("SA",), dt.date(2026, 11, 19), 1, dt.date(2026, 11, 22)),
        # A Saturday that people work, for a day off in the week before.
        (("CN",), dt.date(2026, 2, 13), 1, dt.date(2026, 2, 14)),
    ],
)
def test_days_that_people_know(
    regions: tuple[str, ...], start: dt.date, count: int, due: dt.date
) -> None:
    assert calendar(regions).after(start, count) == due


@pytest.mark.parametrize("regions", [(), ("SE",)])
def test_no_calendar_reaches_for_ever(regions: tuple[str, ...]) -> None:
    days = Calendar(regions)
    assert days.after(dt.date(2026, 1, 1), 10**12) is None
    assert days.after(dt.date.max, 1) is None
    assert days.after(dt.date.min, 1) == dt.date(1, 1, 2)
    assert days.between(dt.date.min, dt.date.max) > 2_000_000


def test_every_country_can_be_counted_in() -> None:
    for country in countries():
        assert (
            180 < Calendar((country,)).between(dt.date(2025, 12, 31), dt.date(2026, 12, 31)) < 320
        )
        assert Calendar((country,)).after(dt.date(YEARS[0], 1, 1), 1) is not None


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("uk", "GB"),
        ("Sweden", "SE"),
        ("United Kingdom", "GB"),
        ("gb-england", "GB-ENG"),
        (" PT ", "PT"),
    ],
)
def test_other_spellings_of_a_region_are_understood(said: str, region: str) -> None:
    assert not is_region(said)
    assert meant(said) == region
    assert is_region(region)


@given(st.text(max_size=20))
def test_any_word_is_a_region_or_not(word: str) -> None:
    found = meant(word)
    assert found is None or is_region(found)
    assert not is_region(word) or meant(word) == word


def test_the_parts_of_a_country_are_regions() -> None:
    assert {"GB-ENG", "GB-SCT"} <= set(parts("GB"))
    assert all(map(is_region, parts("GB")))
