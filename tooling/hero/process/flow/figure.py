"""A figure: what was measured, of what, from how many, and what it came to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from hero.process.flow.scene import Scene
from hero.process.flow.spread import Spread

Value = int | float | None
#: duration: days; share: a part of a whole; count: how many.
Kind = Literal["duration", "share", "count"]

#: A rate or a spread of fewer than this says more of single ideas than of the whole.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """What a metric came to. `of` is the stage, the deadline, the quarter …; empty: of all.

    `n` is how many ideas, stays or deadlines it rests on. `values` go by what they are: `median`,
    `share`, `count`; None where it cannot be said.
    """

    of: str
    n: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Metric:
    """A way to measure. `definition` is one or two sentences, without anything left to guess."""

    id: str
    name: str
    kind: Kind
    unit: str
    definition: str
    source: str
    measure: Callable[[Scene], Iterator[Figure]] = field(repr=False)


def duration(of: str, days: Spread) -> Figure:
    """The figure of durations: what ended, and what is still open with its age."""
    return Figure(
        of,
        len(days.done),
        {
            "median": days.median,
            "p90": days.p90,
            "open": len(days.open),
            "oldest_open": days.open[-1] if days.open else None,
            "median_with_open": days.median_with_open,
        },
    )


def share(of: str, part: int, n: int, **more: Value) -> Figure:
    """The figure of a part: its size, and what share it is of `n`; none of nothing."""
    return Figure(of, n, {"part": part, "share": part / n if n else None} | more)


def count(of: str, n: int, **more: Value) -> Figure:
    """The figure of a count."""
    return Figure(of, n, {"count": n} | more)
