"""What waits and for how long: a dot for each, a larger one where many have the same age."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from markupsafe import Markup

from hero.site.charts.drawing import LINE, WIDTH, fitting, grid, mark, picture, words
from hero.site.charts.scale import Plot, ticks

HEIGHT, LEFT, TOP = 220, 44, 24
#: Ages are told apart by so many steps from bottom to top; dots grow from here to there.
STEPS, LEAST, MOST = 28, 5.0, 13.0


def ages(
    name: str,
    title: str,
    says: str,
    stages: Sequence[tuple[str, str, Sequence[int], int | float | None]],
) -> Markup:
    """A band a stage: its name, look, the ages in days of what is there, and the usual age.

    However many there are, a band has at most as many dots as there are steps.
    """
    usuals = [usual for *_, usual in stages if usual is not None]
    steps = ticks(max([1, *usuals, *(max(days, default=0) for _, _, days, _ in stages)]))
    plot = Plot(LEFT, TOP, WIDTH - 4, TOP + HEIGHT, steps[-1])
    counted = [Counter(_step(age, plot.most) for age in days) for _, _, days, _ in stages]
    crowd = max((count for each in counted for count in each.values()), default=1)
    parts = [
        grid(plot, steps),
        words(0, 12, "days in the stage; a line: nine in ten had left by then"),
    ]
    for number, (label, look, _, usual) in enumerate(stages):
        x, wide = plot.band(number, len(stages)), plot.width / len(stages)
        parts.append(words(x, plot.bottom + LINE, fitting(label, wide), "middle"))
        for step, count in sorted(counted[number].items()):
            y, size = plot.y((step + 0.5) * plot.most / STEPS), _size(count, crowd)
            parts.append(mark("circle", cx=x, cy=y, r=size, class_=f"{look} hero-bubble"))
        if usual is not None:
            line = f"M{x - wide * 0.4:.1f} {plot.y(usual):.1f}H{x + wide * 0.4:.1f}"
            parts.append(mark("path", d=line, class_="hero-usual"))
    return picture(name, title, says, plot.bottom + LINE + 8, parts)


def _step(age: int, most: float) -> int:
    return min(STEPS - 1, int(age / most * STEPS))


def _size(count: int, crowd: int) -> float:
    """The radius: areas grow with the count, less steeply where the largest would be too large."""
    if LEAST * sqrt(crowd) <= MOST:
        return LEAST * sqrt(count)
    return LEAST + (MOST - LEAST) * sqrt((count - 1) / (crowd - 1))
