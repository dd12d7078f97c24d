"""When a deadline ends: working days, days of leave, and whose midnight counts."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol
from zoneinfo import ZoneInfo

from hero.process.calendar import YEARS
from hero.registry.pipeline import Deadline

#: A day, or a moment that knows its time zone.
Clock = dt.date | dt.datetime
#: From the first day to the last, both within.
Period = tuple[dt.date, dt.date]


class Days(Protocol):
    """A way to count days."""

    def after(self, start: dt.date, count: int) -> dt.date | None:
        """The day that is the `count`th after `start`; None where that is too far."""

    def between(self, start: dt.date, end: dt.date) -> int:
        """How many days come after `start`, up to and with `end`."""


class EveryDay:
    """Calendar days: each one counts."""

    def after(self, start: dt.date, count: int) -> dt.date | None:
        """The day so many days later; None where that is after 2100."""
        last = dt.date(YEARS[-1], 12, 31)
        return start + dt.timedelta(count) if count <= (last - start).days else None

    def between(self, start: dt.date, end: dt.date) -> int:
        """The days from one to the other."""
        return max(0, (end - start).days)


def due_on(
    days: Days, deadline: Deadline, start: dt.date, leave: Sequence[Period] = ()
) -> dt.date | None:
    """The last day on which a deadline is kept that began to run on `start`: strictly after it.

    `days` counts working days; a deadline in calendar days needs none. Days within `leave`, which
    is sorted and apart, do not count either way. None: no number of days, or after 2100.
    """
    count = deadline.working_days if deadline.working_days is not None else deadline.days
    if count is None:
        return None
    counted = days if deadline.working_days is not None else EveryDay()
    due = counted.after(start, count)
    for first, last in leave:
        if due is None or first > due:
            break
        before = first - dt.timedelta(1) if first > start else start
        count += counted.between(before, last)
        due = counted.after(start, count)
    return due


def shared(leaves: Iterable[Iterable[Period]]) -> list[Period]:
    """The periods in which all are away, sorted and apart; none where nobody is named.

    Periods that end before they begin are empty.
    """
    every = [_joined(leave) for leave in leaves]
    if not every:
        return []
    found = every[0]
    for other in every[1:]:
        found = [
            (max(one[0], two[0]), min(one[1], two[1]))
            for one in found
            for two in other
            if max(one[0], two[0]) <= min(one[1], two[1])
        ]
    return found


def _joined(periods: Iterable[Period]) -> list[Period]:
    """The same days as periods that are sorted and apart."""
    found: list[Period] = []
    for first, last in sorted(periods):
        if last < first:
            continue
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def ends_at(day: dt.date, zone: str) -> dt.datetime:
    """The moment at which a day ends in a time zone: the midnight after it, with its offset.

    Where clocks change at that midnight, the day ends when its last moment has passed.
    """
    last = min(day, dt.date(dt.MAXYEAR - 1, 12, 31))
    return dt.datetime.combine(last + dt.timedelta(1), dt.time(), zone_of(zone))


def is_past(day: dt.date, zone: str, clock: Clock) -> bool:
    """Is a day over? For a clock that shows a day only, days are compared and no zone counts."""
    if isinstance(clock, dt.datetime):
        return clock >= ends_at(day, zone)
    return clock > day


@cache
def zone_of(name: str) -> dt.tzinfo:
    """The time zone of this name; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return dt.UTC
