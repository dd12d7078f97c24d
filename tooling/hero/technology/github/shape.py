"""Reading JSON that may be of any shape: what is missing is said, and never passed on as None."""

import datetime as dt
from typing import Any

from hero.reconcile.forge import ForgeRefused


def broken(route: object) -> ForgeRefused:
    """An answer that is not of the shape that GitHub describes."""
    return ForgeRefused("broken", f"GitHub's answer is not whole: {route} is missing or odd.")


def at(value: Any, *route: str) -> Any:
    """What is there along a route of keys; it may be null at its end. Raises ForgeRefused."""
    for key in route:
        if not isinstance(value, dict) or key not in value:
            raise broken(".".join(route))
        value = value[key]
    return value


def word(value: Any, *route: str) -> str:
    """The words there."""
    found = at(value, *route)
    if not isinstance(found, str):
        raise broken(".".join(route))
    return found


def number(value: Any, *route: str) -> int:
    """The whole number there; a large one may be written as words."""
    found = at(value, *route)
    if isinstance(found, str) and found.isascii() and found.isdigit():
        return int(found)
    if not isinstance(found, int) or isinstance(found, bool):
        raise broken(".".join(route))
    return found


def truth(value: Any, *route: str) -> bool:
    """The yes or no there."""
    found = at(value, *route)
    if not isinstance(found, bool):
        raise broken(".".join(route))
    return found


def many(value: Any, *route: str) -> list[Any]:
    """The list there."""
    found = at(value, *route)
    if not isinstance(found, list):
        raise broken(".".join(route) or "a list")
    return found


def when(value: Any, *route: str) -> dt.datetime:
    """The moment there, with its time zone."""
    try:
        found = dt.datetime.fromisoformat(word(value, *route))
    except ValueError:
        raise broken(".".join(route)) from None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
