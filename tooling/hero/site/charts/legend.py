"""What the colours mean, in words beside a swatch of each."""

from collections.abc import Sequence

from hero.site.charts.drawing import LINE, SIZE, fitting, mark, words
from hero.site.charts.letters import wide

SWATCH, SIGN, FIRST = 11, 4, 14


def legend(entries: Sequence[tuple[str, str]], width: int, marks: bool = False) -> tuple[str, int]:
    """Swatches with their names in as many lines as it takes, and the height of that.

    A look with `dot` in it has a round swatch; with `marks`, swatches look like those of lines.
    """
    parts: list[str] = []
    x, y = 0.0, FIRST
    for number, (name, look) in enumerate(entries):
        across = SWATCH + 6 + wide(name) * SIZE + 12
        if x and x + across - 12 > width:
            x, y = 0.0, y + LINE + 2
        if "dot" in look or marks:
            square = marks and number % 2 == 1
            parts.append(sign(square, x + SWATCH / 2, y - 4.5, look))
        else:
            parts.append(mark("rect", x=x, y=y - 10, width=SWATCH, height=SWATCH, class_=look))
        parts.append(words(x + SWATCH + 6, y, fitting(name, width - SWATCH - 6)))
        x += across
    return "".join(parts), y + 6


def sign(square: bool, x: float, y: float, look: str) -> str:
    """The mark of a number: round, or a square, so that lines differ without colours."""
    if square:
        return mark("rect", x=x - SIGN, y=y - SIGN, width=2 * SIGN, height=2 * SIGN, class_=look)
    return mark("circle", cx=x, cy=y, r=SIGN, class_=look)
