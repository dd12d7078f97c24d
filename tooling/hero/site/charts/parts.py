"""Parts of wholes: a bar each, with how many of how many."""

from collections.abc import Sequence

from markupsafe import Markup

from hero.site.charts.drawing import LINE, SIZE, WIDTH, mark, picture, words
from hero.site.charts.letters import wrapped
from hero.site.charts.series import Part

#: The height of a bar, what it is from the next name, and the room for numbers to its right.
BAR, GAP, NUMBERS = 12, 12, 132


def parts(name: str, title: str, says: str, rows: Sequence[Part]) -> Markup:
    """A row each: its name in as many lines as it takes, and below it the bar and its numbers."""
    drawn, y = [], 0
    for row in rows:
        lines = wrapped(row.name, WIDTH / SIZE) or [row.name]
        drawn += [words(0, y + LINE * n - 4, text) for n, text in enumerate(lines, 1)]
        y += LINE * len(lines)
        drawn += _bar(row, y)
        y += BAR + GAP
    return picture(name, title, says, max(BAR, y - GAP + 3), drawn)


def shown(part: int, of: int) -> str:
    """So many of so many, and the share where that says something."""
    return f"{part:,} of {of:,}" + (f", {100 * part / of:.0f} %" if of else "")


def _bar(row: Part, y: int) -> list[str]:
    whole = WIDTH - NUMBERS
    drawn = [
        words(WIDTH, y + BAR - 1, shown(row.part, row.of), "end", "hero-chart__number"),
        mark("rect", x=0.5, y=y + 0.5, width=whole - 1, height=BAR, class_="hero-chart__whole"),
    ]
    if row.part:
        wide = whole * row.part / row.of
        drawn.append(mark("rect", x=0, y=y, width=wide, height=BAR + 1, class_=row.look))
    return drawn
