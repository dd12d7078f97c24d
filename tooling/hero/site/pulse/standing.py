"""How many were where, and how long what is there has waited."""

import datetime as dt
from collections.abc import Mapping, Sequence

from hero.process.flow.ages import Ages, ages
from hero.process.flow.levels import levels, sampled
from hero.registry.phrases import both
from hero.registry.pipeline import Stage
from hero.site.charts.ages import ages as drawn_ages
from hero.site.charts.area import area
from hero.site.charts.series import Series
from hero.site.pulse.chart import Chart, fill, scene
from hero.site.window import Window

#: So many dates stand below the picture.
DATES = 4


def cumulative(window: Window) -> Chart:
    """How many ideas were in each stage, from the first day on."""
    of = scene(window)
    days = sampled(of)
    found = levels(of, days)
    series = _layers(window, found)
    title = "How many were where"
    now = [f"{each.values[-1]:,} “{each.name}”" for each in series[::-1] if any(each.values[-1:])]
    dated = sum(each.proposed is not None for each in of.courses)
    says = f"On the last day: {both(now)}." if now else "There is no idea with a date yet."
    names = [stage.name for stage in window.registry.pipeline.stages]
    return Chart(
        "cumulative-flow",
        title,
        "Does work pile up somewhere? A band that widens takes in more than it lets out.",
        f"{dated:,} ideas",
        says,
        area("cumulative-flow", title, says, _dates(days), series) if now else None,
        (),
        ("Day", *names),
        tuple(
            (day.isoformat(), *(found[stage.id][n] for stage in window.registry.pipeline.stages))
            for n, day in enumerate(days)
        ),
        "The number of ideas in each stage at the end of a day, as their decisions tell it. All "
        "ideas count that say when they came in, imports and duplicates as well. Stages in which "
        "ideas end other than in use are one band; the table has them one by one.",
    )


def _layers(window: Window, found: Mapping[str, Sequence[int]]) -> list[Series]:
    """What is in use at the bottom, then what ended, then what rests, then the way to use."""
    stages = window.registry.pipeline.stages
    ended = [stage for stage in stages if stage.outcome == "ended"]
    together = [sum(each) for each in zip(*(found[stage.id] for stage in ended), strict=True)]

    def layer(stage: Stage) -> Series:
        return Series(stage.name, fill(window, stage), list(found[stage.id]))

    return [
        *(layer(stage) for stage in stages if stage.kind == "final" and stage not in ended),
        *([Series("Ended", "hero-fill--ended", together)] if ended else []),
        *(layer(stage) for stage in stages if stage.kind == "paused"),
        *(layer(stage) for stage in stages[::-1] if stage.kind == "active"),
    ]


def _dates(days: Sequence[dt.date]) -> list[str]:
    """A label at some of the days, evenly apart; none at the ends, where it would not fit."""
    labels = [""] * len(days)
    for part in range(DATES):
        at = round((part + 0.5) / DATES * (len(days) - 1))
        labels[at] = f"{days[at]:%b %Y}"
    return labels


def aging(window: Window) -> Chart:
    """How long what is in each stage has been there, held against what is usual."""
    found = [(each, window.stages[each.stage]) for each in ages(scene(window))]
    n = sum(each.count for each, _ in found)
    title = "What waits, and for how long"
    says = _waits([each for each, _ in found])
    rows = [(stage.name, fill(window, stage), each.days, each.usual) for each, stage in found]
    return Chart(
        "aging",
        title,
        "Is anything on the way older than what came before it?",
        f"{n:,} ideas that are not decided for good",
        says,
        drawn_ages("aging", title, says, rows) if any(each.days for each, _ in found) else None,
        ("in-progress",),
        (
            "Stage",
            "Ideas",
            "Limit",
            "Median age",
            "Greatest age",
            "Usual (p90)",
            "Older than usual",
        ),
        tuple(
            (
                stage.name,
                each.count,
                stage.limit,
                each.days[(len(each.days) - 1) // 2] if each.days else None,
                each.days[-1] if each.days else None,
                each.usual,
                each.long,
            )
            for each, stage in found
        ),
    )


def _waits(found: Sequence[Ages]) -> str:
    known = [each for each in found if each.long is not None]
    if not any(each.count for each in found):
        return "Nothing is on the way."
    if not known:
        return "Too few have left any stage yet to say what is usual."
    of = sum(each.count for each in known)
    long = sum(each.long or 0 for each in known)
    return (
        f"{long:,} of {of:,} idea{'s' * (of != 1)} ha{'s' if long == 1 else 've'} been in "
        f"{'its' if long == 1 else 'their'} stage for longer than nine in ten were before."
    )
