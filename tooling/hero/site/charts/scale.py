"""Axes that people can read: round steps from nothing to a little above the most."""

import math
from dataclasses import dataclass

#: A step is one of these times a power of ten.
ROUND = (1, 2, 5, 10)


def ticks(most: float, about: int = 4) -> tuple[int, ...]:
    """Whole numbers in round steps from 0 up to at least `most`, about so many above 0."""
    if most <= 0:
        return (0, 1)
    rough = most / about
    power = 10 ** math.floor(math.log10(rough)) if rough >= 1 else 1
    step = next(int(each * power) for each in ROUND if each * power >= rough)
    return tuple(range(0, step * (math.ceil(most / step) + 1), step))


@dataclass(frozen=True, slots=True)
class Plot:
    """The rectangle in which things are drawn, in units of the picture; `most` is at its top."""

    left: int
    top: int
    right: int
    bottom: int
    most: float

    @property
    def width(self) -> int:
        """From the left to the right."""
        return self.right - self.left

    def y(self, value: float) -> float:
        """How far down a value is."""
        return self.bottom - value / self.most * (self.bottom - self.top)

    def x(self, value: float) -> float:
        """How far to the right a value is, where values run from left to right."""
        return self.left + value / self.most * self.width

    def band(self, number: int, of: int) -> float:
        """The middle of one of so many bands side by side, by number from 0."""
        return self.left + (number + 0.5) * self.width / of
