"""What can be shown for it: reasons, results, and deadlines that were kept."""

from collections.abc import Sequence

from hero.process.flow.coverage import reasons_by_stage
from hero.process.flow.figure import Figure
from hero.site.charts.parts import parts
from hero.site.charts.series import Part
from hero.site.pulse.chart import FEWEST_DRAWN, Chart, figures, fill, many, scene, whole
from hero.site.window import Window


def coverage(window: Window) -> Chart:
    """How many of the ideas that rest or ended say why, stage by stage."""
    (every,) = figures(window, "reasons")
    found = list(reasons_by_stage(scene(window)))
    rows = [
        Part(stage.name, fill(window, stage), whole(each.values["part"]), each.n)
        for each in found
        for stage in [window.stages[each.of]]
    ]
    part = whole(every.values["part"])
    says = (
        f"{_all(part, every.n)} that rest{'s' * (every.n == 1)}, ended or came into use "
        f"say{'s' * (every.n == 1)} why."
    )
    return _chart(
        "reasons",
        "Every end has its reason",
        "Does whoever proposed an idea learn why it came to rest?",
        f"{many(every.n, 'idea')} parked or decided for good",
        says if every.n else "No idea has come to rest yet.",
        rows,
        "Stage",
        ("reasons",),
    )


def results(window: Window) -> Chart:
    """How many ideas in use have a result, and one that was read again."""
    found = figures(window, "measured")
    rows = [
        Part(_capital(each.of), "hero-fill--good", whole(each.values["part"]), each.n)
        for each in found
    ]
    first, again = (row.part for row in rows)
    n = found[0].n
    says = (
        f"{_all(first, n)} in use {'has' if n == 1 else 'have'} a result; {again:,} had it read "
        "again once in use."
        if n
        else "Nothing is in use yet."
    )
    return _chart(
        "results",
        "In use, and measured",
        "Do we know that what was adopted works?",
        f"{many(n, 'idea')} in use",
        says,
        rows,
        "What",
        ("measured",),
    )


def promises(window: Window) -> Chart:
    """How many deadlines were kept, each kind by itself."""
    every, *kinds = figures(window, "promises-kept")
    rows = [
        Part(_named(window, each), "hero-fill--active3", whole(each.values["part"]), each.n)
        for each in kinds
        if each.n
    ]
    part = whole(every.values["part"])
    share = f" ({100 * part / every.n:.0f} %)" if every.n else ""
    says = (
        f"{part:,} of {many(every.n, 'deadline')}{share} {'was' if part == 1 else 'were'} kept, "
        "replies left out."
    )
    over = sum(each.n for each in kinds)
    none = "No deadline but that of a first reply" if over else "No deadline"
    return _chart(
        "promises",
        "What was promised, and kept",
        "Do the deadlines of the pipeline hold?",
        f"{many(over, 'deadline')} met or over",
        says if every.n else f"{none} has come due yet.",
        rows,
        "Deadline",
        ("promises-kept",),
    )


def _chart(
    name: str,
    title: str,
    question: str,
    n: str,
    says: str,
    rows: Sequence[Part],
    first: str,
    metrics: tuple[str, ...],
) -> Chart:
    enough = max((row.of for row in rows), default=0) >= FEWEST_DRAWN
    drawn = parts(name, title, says, rows) if enough else None
    table = tuple(
        (row.name, row.part, row.of, round(row.part / row.of, 4) if row.of else None)
        for row in rows
    )
    columns = (first, "So many", "Of", "Share")
    return Chart(name, title, question, n, says, drawn, metrics, columns, table)


def _all(part: int, n: int) -> str:
    """`All 8 ideas`, `3 of 8 ideas`; of one, `The one idea`."""
    if part == n:
        return "The one idea" if n == 1 else f"All {many(n, 'idea')}"
    return f"{part:,} of {many(n, 'idea')}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _named(window: Window, figure: Figure) -> str:
    """`proposed: first reply` with the stage's own name, and where files show only a part of it."""
    stage, _, what = figure.of.partition(": ")
    least = ", at least" if figure.values["at_least"] else ""
    return f"{window.stages[stage].name}: {what}{least}"
