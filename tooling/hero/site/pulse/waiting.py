"""How long things take: to the first reply and decision, and in each stage."""

from collections.abc import Sequence

from hero.process.flow.cohorts import heard
from hero.process.flow.figure import Figure
from hero.registry.phrases import both
from hero.registry.pipeline import Stage
from hero.site.charts.lines import lines
from hero.site.charts.ranges import ranges
from hero.site.charts.series import Range, Series
from hero.site.flow import reply
from hero.site.pulse.chart import (
    FEWEST_DRAWN,
    Cell,
    Chart,
    figures,
    fill,
    many,
    quarter_labels,
    scene,
    whole,
)
from hero.site.window import Window

#: What the table has of replies, and what it has of decisions.
ANSWERED = (
    "Quarter", "Replies", "Median", "p90", "Unanswered",
    "First decisions", "Median decision", "p90 decision", "Undecided",
)  # fmt: skip


def response(window: Window) -> Chart:
    """The median time to the first reply and to the first decision, quarter by quarter."""
    found = list(heard(scene(window)))
    replies = [each.reply.values["median_with_open"] for each in found]
    decisions = [each.decision.values["median_with_open"] for each in found]
    series = [
        Series("first reply", "hero-series--1", replies),
        Series("first decision", "hero-series--2", decisions),
    ]
    title = "How soon ideas are answered"
    says = _heard(window)
    heard_of = [sum(each.reply.n for each in found), sum(each.decision.n for each in found)]
    there = any(value is not None for value in (*replies, *decisions))
    there = there and max(heard_of) >= FEWEST_DRAWN
    labels = quarter_labels([each.quarter for each in found])
    return Chart(
        "response",
        title,
        "How many working days pass until half of a quarter's ideas have heard from a person?",
        f"{heard_of[0]:,} repl{'y' if heard_of[0] == 1 else 'ies'}, "
        f"{many(heard_of[1], 'first decision')}",
        says,
        lines("response", title, says, labels, series) if there else None,
        ("first-reply", "first-decision"),
        ANSWERED,
        tuple((each.quarter, *_took(each.reply), *_took(each.decision)) for each in found),
        "By the quarter in which the idea was proposed. Medians count what is still open by its "
        "age, and are left out where more than half is open.",
    )


def _took(figure: Figure) -> tuple[Cell, ...]:
    values = figure.values
    return figure.n, values["median_with_open"], values["p90"], values["open"]


def _heard(window: Window) -> str:
    figure, lately = reply(window)
    (decision,) = figures(window, "first-decision")
    if not figure.n:
        return "Nobody has had a reply that the files show yet."
    when = " in the last year" if lately else ""
    soon = _days(figure.values["median"])
    said = (
        f"Half of {figure.n:,} first replies{when} came within {soon}"
        if figure.n > 1
        else f"The one first reply{when} came within {soon}"
    )
    if not decision.n:
        return f"{said}."
    soon = _days(decision.values["median"])
    if decision.n == 1:
        return f"{said}; the one first decision within {soon}."
    return f"{said}; half of {decision.n:,} first decisions ever within {soon}."


def _days(count: int | float | None) -> str:
    return f"{count:,} working day{'s' * (count != 1)}" if count is not None else "some time"


def staying(window: Window) -> Chart:
    """How long ideas stay in each stage that is not final."""
    found = [(each, window.stages[each.of]) for each in figures(window, "time-in-stage")]
    title = "How long each stage takes"
    says = _stayed(found)
    rows = [
        Range(stage.name, fill(window, stage), *(each.values[name] for name in DRAWN))
        for each, stage in found
    ]
    there = sum(each.n + whole(each.values["open"]) for each, _ in found) >= FEWEST_DRAWN
    return Chart(
        "time-in-stage",
        title,
        "Where does the time go?",
        f"{many(sum(each.n for each, _ in found), 'stay')} that ended",
        says,
        ranges("time-in-stage", title, says, "days", rows) if there else None,
        ("time-in-stage",),
        ("Stage", "Stays that ended", "Median days", "p90 days", "Still there", "Oldest there"),
        tuple(
            (stage.name, each.n, *(each.values[name] for name in TABLED)) for each, stage in found
        ),
    )


DRAWN = ("median", "p90", "oldest_open")
TABLED = ("median", "p90", "open", "oldest_open")


def _stayed(found: Sequence[tuple[Figure, Stage]]) -> str:
    left = [
        f"{days:,} day{'s' * (days != 1)} in “{stage.name}”"
        for each, stage in found
        if (days := each.values["median"]) is not None
    ]
    return f"Half of all stays ended within {both(left)}." if left else "Nothing has left a stage."
