"""Columns: stacked on one another, or standing in one another, each narrower than what holds it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from hero.site.charts.drawing import LINE, WIDTH, below, grid, mark, picture
from hero.site.charts.legend import SWATCH, legend
from hero.site.charts.scale import Plot, ticks
from hero.site.charts.series import Series

HEIGHT, LEFT = 200, 40
#: The part of its band that a column takes, and of the one around it that an inner one takes.
FULL, INNER = 0.72, 0.68

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


def nested(
    name: str,
    title: str,
    says: str,
    labels: Labels,
    series: Sequence[Series],
    young: Sequence[bool],
) -> Markup:
    """Columns in one another, each a part of the one around it; young ones with a dashed edge."""
    plot, head, height = _plot(series, max((each.most for each in series), default=0))
    parts = [head, grid(plot, ticks(plot.most)), below(plot, labels)]
    band = plot.width / max(1, len(labels))
    for depth, each in enumerate(series):
        wide = band * FULL * INNER**depth
        for number, value in enumerate(each.values):
            if value:
                kind = f"{each.look} hero-young" if young[number] and not depth else each.look
                parts.append(_column(plot, number, len(labels), wide, (0, value), kind))
    return picture(name, title, says, height, parts)


def _plot(series: Sequence[Series], most: float) -> tuple[Plot, str, int]:
    """The plot with its legend above, and the height of the whole."""
    head, down = legend([(each.name, each.look) for each in series], WIDTH)
    top = down + SWATCH
    plot = Plot(LEFT, top, WIDTH - 4, top + HEIGHT, ticks(most)[-1])
    return plot, head, top + HEIGHT + 2 * LINE + 6


def _pile(plot: Plot, series: Sequence[Series], number: int, of: int) -> Iterator[str]:
    wide, floor = plot.width / of * FULL, 0.0
    for each in series:
        value = each.values[number]
        if value:
            yield _column(plot, number, of, wide, (floor, floor + value), each.look)
            floor += value


def _column(
    plot: Plot, number: int, of: int, wide: float, reach: tuple[float, float], kind: str
) -> str:
    low, high = plot.y(reach[0]), plot.y(reach[1])
    x = plot.band(number, of) - wide / 2
    return mark("rect", x=x, y=high, width=wide, height=low - high, class_=kind)
