"""Quarters of a year, by which arrivals and cohorts are counted."""

import datetime as dt

#: The most quarters that a series shows.
MOST = 40
#: How many it shows where nobody says since when.
USUAL = 8


def quarter(day: dt.date) -> str:
    """The quarter that a day lies in: `2026 Q4`."""
    return f"{day.year:04d} Q{(day.month + 2) // 3}"


def last_day(name: str) -> dt.date:
    """The last day of a quarter."""
    year, month = int(name[:4]), int(name[-1]) * 3
    return dt.date(year, month, 31 if month in (3, 12) else 30)


def quarters(since: dt.date | None, until: dt.date) -> list[str]:
    """The quarters up to the one that holds `until`: two years of them, or those since a day."""
    found: list[str] = []
    number = until.year * 4 + (until.month - 1) // 3
    while len(found) < (USUAL if since is None else MOST) and number >= 4:
        name = f"{number // 4:04d} Q{number % 4 + 1}"
        if since is not None and last_day(name) < since:
            break
        found.append(name)
        number -= 1
    return found[::-1]
