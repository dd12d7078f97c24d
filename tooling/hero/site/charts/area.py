"""How much was where, day after day: areas on one another, each with its name at its end."""

from collections.abc import Sequence
from itertools import accumulate

from markupsafe import Markup

from hero.site.charts.dates import Label
from hero.site.charts.drawing import (
    LETTER,
    LINE,
    SIZE,
    WIDTH,
    fitting,
    grid,
    mark,
    path,
    picture,
    room,
    words,
)
from hero.site.charts.letters import wide
from hero.site.charts.scale import Plot, ticks
from hero.site.charts.series import Series

HEIGHT, TOP, NAMES = 190, 14, 116


def area(
    name: str, title: str, says: str, points: int, labels: Sequence[Label], series: Sequence[Series]
) -> Markup:
    """Series of so many points that add up, the first at the bottom; `labels` say when."""
    floors = _floors(series, points)
    steps = ticks(max(floors[-1], default=0))
    plot = Plot(room(steps), TOP, WIDTH - NAMES, TOP + HEIGHT, steps[-1])
    across = [plot.left + plot.width * number / max(1, points - 1) for number in range(points)]
    parts = [grid(plot, steps)]
    for number, each in enumerate(series):
        top = [(x, plot.y(value)) for x, value in zip(across, floors[number + 1], strict=True)]
        low = [(x, plot.y(value)) for x, value in zip(across, floors[number], strict=True)]
        parts.append(mark("path", d=path([*top, *low[::-1]]) + "Z", class_=each.look))
    parts += _names(plot, series, floors)
    parts += [each for label in labels for each in _dated(plot, label)]
    return picture(name, title, says, plot.bottom + 2 * LINE + 10, parts)


def _dated(plot: Plot, label: Label) -> list[str]:
    """A label with the stroke that it belongs to."""
    at, *lines = label
    x = plot.left + at * plot.width
    inside = x >= max(map(wide, lines)) * SIZE / 2
    return [
        mark("path", d=f"M{x:.1f} {plot.bottom}v5", class_="hero-chart__tick"),
        *(
            words(x if inside else 0, plot.bottom + LINE * n + 4, text, anchor)
            for n, text in enumerate(lines, 1)
            for anchor in ("middle" if inside else "start",)
        ),
    ]


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
        middle = plot.y((floors[number][-1] + floors[number + 1][-1]) / 2) + 5
        y = min(middle, lowest)
        lowest = y - LINE
        count = f"{each.values[-1]:,}"
        text = f"{fitting(each.name, NAMES - 10 - (len(count) + 1) * LETTER)} {count}"
        parts.append(words(plot.right + 8, y, text))
    return parts
