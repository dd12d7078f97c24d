"""What stands in a row's field, whatever kind it is: texts, lists, days."""

import datetime as dt
import re
from typing import Any

from pydantic import TypeAdapter, ValidationError

from hero.registry.words import Link

_LINK: TypeAdapter[str] = TypeAdapter(Link)

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?[- ]+([a-z]+)[-,. ]+(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)")

#: Longer than any date that a person or a program writes.
_LONGEST_DATE = 60


def is_filled(value: Any) -> bool:
    """Does this value say anything? False and 0 do."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, dict | list | tuple):
        return bool(value)
    return value is not None


def text_of(value: Any) -> str | None:
    """A value as text; a list of such as one text; None for what is no text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, list):
        if any(isinstance(each, list) for each in value):
            return None
        parts = [text_of(each) for each in value if is_filled(each)]
        return None if None in parts else ", ".join(map(str, parts))
    return None


def items_of(value: Any, split: str | None) -> list[Any]:
    """A value as a list: a list as it stands, a text at its separators."""
    if isinstance(value, list):
        return [each for each in value if is_filled(each)]
    if isinstance(value, str) and split:
        return [part.strip() for part in value.split(split) if part.strip()]
    return [value] if is_filled(value) else []


def day_of(value: Any, order: str) -> dt.date | None:
    """The day that a value names, or None. A time after it is left out, as it was written."""
    if not isinstance(value, str):
        return None
    text = value.strip().lower()
    if len(text) > _LONGEST_DATE:
        return None
    text = re.sub(r"^[a-z]+, +(?=\d)", "", text)
    if found := _YEAR_FIRST.match(text):
        return _day(found[1], found[2], found[3])
    if found := _YEAR_LAST.match(text):
        day, month = (found[1], found[2]) if order == "day-month" else (found[2], found[1])
        return _day(found[3], month, day)
    if found := _DAY_MONTH.match(text):
        return _day(found[3], _MONTHS.get(found[2], 0), found[1])
    if found := _MONTH_DAY.match(text):
        return _day(found[3], _MONTHS.get(found[1], 0), found[2])
    return None


def is_address(text: str) -> bool:
    """Is this a web address that an idea can link to?"""
    try:
        return text.isprintable() and bool(_LINK.validate_python(text))
    except ValidationError:
        return False


def _day(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _number(value: float) -> str | None:
    """A number as text; a whole one that a spreadsheet made a decimal is whole again."""
    try:
        return str(int(value) if value == int(value) else value)
    except (ValueError, OverflowError):
        return None
