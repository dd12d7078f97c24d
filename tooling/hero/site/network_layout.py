"""Where people stand in the picture of the network: each unit a disc, the discs on a ring.

A force layout moves everything when one person joins, and differs from machine to machine. Here a
unit's people lie on a sunflower (Vogel, A better way to construct the sunflower head, 1979), so
that a place depends on the names before it alone; all numbers are whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, pi, sin, sqrt

#: The angle between one and the next on a sunflower.
GOLDEN = pi * (3 - sqrt(5))
#: Pixels between people, with a name beside each and without; the rim of a disc, and the margin.
NAMED, BARE, RIM, GAP, MARGIN = 42, 14, 26, 24, 30


@dataclass(frozen=True, slots=True)
class Disc:
    """A group of people: its middle and its radius, and the place of each, in pixels."""

    x: int
    y: int
    radius: int
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All discs, and how large the picture is."""

    width: int
    height: int
    discs: tuple[Disc, ...]


def laid_out(sizes: Sequence[int], named: bool) -> Layout:
    """The discs of groups of these sizes, in this order, clockwise from the top."""
    pitch = NAMED if named else BARE
    radii = [round(pitch * sqrt(size)) + RIM for size in sizes]
    ring = _ring(radii)
    angle, middles = -pi / 2, []
    for number, radius in enumerate(radii):
        if number:
            angle += _half(radii[number - 1], ring) + _half(radius, ring)
        middles.append((ring * cos(angle), ring * sin(angle)))
    return _framed(radii, middles, sizes, pitch)


def _framed(
    radii: Sequence[int],
    middles: Sequence[tuple[float, float]],
    sizes: Sequence[int],
    pitch: int,
) -> Layout:
    """The discs moved so that the picture begins at 0, 0, with what they hold."""
    discs = list(zip(middles, radii, strict=True))
    left = min((x - radius for (x, _), radius in discs), default=0) - MARGIN
    top = min((y - radius for (_, y), radius in discs), default=0) - MARGIN
    right = max((x + radius for (x, _), radius in discs), default=0) + MARGIN
    bottom = max((y + radius for (_, y), radius in discs), default=0) + MARGIN
    return Layout(
        round(right - left),
        round(bottom - top),
        tuple(
            Disc(
                round(x - left), round(y - top), radius, _sunflower(x - left, y - top, size, pitch)
            )
            for ((x, y), radius), size in zip(discs, sizes, strict=True)
        ),
    )


def _sunflower(x: float, y: float, size: int, pitch: int) -> tuple[tuple[int, int], ...]:
    """So many places around a middle, none nearer to another than about the pitch."""
    places = []
    for number in range(size):
        far = pitch * sqrt(number + 0.5) if size > 1 else 0.0
        angle = number * GOLDEN
        places.append((round(x + far * cos(angle)), round(y + far * sin(angle))))
    return tuple(places)


def _ring(radii: Sequence[int]) -> float:
    """The least radius of a ring on which discs of these radii stand side by side."""
    if len(radii) < 2:
        return 0.0
    least = max(radii) + GAP / 2
    near, far = least, sum(radii) + len(radii) * GAP + least
    for _ in range(60):
        middle = (near + far) / 2
        fits = 2 * sum(_half(radius, middle) for radius in radii) <= 2 * pi
        near, far = (near, middle) if fits else (middle, far)
    return far


def _half(radius: int, ring: float) -> float:
    """Half the angle that a disc takes on a ring."""
    return asin(min(1.0, (radius + GAP / 2) / ring))
