"""Labels of a time: firsts of months or years, as evenly apart as these are, none of them twice."""

import datetime as dt
from collections.abc import Iterator

#: How many months lie between labels, and how many labels there is room for.
STEPS, MOST = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600), 5

#: How far along it stands, from 0 to 1, and two lines: a month, and its year where that is new.
Label = tuple[float, str, str]


def dates(first: dt.date, last: dt.date) -> list[Label]:
    """Labels of the days from one to another; within a month, of the first day alone."""
    span = (last - first).days
    for step in STEPS:
        found = [day for day in _firsts(first, last) if (12 * day.year + day.month - 1) % step == 0]
        if len(found) <= MOST:
            break
    if not span or not found:
        return [(0.0, f"{first.day} {first:%b}", f"{first.year}")]
    years = [0, *(day.year for day in found)]
    return [
        ((day - first).days / span, f"{day:%b}", str(day.year) if day.year != before else "")
        for day, before in zip(found, years, strict=False)
    ]


def _firsts(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The firsts of all months from one day to another."""
    for month in range(12 * first.year + first.month - 1, 12 * last.year + last.month):
        day = dt.date(month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            yield day
