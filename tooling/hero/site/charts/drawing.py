"""The parts of a drawing, as text. Whatever is put in is escaped here.

No part carries a style: what it looks like is the page's, which knows light, dark, forced colours
and paper.
"""

from collections.abc import Iterable, Sequence
from math import ceil

from markupsafe import Markup, escape

from hero.site.charts.letters import fitted, wide
from hero.site.charts.scale import Plot

#: Units from left to right in every picture; one is somewhat less than a pixel on a phone.
WIDTH = 360
#: The size of words where they are largest, and the width of a digit there.
SIZE, LETTER = 15.5, 9
#: The height of a line of words there.
LINE = 18

Value = str | int | float


def mark(kind: str, inner: str = "", **attributes: Value) -> str:
    """An element. An underscore in a name is a hyphen; numbers are cut to a tenth.

    Paths end themselves, as those of the theme do; everything else has an end of its own.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_short(value)}"'
        for name, value in attributes.items()
    )
    return f"<{kind}{written}/>" if kind == "path" else f"<{kind}{written}>{inner}</{kind}>"


def words(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    """A line of words; `anchor` is the end of it that stands at x."""
    more = {"class_": kind} if kind else {}
    return mark("text", str(escape(text)), x=x, y=y, text_anchor=anchor, **more)


def fitting(text: str, width: float) -> str:
    """As much of a text as fits into a width."""
    return fitted(text, width / SIZE)


def picture(name: str, title: str, says: str, height: float, parts: Iterable[str]) -> Markup:
    """The whole drawing with its title and what it says; `name` is unique on the page."""
    told = mark("title", str(escape(title)), id=f"{name}-title")
    told += mark("desc", str(escape(says)), id=f"{name}-says")
    drawn = mark(
        "svg",
        told + "".join(parts),
        class_="hero-chart",
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-says",
    )
    return Markup(drawn)  # noqa: S704 (because: every part is escaped above)


def grid(plot: Plot, values: Sequence[int]) -> str:
    """Lines across the plot with their numbers, as the left axis."""
    lines = "".join(f"M{plot.left} {_short(plot.y(value))}H{plot.right}" for value in values)
    numbers = (words(plot.left - 6, plot.y(value) + 4, f"{value:,}", "end") for value in values)
    return mark("path", d=lines, class_="hero-chart__grid") + "".join(numbers)


def below(plot: Plot, labels: Sequence[tuple[str, str]]) -> str:
    """Labels under the bands of a plot, a second line under the first; too many are thinned."""
    widest = max((wide(first) for first, _ in labels), default=1) * SIZE + 8
    every = ceil(widest * len(labels) / plot.width) if labels else 1
    shown = []
    for number, (first, second) in enumerate(labels):
        x = plot.band(number, len(labels))
        if (len(labels) - 1 - number) % every == 0:
            shown.append(words(x, plot.bottom + LINE, first, "middle"))
        if second:
            shown.append(words(x, plot.bottom + 2 * LINE, second, "middle"))
    return "".join(shown)


def room(values: Sequence[int]) -> int:
    """How far from the left a plot begins, so that the numbers of its axis fit before it."""
    return max(24, round(LETTER * max(len(f"{value:,}") for value in values)) + 10)


def path(points: Iterable[tuple[float, float]]) -> str:
    """A line through points."""
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points)


def _short(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(escape(str(value)))
