"""How much was where, day after day: areas on one another, each with its name at its end."""

from collections.abc import Sequence
from itertools import accumulate

from markupsafe import Markup

from hero.site.charts.drawing import LINE, WIDTH, fitting, grid, mark, path, picture, words
from hero.site.charts.scale import Plot, ticks
from hero.site.charts.series import Series

HEIGHT, LEFT, NAMES = 230, 44, 104


def area(
    name: str, title: str, says: str, labels: Sequence[str], series: Sequence[Series]
) -> Markup:
    """Series that add up, the first at the bottom; `labels` say when, and all may be empty."""
    points = len(labels)
    floors = _floors(series, points)
    plot = Plot(LEFT, 8, WIDTH - NAMES, 8 + HEIGHT, ticks(max(floors[-1], default=0))[-1])
    across = [plot.left + plot.width * number / max(1, points - 1) for number in range(points)]
    parts = [grid(plot, ticks(plot.most))]
    for number, each in enumerate(series):
        top = [(x, plot.y(value)) for x, value in zip(across, floors[number + 1], strict=True)]
        low = [(x, plot.y(value)) for x, value in zip(across, floors[number], strict=True)]
        parts.append(mark("path", d=path([*top, *low[::-1]]) + "Z", class_=each.look))
    parts += _names(plot, series, floors)
    parts += [
        words(x, plot.bottom + LINE, label, "middle")
        for x, label in zip(across, labels, strict=True)
        if label
    ]
    return picture(name, title, says, plot.bottom + LINE + 8, parts)


def _floors(series: Sequence[Series], points: int) -> list[list[float]]:
    """Under the first series, between them, and above the last: how high at each point."""
    rows = [[float(value or 0) for value in each.values] for each in series]
    start = [0.0] * points
    return list(
        accumulate(
            rows, lambda low, row: [a + b for a, b in zip(low, row, strict=True)], initial=start
        )
    )


def _names(plot: Plot, series: Sequence[Series], floors: list[list[float]]) -> list[str]:
    """Each name at the middle of its area's end, moved up where it would cover the one below."""
    parts, lowest = [], float(plot.bottom)
    for number, each in enumerate(series):
        if not plot.width or not each.values or not each.values[-1]:
            continue
        middle = plot.y((floors[number][-1] + floors[number + 1][-1]) / 2) + 4
        y = min(middle, lowest)
        lowest = y - LINE
        text = f"{fitting(each.name, NAMES - 36)} {each.values[-1]:,}"
        parts.append(words(plot.right + 8, y, text))
    return parts
