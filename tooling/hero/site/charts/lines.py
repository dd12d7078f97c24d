"""Lines with a mark at each number; a gap where there is none."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from hero.site.charts.columns import Labels
from hero.site.charts.drawing import LINE, WIDTH, below, grid, mark, path, picture, room
from hero.site.charts.legend import SWATCH, legend, sign
from hero.site.charts.scale import Plot, ticks
from hero.site.charts.series import Series

HEIGHT = 140


def lines(name: str, title: str, says: str, labels: Labels, series: Sequence[Series]) -> Markup:
    """One line a series; lines differ by colour, dashes and the shape of their marks."""
    head, down = legend([(each.name, each.look) for each in series], WIDTH, marks=True)
    top = down + SWATCH
    most = ticks(max((each.most for each in series), default=0))
    plot = Plot(room(most), top, WIDTH - 4, top + HEIGHT, most[-1])
    parts = [head, grid(plot, most), below(plot, labels)]
    for number, each in enumerate(series):
        for run in _runs(plot, each):
            parts.append(mark("path", d=path(run), class_=f"{each.look} hero-line"))
            parts += [sign(number % 2 == 1, x, y, each.look) for x, y in run]
    return picture(name, title, says, plot.bottom + 2 * LINE + 6, parts)


def _runs(plot: Plot, series: Series) -> Iterator[list[tuple[float, float]]]:
    """The points between the gaps."""
    run: list[tuple[float, float]] = []
    for number, value in enumerate(series.values):
        if value is not None:
            run.append((plot.band(number, len(series.values)), plot.y(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run
