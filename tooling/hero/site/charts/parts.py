"""Parts of wholes: a bar each, with how many of how many."""

from collections.abc import Sequence

from markupsafe import Markup

from hero.site.charts.drawing import WIDTH, fitting, mark, picture, words
from hero.site.charts.series import Part

ROW, BAR = 40, 12


def parts(name: str, title: str, says: str, rows: Sequence[Part]) -> Markup:
    """A row each: its name and numbers, and below them the bar."""
    drawn = [each for number, row in enumerate(rows) for each in _row(row, number * ROW)]
    return picture(name, title, says, max(1, len(rows)) * ROW, drawn)


def shown(part: int, of: int) -> str:
    """So many of so many, and the share where that says something."""
    return f"{part:,} of {of:,}" + (f", {100 * part / of:.0f} %" if of else "")


def _row(row: Part, y: int) -> list[str]:
    numbers = shown(row.part, row.of)
    drawn = [
        words(0, y + 13, fitting(row.name, WIDTH - 160)),
        words(WIDTH, y + 13, numbers, "end", "hero-chart__number"),
        mark("rect", x=0.5, y=y + 19.5, width=WIDTH - 1, height=BAR, class_="hero-chart__whole"),
    ]
    if row.part:
        wide = WIDTH * row.part / row.of
        drawn.append(mark("rect", x=0, y=y + 19, width=wide, height=BAR + 1, class_=row.look))
    return drawn
