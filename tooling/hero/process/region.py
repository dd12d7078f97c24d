"""Regions whose holidays the package `holidays` knows: countries, and parts of them."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


@cache
def is_region(name: str) -> bool:
    """Is this the code of a country (`SE`), or of one of its parts (`GB-ENG`)?"""
    country, dash, part = name.partition("-")
    return country in _countries() and (not dash or part in entity(country).subdivisions)


def parts(country: str) -> list[str]:
    """The parts of a country that differ in their holidays."""
    return [f"{country}-{part}" for part in entity(country).subdivisions]


def countries() -> list[str]:
    """The codes of all countries."""
    return sorted(_countries())


@cache
def names() -> Mapping[str, str]:
    """What people call countries, in small letters without blanks, to their codes."""
    from holidays.registry import COUNTRIES

    called = ((word, codes[1]) for codes in COUNTRIES.values() for word in codes)
    # `HolidaysFR` and its like are the package's own names for itself.
    return {word.lower(): code for word, code in called if not word.startswith("Holidays")}


def meant(name: str) -> str | None:
    """The region that another spelling of it means: `uk`, `Sweden`, `GBR_England`; else None."""
    country, _, part = name.strip().replace("_", "-").replace("/", "-").partition("-")
    code = names().get("".join(country.split()).lower())
    if code is None or not part:
        return code
    of = entity(code)
    known = {each.lower(): each for each in of.subdivisions}
    known |= {alias.lower(): each for alias, each in of.subdivisions_aliases.items()}
    found = known.get(part.strip().lower())
    return f"{code}-{found}" if found else None


def entity(country: str) -> "type[HolidayBase]":
    """What `holidays` knows of a country. Raises KeyError for a code that it does not know."""
    import holidays

    if country not in _countries():
        raise KeyError(country)
    found: type[HolidayBase] = getattr(holidays, country)
    return found


@cache
def _countries() -> frozenset[str]:
    return frozenset(names().values())
