"""What was worked out of one idea and the policies alone, kept while other ideas change."""

import datetime as dt
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Known:
    """Values by what they are and whose: an idea's course, its deadlines, its row in a table.

    A value is kept with all that it rests on beside the policies. Who asks hands that in, and
    where it is no longer the same, the value is worked out again. So the same memory may serve a
    registry before and after a change of some ideas, but never one with other policies.
    """

    def __init__(self) -> None:
        self._held: dict[Hashable, dict[str, tuple[tuple[object, ...], Any]]] = {}
        self._days: dict[dt.date, Known] = {}

    def of(self, what: Hashable, whose: str, make: Callable[[], T], *rests_on: object) -> T:
        """The value; `make` works it out where it is not known, or rested on something else."""
        held = self._held.setdefault(what, {})
        found = held.get(whose)
        # Each is the same object as before unless its file changed, so this compares no texts.
        if found is None or found[0] != rests_on:
            found = held[whose] = rests_on, make()
        value: T = found[1]
        return value

    def at(self, day: dt.date) -> "Known":
        """What is known of the same registry as it was on a day."""
        return self._days.setdefault(day, Known())
