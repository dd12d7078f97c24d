"""What is drawn: a name, how it looks, and its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

Number = int | float


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together; None where there is none. `look` is a class of the page."""

    name: str
    look: str
    values: Sequence[Number | None]

    @property
    def most(self) -> Number:
        """The largest number; 0 where there is none."""
        return max((value for value in self.values if value is not None), default=0)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole."""

    name: str
    look: str
    part: int
    of: int


@dataclass(frozen=True, slots=True)
class Range:
    """Half of it is at or below `median`, nine in ten at or below `p90`; `open` still grows."""

    name: str
    look: str
    median: Number | None
    p90: Number | None
    open: Number | None
