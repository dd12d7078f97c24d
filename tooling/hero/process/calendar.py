"""Which days are working days, in the regions that a network names.

A day counts as a working day where it is one in every region: nobody is late because of a day on
which part of the network was off. Weekends, holidays and working Saturdays come from the package
`holidays`. Without a region, weekends alone are left out.
"""

import datetime as dt
import warnings
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hero.process.region import entity, is_region

if TYPE_CHECKING:
    from holidays import HolidayBase

#: The years whose holidays are asked for; before and after, only weekends are left out, and no
#: deadline ends after them: nobody has declared holidays so far ahead.
YEARS = range(1950, 2101)
_WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of a set of regions, such as `GB-ENG` or `SE`; unknown ones are no part."""

    regions: tuple[str, ...] = ()

    def is_working(self, day: dt.date) -> bool:
        """Is this a working day?"""
        days = _working(self.regions, day.year)
        place = bisect_right(days, day.toordinal())
        return place > 0 and days[place - 1] == day.toordinal()

    def after(self, start: dt.date, count: int) -> dt.date | None:
        """The working day that is the `count`th after `start`; None where that is after 2100.

        `count` is 1 or more, so the day is always strictly after `start`.
        """
        year = start.year
        days = _working(self.regions, year)
        place = bisect_right(days, start.toordinal()) + count - 1
        while place >= len(days):
            place -= len(days)
            year += 1
            if year >= YEARS.stop:
                return None
            days = _working(self.regions, year)
        return dt.date.fromordinal(days[place])

    def between(self, start: dt.date, end: dt.date) -> int:
        """How many working days come after `start`, up to and with `end`; 0 where none do."""
        if end <= start:
            return 0
        first = bisect_right(_working(self.regions, start.year), start.toordinal())
        last = bisect_right(_working(self.regions, end.year), end.toordinal())
        for year in range(start.year, end.year):
            last += _count(self.regions, year)
        return last - first


@cache
def calendar(regions: tuple[str, ...]) -> Calendar:
    """The calendar of the regions that are known among these, in any order."""
    return Calendar(tuple(sorted({region for region in regions if is_region(region)})))


@lru_cache(maxsize=1000)
def _working(regions: tuple[str, ...], year: int) -> tuple[int, ...]:
    """The working days of a year as ordinals, in order."""
    first = dt.date(year, 1, 1).toordinal()
    last = dt.date(year, 12, 31).toordinal()
    days = range(first, last + 1)
    if year not in YEARS or not regions:
        return tuple(each for each in days if (each - 1) % 7 not in _WEEKEND)
    off = [_days_of(region, year) for region in regions]
    return tuple(
        each for each in days if all(of.is_working_day(dt.date.fromordinal(each)) for of in off)
    )


@cache
def _count(regions: tuple[str, ...], year: int) -> int:
    return len(_working(regions, year))


def _days_of(region: str, year: int) -> "HolidayBase":
    country, _, part = region.partition("-")
    with warnings.catch_warnings():
        # Some countries have said less about far years; what they have said still counts.
        warnings.simplefilter("ignore")
        return entity(country)(years=year, subdiv=part or None, expand=False)
