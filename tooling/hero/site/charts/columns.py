"""Columns: stacked on one another, or side by side."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from hero.site.charts.drawing import LINE, WIDTH, below, grid, mark, picture, room
from hero.site.charts.legend import SWATCH, legend
from hero.site.charts.scale import Plot, ticks
from hero.site.charts.series import Series

HEIGHT = 150
#: The part of its band that a column takes, or a group of them.
FULL = 0.72
#: What a dashed edge says.
YOUNG = "young: may still get further"

Labels = Sequence[tuple[str, str]]


def stacked(
    name: str, title: str, says: str, labels: Labels, series: Sequence[Series], dots: Series
) -> Markup:
    """Columns whose parts add up, the first at the bottom; beside them, numbers as dots."""
    sums = [sum(each.values[number] or 0 for each in series) for number in range(len(labels))]
    plot, head, height = _plot([*series, dots], max([*sums, dots.most], default=0))
    parts = [head, grid(plot, ticks(plot.most)), below(plot, labels)]
    for number in range(len(labels)):
        parts.extend(_pile(plot, series, number, len(labels)))
    for number, value in enumerate(dots.values):
        if value is not None:
            x = plot.band(number, len(labels))
            parts.append(mark("circle", cx=x, cy=plot.y(value), r=4, class_=dots.look))
    return picture(name, title, says, height, parts)


def grouped(
    name: str,
    title: str,
    says: str,
    labels: Labels,
    series: Sequence[Series],
    young: Sequence[bool],
) -> Markup:
    """Columns side by side, a group a label; those of a young one have a dashed edge."""
    key = [(YOUNG, "hero-chart__whole hero-young")] if any(young) else []
    plot, head, height = _plot(series, max((each.most for each in series), default=0), key)
    parts = [head, grid(plot, ticks(plot.most)), below(plot, labels)]
    wide = plot.width / max(1, len(labels)) * FULL / max(1, len(series))
    for place, each in enumerate(series):
        aside = (place - (len(series) - 1) / 2) * wide
        for number, value in enumerate(each.values):
            if value:
                kind = f"{each.look} hero-young" if young[number] else each.look
                x = plot.band(number, len(labels)) + aside
                parts.append(_column(plot, x, wide, (0, value), kind))
    return picture(name, title, says, height, parts)


def _plot(
    series: Sequence[Series], most: float, more: Sequence[tuple[str, str]] = ()
) -> tuple[Plot, str, int]:
    """The plot with its legend above, and the height of the whole."""
    head, down = legend([*((each.name, each.look) for each in series), *more], WIDTH)
    top, steps = down + SWATCH, ticks(most)
    plot = Plot(room(steps), top, WIDTH - 4, top + HEIGHT, steps[-1])
    return plot, head, top + HEIGHT + 2 * LINE + 6


def _pile(plot: Plot, series: Sequence[Series], number: int, of: int) -> Iterator[str]:
    wide, floor = plot.width / of * FULL, 0.0
    for each in series:
        value = each.values[number]
        if value:
            x = plot.band(number, of)
            yield _column(plot, x, wide, (floor, floor + value), each.look)
            floor += value


def _column(plot: Plot, x: float, wide: float, reach: tuple[float, float], kind: str) -> str:
    low, high = plot.y(reach[0]), plot.y(reach[1])
    return mark("rect", x=x - wide / 2, y=high, width=wide, height=low - high, class_=kind)
