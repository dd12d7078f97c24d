"""Leave, midnights and clock changes."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.process.calendar import calendar
from hero.process.workdays import Period, due_on, ends_at, is_past, shared, zone_of
from hero.registry.pipeline import Deadline

DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(2025, 11, 1), dt.date(2026, 4, 30))
LEAVE = st.lists(st.tuples(DAYS, DAYS), max_size=4)
LEAVES = st.lists(LEAVE, max_size=3)


def away(leaves: list[list[Period]], day: dt.date) -> bool:
    """Is everybody away? Nobody is nobody."""
    return bool(leaves) and all(
        any(first <= day <= last for first, last in leave) for leave in leaves
    )


@given(LEAVES, DAYS)
def test_leave_is_shared_where_all_are_away(leaves: list[list[Period]], day: dt.date) -> None:
    found = shared(leaves)
    assert any(first <= day <= last for first, last in found) == away(leaves, day)
    assert all(one[1] < two[0] for one, two in pairwise(found))


@given(DAYS, st.integers(1, 40), LEAVES, st.booleans())
def test_a_deadline_does_not_run_while_all_are_away(
    start: dt.date, count: int, leaves: list[list[Period]], working: bool
) -> None:
    days = calendar(("GB-ENG",))
    named = {"working_days": count} if working else {"days": count}
    deadline = Deadline.model_validate({"what": "it", "waits_on": "advocate"} | named)
    day, left = start, count
    while left:
        day += DAY
        left -= (days.is_working(day) or not working) and not away(leaves, day)
    assert due_on(days, deadline, start, shared(leaves)) == day
    assert day > start


def test_a_deadline_without_days_or_beyond_all_calendars_has_no_date() -> None:
    days = calendar(())
    start = dt.date(2026, 3, 2)
    assert due_on(days, Deadline(what="it", waits_on="advocate"), start) is None
    for name in ("days", "working_days"):
        far = Deadline.model_validate({"what": "it", "waits_on": "advocate", name: 10**15})
        assert due_on(days, far, start) is None
    ever = [(start, dt.date.max)]
    assert due_on(days, Deadline(what="it", waits_on="advocate", days=2), start, ever) is None


ZONES = st.sampled_from(
    ["Europe/London", "America/New_York", "Pacific/Apia", "America/Havana", "Africa/Cairo", "UTC"]
)


@given(st.dates(dt.date(2009, 1, 1), dt.date(2030, 12, 31)), ZONES)
def test_a_day_ends_where_the_next_begins(day: dt.date, zone: str) -> None:
    """An hour before its end it is that day, where that day was at all; at its end it is not."""
    end = ends_at(day, zone).astimezone(dt.UTC)
    here = ZoneInfo(zone)
    before = (end - dt.timedelta(seconds=1)).astimezone(here).date()
    skipped = (zone, day) == ("Pacific/Apia", dt.date(2011, 12, 30))
    assert before == day - DAY * skipped
    assert end.astimezone(here).date() > day
    assert not is_past(day, zone, end - dt.timedelta(seconds=1))
    assert is_past(day, zone, end)


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (dt.date(2026, 3, 29), "Europe/London", 23),
        (dt.date(2026, 10, 25), "Europe/London", 25),
        (dt.date(2026, 3, 8), "America/New_York", 23),
        (dt.date(2026, 11, 1), "America/New_York", 25),
        (dt.date(2011, 12, 30), "Pacific/Apia", 0),
        (dt.date(2011, 12, 31), "Pacific/Apia", 24),
        (dt.date(2026, 6, 1), "UTC", 24),
    ],
)
def test_days_are_as_long_as_clocks_make_them(day: dt.date, zone: str, hours: int) -> None:
    ends = [ends_at(each, zone).astimezone(dt.UTC) for each in (day - DAY, day)]
    assert ends[1] - ends[0] == dt.timedelta(hours=hours)


@given(st.dates(), st.dates())
def test_for_a_clock_that_shows_a_day_a_day_is_past_on_the_next(
    day: dt.date, clock: dt.date
) -> None:
    assert is_past(day, "Pacific/Apia", clock) == (clock > day)


def test_the_ends_of_time_end() -> None:
    moment = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    assert is_past(dt.date.min, "Pacific/Apia", moment)
    assert not is_past(dt.date.max, "America/New_York", moment)


def test_a_zone_that_there_is_not_is_utc() -> None:
    assert zone_of("Mars/Olympus") is dt.UTC
    assert zone_of("../../etc/passwd") is dt.UTC
