"""What waits and for how long: a dot for each, or a bar where many have the same age."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from hero.site.charts.drawing import LINE, WIDTH, fitting, grid, mark, picture, room, words
from hero.site.charts.scale import Plot, ticks

HEIGHT, TOP = 190, 48
#: Ages are told apart by so many steps from bottom to top.
STEPS = 28
#: Up to so many of one age stand side by side as dots of this size; more become a bar.
ALONE, DOT = 7, 3.9
#: The part of its band that the longest bar takes.
WIDEST = 0.84

Waiting = tuple[str, str, Sequence[int], int | float | None]


def ages(name: str, title: str, says: str, stages: Sequence[Waiting]) -> Markup:
    """A band a stage: its name, look, the ages in days of what is there, and the usual age.

    However many there are, a band has at most as many bars as there are steps.
    """
    usuals = [usual for *_, usual in stages if usual is not None]
    steps = ticks(max([1, *usuals, *(max(days, default=0) for _, _, days, _ in stages)]))
    plot = Plot(room(steps), TOP, WIDTH - 4, TOP + HEIGHT, steps[-1])
    counted = [Counter(_step(age, plot.most) for age in days) for _, _, days, _ in stages]
    crowd = max((count for each in counted for count in each.values()), default=1)
    parts = [
        grid(plot, steps),
        words(0, 13, "days in the stage so far"),
    ]
    if usuals:
        parts.append(mark("path", d=f"M0 {LINE + 10}h24", class_="hero-usual"))
        parts.append(words(31, LINE + 15, "nine in ten had left by then"))
    for number, (label, look, _, usual) in enumerate(stages):
        x, wide = plot.band(number, len(stages)), plot.width / len(stages)
        parts.append(words(x, plot.bottom + LINE, fitting(label, wide), "middle"))
        for step, count in sorted(counted[number].items()):
            y = plot.y((step + 0.5) * plot.most / STEPS)
            parts += _dots(x, y, count, look) if crowd <= ALONE else []
            parts += [_bar(x, y, wide * WIDEST * count / crowd, look)] if crowd > ALONE else []
        if usual is not None:
            line = f"M{x - wide * 0.45:.1f} {plot.y(usual):.1f}H{x + wide * 0.45:.1f}"
            parts.append(mark("path", d=line, class_="hero-usual"))
    return picture(name, title, says, plot.bottom + LINE + 8, parts)


def _step(age: int, most: float) -> int:
    return min(STEPS - 1, int(age / most * STEPS))


def _dots(x: float, y: float, count: int, look: str) -> list[str]:
    first = x - (count - 1) * (DOT + 1)
    return [
        mark("circle", cx=first + 2 * number * (DOT + 1), cy=y, r=DOT, class_=f"{look} hero-age")
        for number in range(count)
    ]


def _bar(x: float, y: float, wide: float, look: str) -> str:
    high = HEIGHT / STEPS - 1
    around = f"h{wide:.1f}v{high:.1f}h{-wide:.1f}z"
    return mark("path", d=f"M{x - wide / 2:.1f} {y - high / 2:.1f}{around}", class_=look)
