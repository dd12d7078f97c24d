"""Where things stand in the picture of the network: groups in two columns, what ties them between.

A force layout moves everything when one person joins, and differs from machine to machine. Here a
place depends on names and on who is tied to what alone, and all numbers are whole. Names stand in
the columns, one below the other and none beyond the edge, so that no two can meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import cos, pi, sin, sqrt

#: Units from left to right, and of a column; one unit is somewhat less than a pixel on a phone.
WIDTH, COLUMN = 480, 128
#: Between one group and the next, and from the edge of the picture.
GAP, MARGIN = 12, 4
#: The angle between one and the next on a sunflower (Vogel, 1979).
GOLDEN = pi * (3 - sqrt(5))
#: What the furthest of a sunflower leaves free to the rim.
RIM = 4

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """The place of a group: in the left column or the right one, how far down, and how high."""

    left: bool
    y: int
    height: int

    @property
    def x(self) -> int:
        """Where it begins."""
        return MARGIN if self.left else WIDTH - MARGIN - COLUMN

    @property
    def middle(self) -> int:
        """The middle of its column."""
        return self.x + COLUMN // 2

    def inward(self, far: int) -> int:
        """So far from its inner edge, which is the one that looks at the other column."""
        return self.x + COLUMN - far if self.left else self.x + far


def columns(heights: Sequence[int], least: int = 0) -> tuple[list[Block], int]:
    """Groups of these heights, the first ones on the left, and the height of the whole.

    The columns are as even as the order allows; the lower one stands in the middle of its side, as
    both do where what is between them takes `least`.
    """
    cuts = range(1, len(heights) + 1)
    cut = min(cuts, key=lambda at: max(_high(heights[:at]), _high(heights[at:])), default=0)
    sides = (heights[:cut], heights[cut:])
    whole = max(least, *map(_high, sides))
    blocks = []
    for left, side in zip((True, False), sides, strict=True):
        down = accumulate((height + GAP for height in side), initial=(whole - _high(side)) // 2)
        blocks += [Block(left, MARGIN + y, height) for y, height in zip(down, side, strict=False)]
    return blocks, whole + 2 * MARGIN


def _high(side: Sequence[int]) -> int:
    return sum(side) + GAP * max(0, len(side) - 1)


@dataclass(frozen=True, slots=True)
class Field:
    """The room between the columns, in cells: each holds one mark, so that no two meet."""

    height: int
    cell: Point

    @staticmethod
    def least(marks: int, cell: Point) -> int:
        """The height that so many marks take, with a free cell for every three of them."""
        return -(-marks * 4 // (3 * (Field._width(cell) // cell[0] + 1))) * cell[1]

    @staticmethod
    def _width(cell: Point) -> int:
        return WIDTH - 2 * (MARGIN + COLUMN + cell[0])

    @property
    def cells(self) -> list[Point]:
        """The middles of all cells, row by row."""
        wide, high = self.cell
        left = MARGIN + COLUMN + wide
        across = self._width(self.cell) // wide + 1
        spare = self._width(self.cell) % wide // 2
        rows = max(1, (self.height - 2 * MARGIN) // high)
        top = (self.height - rows * high + high) // 2
        return [
            (left + spare + wide * column, top + high * row)
            for row in range(rows)
            for column in range(across)
        ]

    def place(self, ends: Sequence[Sequence[Point]]) -> list[Point]:
        """A cell for each mark that is tied to these ends: of the free ones, the nearest.

        What has all its ends on one side stands near that side, what has as many on both in the
        middle. Downwards, marks are spread out in the order of their ends' middles.
        """
        free = self.cells
        (left, top), (right, bottom) = free[0], free[-1]
        downs = [sum(y for _, y in each) / len(each) for each in ends]
        order = sorted(range(len(ends)), key=lambda number: (downs[number], number))
        found = {}
        for rank, number in enumerate(order):
            part = sum(x > WIDTH / 2 for x, _ in ends[number]) / len(ends[number])
            x = left + part * (right - left)
            y = (downs[number] + top + (rank + 0.5) / len(ends) * (bottom - top)) / 2
            cell = min(free, key=lambda at: ((at[0] - x) ** 2 + (at[1] - y) ** 2, at))
            free.remove(cell)
            found[number] = cell
        return [found[number] for number in range(len(ends))]


def sunflower(x: int, y: int, radius: int, size: int) -> list[Point]:
    """So many places in a disc, evenly apart. A place depends on the number before it alone."""
    pitch = (radius - RIM) / sqrt(max(1, size))
    far = [pitch * sqrt(number + 0.5) if size > 1 else 0.0 for number in range(size)]
    return [
        (round(x + each * cos(number * GOLDEN)), round(y + each * sin(number * GOLDEN)))
        for number, each in enumerate(far)
    ]


def curve(start: Point, edge: int, end: Point) -> str:
    """A line straight to the edge of a column, so that it covers nothing there, then bent."""
    (x, y), (to, down) = start, end
    middle = (edge + to) // 2
    return f"M{x} {y}H{edge}C{middle} {y} {middle} {down} {to} {down}"
