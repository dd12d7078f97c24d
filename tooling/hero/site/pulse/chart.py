"""A chart as a value: what it asks, what it shows, and the numbers that it is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hero.process.flow.figure import Figure, Metric
from hero.process.flow.scene import Scene
from hero.process.metrics import METRICS
from hero.registry.pipeline import Stage
from hero.site.flow import scene_of
from hero.site.pieces import looks
from hero.site.window import Window

Cell = str | int | float | None
METRIC: Mapping[str, Metric] = {metric.id: metric for metric in METRICS}


#: Of fewer than so many, a sentence says all that a picture could.
FEWEST_DRAWN = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers under their headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of the pulse. Its table has everything that the picture shows.

    `n` says what it rests on; `says` what it shows, in a sentence; `picture` is None where there
    is too little to draw; `metrics` are those whose definitions hold; `note` is what they leave
    out. `summary` comes before the table where that has a row an idea, which begins with its slug.
    """

    id: str
    title: str
    question: str
    n: str
    says: str
    picture: Markup | None
    metrics: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    summary: Table | None = None

    @property
    def definitions(self) -> list[Metric]:
        """The metrics in their own words."""
        return [METRIC[each] for each in self.metrics]


def figures(window: Window, metric: str) -> tuple[Figure, ...]:
    """What a metric comes to, measured once for all charts."""
    kept = window.derived(_kept)
    if metric not in kept:
        kept[metric] = tuple(METRIC[metric].measure(scene_of(window)))
    return kept[metric]


def _kept(_: Window) -> dict[str, tuple[Figure, ...]]:
    return {}


def fill(window: Window, stage: Stage) -> str:
    """The class that gives a stage its colour."""
    return f"hero-fill--{looks(stage, window.registry.pipeline.stages)}"


def scene(window: Window) -> Scene:
    """All ideas, at the day at which the site stands."""
    return scene_of(window)


def many(n: int, one: str) -> str:
    """So many of something, in digits."""
    return f"{n:,} {one}{'s' * (n != 1)}"


def whole(value: int | float | None) -> int:
    """A count out of a figure; 0 where there is none."""
    return int(value or 0)


def quarter_label(name: str, first: bool) -> tuple[str, str]:
    """`2026 Q1` as the label below a column: the quarter, and in its first the year."""
    year, number = name.split(" ")
    return number, year if first or number == "Q1" else ""


def quarter_labels(names: list[str]) -> list[tuple[str, str]]:
    """The labels of columns that are quarters."""
    return [quarter_label(name, not number) for number, name in enumerate(names)]
