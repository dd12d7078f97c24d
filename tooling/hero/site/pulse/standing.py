"""How many were where, and how long what is there has waited."""

from collections.abc import Mapping, Sequence

from hero.process.flow.ages import Ages, ages
from hero.process.flow.levels import levels, sampled
from hero.registry.phrases import both
from hero.registry.pipeline import Stage
from hero.site.charts.ages import ages as drawn_ages
from hero.site.charts.area import area
from hero.site.charts.dates import dates
from hero.site.charts.series import Series
from hero.site.pulse.chart import FEWEST_DRAWN, Cell, Chart, Table, fill, many, scene
from hero.site.window import Window

#: So many ideas that wait stand in the page's table, the oldest ones; the download has all.
OLDEST = 20
#: What nine in ten of those before had left a stage within.
USUAL = "Usual (p90)"


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
    enough = dated >= FEWEST_DRAWN and len(days) > 1
    return Chart(
        "cumulative-flow",
        title,
        "Does work pile up somewhere? A band that widens takes in more than it lets out.",
        many(dated, "idea"),
        says,
        area("cumulative-flow", title, says, len(days), dates(days[0], days[-1]), series)
        if enough
        else None,
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


def aging(window: Window) -> Chart:
    """How long what is in each stage has been there, held against what is usual."""
    found = _waiting(window)
    n = sum(each.count for each, _ in found)
    title = "What waits, and for how long"
    says = _waits([each for each, _ in found])
    rows = [(stage.name, fill(window, stage), each.days, each.usual) for each, stage in found]
    drawn = sum(len(each.days) for each, _ in found) >= FEWEST_DRAWN
    return Chart(
        "aging",
        title,
        "Is anything on the way older than what came before it?",
        f"{many(n, 'idea')} not decided for good",
        says,
        drawn_ages("aging", title, says, rows) if drawn else None,
        ("in-progress",),
        ("Idea", "Stage", "Days in it", USUAL),
        _oldest(found),
        summary=_by_stage(found),
    )


def _waiting(window: Window) -> list[tuple[Ages, Stage]]:
    return [(each, window.stages[each.stage]) for each in ages(scene(window))]


def waits_longest(window: Window) -> frozenset[str]:
    """The ideas that the page names, by slug."""
    return frozenset(str(slug) for slug, *_ in _oldest(_waiting(window))[:OLDEST])


def _oldest(found: Sequence[tuple[Ages, Stage]]) -> tuple[tuple[Cell, ...], ...]:
    """A row an idea, the oldest first, whatever their stages."""
    rows = [
        (slug, stage.name, age, each.usual) for each, stage in found for slug, age in each.ideas
    ]
    return tuple(sorted(rows, key=lambda row: (row[2] is None, -(row[2] or 0), row[0])))


def _by_stage(found: Sequence[tuple[Ages, Stage]]) -> Table:
    columns = ("Stage", "Ideas", "Limit", "Median age", "Greatest age", USUAL, "Older than usual")
    rows = (
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
    )
    return Table(columns, tuple(rows))


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
