"""How long things take: a dot at the median, a bar to 9 in 10, a ring at the oldest open one."""

from collections.abc import Sequence

from markupsafe import Markup

from hero.site.charts.drawing import LETTER, LINE, WIDTH, fitting, mark, picture, words
from hero.site.charts.scale import Plot, ticks
from hero.site.charts.series import Range

ROW, NAMES, KEY = 28, 96, 50


def ranges(name: str, title: str, says: str, unit: str, rows: Sequence[Range]) -> Markup:
    """A row each, all on one axis from left to right."""
    values = [v for row in rows for v in (row.median, row.p90, row.open) if v is not None]
    steps = ticks(max(values, default=0), 3)
    right = WIDTH - round(len(f"{steps[-1]:,}") * LETTER / 2) - 4
    plot = Plot(NAMES, KEY, right, KEY + ROW * len(rows), steps[-1])
    upright = "".join(f"M{plot.x(step):.1f} {plot.top}V{plot.bottom}" for step in steps)
    parts = [_key(), mark("path", d=upright, class_="hero-chart__grid")]
    parts += [words(plot.x(step), plot.bottom + LINE, f"{step:,}", "middle") for step in steps]
    parts.append(words(NAMES - 14, plot.bottom + LINE, unit, "end"))
    for number, row in enumerate(rows):
        parts += _row(plot, row, plot.top + ROW * (number + 0.5))
    return picture(name, title, says, plot.bottom + LINE + 8, parts)


def _row(plot: Plot, row: Range, y: float) -> list[str]:
    parts = [words(0, y + 5, fitting(row.name, NAMES - 8))]
    if row.median is not None and row.p90 is not None:
        start, end = plot.x(row.median), plot.x(row.p90)
        parts.append(mark("rect", x=start, y=y - 4, width=end - start, height=8, class_=row.look))
    if row.open is not None:
        parts.append(mark("circle", cx=plot.x(row.open), cy=y, r=6, class_="hero-ring"))
    if row.median is not None:
        parts.append(mark("circle", cx=plot.x(row.median), cy=y, r=6, class_="hero-dot"))
    return parts


def _key() -> str:
    """What dot, bar and ring are, in two lines."""
    return (
        mark("circle", cx=7, cy=8, r=6, class_="hero-dot")
        + words(19, 13, "median: half were faster")
        + mark("rect", x=236, y=4, width=22, height=8, class_="hero-fill--active3")
        + words(264, 13, "to 9 in 10")
        + mark("circle", cx=7, cy=8 + LINE + 2, r=6, class_="hero-ring")
        + words(19, 15 + LINE, "oldest still there")
    )
