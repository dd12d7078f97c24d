"""Days as people write them in a command: `2027-03-01`, `2w`, `in 3 months`, `1 March 2027`."""

import calendar
import datetime as dt
import re

from hero.rules.days import date_in

#: A day further away is a slip.
YEARS = 10
_BEFORE = re.compile(r"(?:until|till|to|for|on)\b\s*", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:in\s+)?(\d{1,4})\s*(days?|d|weeks?|w|months?|m|years?|y)\b[.,:;]?", re.IGNORECASE
)
_TOMORROW = re.compile(r"tomorrow\b[.,:;]?", re.IGNORECASE)


def day_first(words: str, today: dt.date) -> tuple[dt.date, str] | None:
    """The day that some words begin with, and what follows; None where that is in doubt.

    A span is counted from `today`. A day more than `YEARS` away is none.
    """
    before = _BEFORE.match(words)
    text = words[before.end() :] if before else words
    found = _span(text, today) or _date(text)
    if found is None or abs((found[0] - today).days) > YEARS * 366:
        return None
    return found


def _span(text: str, today: dt.date) -> tuple[dt.date, str] | None:
    if found := _TOMORROW.match(text):
        return today + dt.timedelta(1), text[found.end() :].strip()
    found = _SPAN.match(text)
    if not found:
        return None
    day = _later(today, int(found[1]), found[2][0].lower())
    return (day, text[found.end() :].strip()) if day else None


def _later(today: dt.date, count: int, unit: str) -> dt.date | None:
    """The day so many days, weeks, months or years later; the month's last, where it is short."""
    if unit in "dw":
        return today + dt.timedelta(count * (7 if unit == "w" else 1))
    months = today.month - 1 + count * (12 if unit == "y" else 1)
    year, month = today.year + months // 12, months % 12 + 1
    if year > dt.MAXYEAR:
        return None
    return dt.date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _date(text: str) -> tuple[dt.date, str] | None:
    """A date in the first words of a line; the fewest words that say one."""
    line, _, below = text.partition("\n")
    words = line.split()
    for count in range(1, min(4, len(words)) + 1):
        said = date_in(" ".join(words[:count]).rstrip(".,:;"))
        if said is not None:
            return said[0], f"{' '.join(words[count:])}\n{below}".strip()
    return None
