"""Facts about the process: do ideas move, with reasons, in time, and is the outcome looked at?"""

import datetime as dt

from hero.culture.scorecard.fact import Fact, Reading, named, part
from hero.culture.scorecard.ground import Ground
from hero.process.flow.figure import Figure
from hero.process.flow.owed import Owed
from hero.process.metrics import METRICS

YEAR = 365


def _decided(ground: Ground) -> Reading:
    return Reading(sum(bool(idea.decisions) for idea in ground.then.ideas.values()))


def _reasons(ground: Ground) -> Reading:
    return _as_measured(ground, "reasons")


def _stages(ground: Ground) -> Reading:
    active = [stage for stage in ground.registry.pipeline.stages if stage.kind == "active"]
    bare = [stage.name for stage in active if not stage.deadlines]
    says = f"nothing is promised in {', '.join(bare)}" if bare else ""
    return part(len(active) - len(bare), len(active), says)


def _promises(ground: Ground) -> Reading:
    return part(sum(map(_in_time, ground.owed)), len(ground.owed))


def _measured(ground: Ground) -> Reading:
    return _as_measured(ground, "measured")


def _checked(ground: Ground) -> Reading:
    """Owed in a final stage: outcome checks, of which the day is over or the result is there."""
    good = {stage.id for stage in ground.registry.pipeline.stages if stage.outcome == "good"}
    owed = [
        each
        for slug in ground.then.ideas
        for each in ground.scene.owed[slug]
        if each.stage in good and each.state(ground.day) != "due"
    ]
    open_ = sorted({each.about for each in owed if each.met_on is None})
    says = named("not looked at again: ", "idea", open_[:3])
    return part(sum(each.met_on is not None for each in owed), len(owed), says)


def _over(ground: Ground) -> Reading:
    there = [course.stage.id for course in ground.courses]
    full = [
        stage.name
        for stage in ground.registry.pipeline.stages
        if stage.limit is not None and there.count(stage.id) > stage.limit
    ]
    return Reading(len(full), says=f"too many in {', '.join(full)}" if full else "")


def _change(ground: Ground) -> Reading:
    """The share of deadlines kept whose day was in the last year, less that of the year before."""
    now = _kept(ground, ground.ago(YEAR), ground.day)
    before = _kept(ground, ground.ago(2 * YEAR), ground.ago(YEAR))
    if now.value is None or before.value is None:
        return Reading(None, says="there are not two years of deadlines to compare")
    return Reading(now.value - before.value, now.n)


def _kept(ground: Ground, after: dt.date, until: dt.date) -> Reading:
    owed = [each for each in ground.owed if after < each.on <= until]
    return part(sum(_in_time(each) for each in owed), len(owed))


def _in_time(owed: Owed) -> bool:
    return owed.met_on is not None and owed.met_on <= owed.on


def _as_measured(ground: Ground, metric: str) -> Reading:
    """The first figure of a metric of `hero metrics`: that of all ideas."""
    found: Figure = next(
        figure for each in METRICS if each.id == metric for figure in each.measure(ground.scene)
    )
    return part(int(found.values["part"] or 0), found.n)


PROCESS = (
    Fact(
        "process.decided",
        "Ideas that were decided about",
        "count",
        "Ideas with at least one decision in their file.",
        _decided,
    ),
    Fact(
        "process.reason_coverage",
        "Ends with a reason",
        "share",
        "Of the ideas that are parked or in a final stage, those whose last decision led there "
        "and says why: `reasons` of `hero metrics`.",
        _reasons,
    ),
    Fact(
        "process.stages_with_deadline",
        "Active stages that promise something",
        "share",
        "Of the active stages of the pipeline, those with at least one deadline.",
        _stages,
    ),
    Fact(
        "process.promises_kept",
        "Deadlines kept",
        "share",
        "Of the deadlines that were met or whose day is over, those met in time; replies are left "
        "out, since no file shows all of them: `promises-kept` of `hero metrics`.",
        _promises,
    ),
    Fact(
        "process.in_use_measured",
        "In use, with a result",
        "share",
        "Of the ideas in use, those with a result in their evidence: `measured` of `hero metrics`.",
        _measured,
    ),
    Fact(
        "process.outcome_checked",
        "Outcomes looked at again",
        "share",
        "Of the checks that ideas in use owe and whose day is over, or that were made early, "
        "those that were made.",
        _checked,
    ),
    Fact(
        "process.over_limit",
        "Stages over their limit",
        "count",
        "Stages that hold more ideas at once than the pipeline allows.",
        _over,
    ),
    Fact(
        "process.promises_change",
        "Deadlines kept, against the year before",
        "points",
        "The share of deadlines kept whose day was in the last 365 days, less the share of the "
        "365 days before.",
        _change,
    ),
)
