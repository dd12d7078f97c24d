"""Dates as people write them, read where there is no doubt which day is meant."""

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+)?([a-z]{3,9})\.?[ -]+"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?(\d{4})",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,4})([-/.\s]{1,2})(\d{1,2})[-/.\s]{1,2}(\d{1,4})")
_TIME = re.compile(
    r"[T\s]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d|am|pm)?$", re.IGNORECASE
)


def date_in(text: str) -> tuple[dt.date, bool] | None:
    """The day that a text says, and whether it says nothing else; None where there is doubt.

    The order is plain with the year first, with a day over 12, and with dots (day first).
    """
    if len(text) > 60 or not text.isascii():
        return None
    said = text.strip(" \t\r\n,;\"'()")
    alone = _TIME.sub("", said)
    day = _named(alone) or _numbered(alone)
    return (day, alone == said) if day else None


def either(text: str) -> tuple[dt.date, dt.date] | None:
    """The two days that a text can mean whose order of day and month is open."""
    match = _NUMBERS.fullmatch(text.strip()) if len(text) < 60 else None
    if match is None or date_in(text):
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    one, two = _day(year, second, first), _day(year, first, second)
    return (one, two) if one and two and one != two else None


def _named(text: str) -> dt.date | None:
    match = _NAMED.fullmatch(text)
    if not match or bool(match[1]) == bool(match[3]):
        return None
    month = _MONTHS.get(match[2][:3].lower())
    return _day(int(match[4]), month, int(match[1] or match[3])) if month else None


def _numbered(text: str) -> dt.date | None:
    if not (match := _NUMBERS.fullmatch(text)):
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if first > 31:
        return _day(first, second, third)
    if first > 12 or (second <= 12 and "." in match[2]):
        return _day(third, second, first)
    return _day(third, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year > 31 else None
    except ValueError:
        return None
