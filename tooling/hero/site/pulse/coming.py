"""What came, how far it got, and what left."""

from collections.abc import Sequence

from markupsafe import Markup

from hero.process.flow.figure import Figure
from hero.process.flow.quarter import USUAL
from hero.registry.phrases import both
from hero.registry.pipeline import Stage
from hero.site.charts.columns import grouped, stacked
from hero.site.charts.series import Series
from hero.site.pulse.chart import (
    FEWEST_DRAWN,
    Cell,
    Chart,
    figures,
    fill,
    many,
    quarter_labels,
    whole,
)
from hero.site.window import Window


def funnel(window: Window) -> Chart:
    """Of the ideas of each quarter, how many reached each stage."""
    mature, *cohorts = figures(window, "conversion")
    way = [
        stage
        for stage in window.registry.pipeline.stages[1:]
        if stage.kind == "active" or stage.outcome == "good"
    ]
    title, came = "How far each quarter's ideas got", sum(each.n for each in cohorts)
    says = _got(mature, way)
    return Chart(
        "funnel",
        title,
        "Of the ideas that came in together, how many were explored, tried and put to use?",
        f"{many(mature.n, 'idea')} of mature quarters, {came:,} in all",
        says,
        _columns(window, way, cohorts[-USUAL:], title, says) if came >= FEWEST_DRAWN else None,
        ("conversion",),
        ("Quarter", "Ideas", *(stage.name for stage in way), "Ended", "Open", "Young"),
        tuple(_cohort(each, way) for each in cohorts),
        f"The picture shows the last {USUAL} quarters in which ideas came in; a dashed edge marks "
        "a young one, whose ideas may still get further.",
    )


def _columns(
    window: Window, way: Sequence[Stage], shown: Sequence[Figure], title: str, says: str
) -> Markup:
    first = window.registry.pipeline.initial
    series = [Series(first.name, fill(window, first), [each.n for each in shown])]
    series += [
        Series(stage.name, fill(window, stage), [whole(each.values[stage.id]) for each in shown])
        for stage in way
    ]
    labels = quarter_labels([each.of for each in shown])
    young = [bool(each.values["young"]) for each in shown]
    return grouped("funnel", title, says, labels, series, young)


def _cohort(figure: Figure, way: Sequence[Stage]) -> tuple[Cell, ...]:
    counts = [figure.values[each] for each in (*(stage.id for stage in way), "ended", "open")]
    return figure.of, figure.n, *map(whole, counts), "yes" if figure.values["young"] else "no"


def _got(mature: Figure, way: Sequence[Stage]) -> str:
    if not mature.n:
        return "No quarter is old enough yet to say how far its ideas get."
    parts = []
    for stage in way:
        count, share = whole(mature.values[stage.id]), mature.values[f"{stage.id}_share"]
        percent = f" ({100 * share:.0f} %)" if share is not None else ""
        parts.append(f"{count:,}{percent} reached “{stage.name}”")
    return f"Of {many(mature.n, 'idea')} whose quarter is mature, {both(parts)}."


def throughput(window: Window) -> Chart:
    """What came in and what was decided for good, quarter by quarter."""
    came = {each.of: whole(each.values["count"]) for each in figures(window, "arrivals") if each.of}
    ends = {each.of: each for each in figures(window, "throughput") if each.of}
    names = list(ends)
    used = [whole(each.values["in_use"]) for each in ends.values()]
    other = [whole(ends[name].values["count"]) - used[n] for n, name in enumerate(names)]
    arrived = [came.get(name, 0) for name in names]
    title = "What came in and what was decided"
    ended = sum(used) + sum(other)
    says = f"In the last two years {many(sum(arrived), 'idea')} came in and " + (
        f"{ended:,} {'was' if ended == 1 else 'were'} decided for good, {sum(used):,} of them "
        "into use."
        if ended
        else "none was decided for good."
    )
    series = [
        Series("decided: into use", "hero-fill--good", used),
        Series("decided: ended", "hero-fill--ended", other),
    ]
    dots = Series("came in", "hero-dot", arrived)
    drawn = stacked("throughput", title, says, quarter_labels(names), series, dots)
    there = any((*used, *other, *arrived))
    return Chart(
        "throughput",
        title,
        "Do as many ideas leave as come in?",
        f"{many(ended, 'decision')}, {many(sum(arrived), 'idea')}",
        says if there else "Nothing came in and nothing was decided in the last two years.",
        drawn if max(sum(arrived), ended) >= FEWEST_DRAWN else None,
        ("arrivals", "throughput"),
        ("Quarter", "Came in", "Decided for good", "Into use"),
        tuple((name, arrived[n], used[n] + other[n], used[n]) for n, name in enumerate(names)),
    )
