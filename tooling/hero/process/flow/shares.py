"""What part keeps its promises, has its reason, and was measured."""

from collections.abc import Iterator

from hero.process.flow.course import Course, own
from hero.process.flow.coverage import counts, reasons
from hero.process.flow.figure import Figure, Metric, share
from hero.process.flow.owed import Owed, readings
from hero.process.flow.scene import Scene
from hero.registry.idea import Decision
from hero.registry.pipeline import Stage


def _promises(scene: Scene) -> Iterator[Figure]:
    """All but replies, which files show in part; then each kind in the order of the pipeline."""
    every = [
        owed
        for each in scene.courses
        if not each.duplicate
        for owed in scene.owed[each.slug]
        if owed.state(scene.day) != "due" and scene.counts(owed.on)
    ]
    yield _kept("", [owed for owed in every if not owed.reply])
    for stage in scene.pipeline.stages:
        for what in dict.fromkeys(deadline.what for deadline in stage.deadlines):
            those = [owed for owed in every if (owed.stage, owed.what) == (stage.id, what)]
            yield _kept(f"{stage.id}: {what}", those)


def _kept(of: str, owed: list[Owed]) -> Figure:
    kept = sum(each.met_on is not None and each.met_on <= each.on for each in owed)
    open_ = sum(each.met_on is None for each in owed)
    late = len(owed) - kept - open_
    at_least = int(any(each.reply for each in owed))
    return share(of, kept, len(owed), late=late, overdue=open_, at_least=at_least)


def _kills(scene: Scene) -> Iterator[Figure]:
    """Of all that left a stage, then stage by stage: how much was ended, or taken back."""
    left = [
        (stay.stage, each, stay.leaving)
        for each in scene.own
        for stay in each.stays
        if stay.leaving is not None and scene.counts(stay.leaving.date)
    ]
    ends = [(course, made) for _, course, made in left if _is_end(scene, made)]
    yield _killed("of final decisions", ends, scene)
    for stage in scene.pipeline.stages:
        if stage.kind != "final":
            yield _killed(
                stage.id, [(one, made) for at, one, made in left if at == stage.id], scene
            )


def _killed(of: str, left: list[tuple[Course, Decision]], scene: Scene) -> Figure:
    ended = [(course, made) for course, made in left if _is_end(scene, made, good=False)]
    taken = sum(own(course, made) for course, made in ended)
    return share(of, len(ended) - taken, len(left), taken_back=taken)


def _is_end(scene: Scene, made: Decision, good: bool = True) -> bool:
    """Does it lead to a final stage; with `good` False, to one that is not use?"""
    stage: Stage | None = scene.pipeline.stage(made.to)
    return stage is not None and stage.kind == "final" and (good or stage.outcome != "good")


def _revised(scene: Scene) -> Iterator[Figure]:
    known = [
        number
        for each in scene.own
        if scene.counts(each.proposed) and (number := scene.revisions.get(each.slug)) is not None
    ]
    unknown = sum(scene.counts(each.proposed) for each in scene.own) - len(known)
    yield share("", sum(number > 0 for number in known), len(known), not_known=unknown)


def _measured(scene: Scene) -> Iterator[Figure]:
    """Of what is in use: with a result at all, and with one that was read afterwards."""
    used = [each for each in scene.courses if each.used and counts(scene, each)]
    results = sum(any(one.result is not None for one in each.idea.evidence) for each in used)
    yield share("with a result", results, len(used))
    again = sum(
        bool(each.stays[-1].entered and readings(each.idea, each.stays[-1].entered))
        for each in used
    )
    yield share("read again in use", again, len(used))


def _evaluated(scene: Scene) -> Iterator[Figure]:
    """Of what was decided about."""
    moved = [each for each in scene.own if each.stays[0].left and scene.counts(each.stays[0].left)]
    yield share("", sum(bool(each.idea.evaluations) for each in moved), len(moved))


SHARES = (
    Metric(
        "promises-kept",
        "Deadlines kept",
        "share",
        "deadlines",
        "Of the deadlines that were met or whose day is over, those met in time; the others were "
        "met late or are overdue. A reply may have come where no file shows it: its share is the "
        "least that it can be, and is no part of the whole. Leave and holidays are those that "
        "the roster and the network name now. Without imports and duplicates.",
        "Service levels, with the open ones that are overdue in the whole.",
        _promises,
    ),
    Metric(
        "reasons",
        "Ends with a reason",
        "share",
        "ideas",
        "Of the ideas that are parked or in a final stage, those whose last decision led there "
        "and says why.",
        "An explained no brings newcomers back (Piezunka and Dahlander, 2019).",
        reasons,
    ),
    Metric(
        "kill-rate",
        "Ended by decision",
        "share",
        "decisions",
        "Of the decisions that left a stage, those that ended the idea other than by use and "
        "were not its proposers' own; what proposers took back is counted beside. Without "
        "imports and duplicates.",
        "Concept kill rate (Wazoku), by gate: early ends are cheap.",
        _kills,
    ),
    Metric(
        "revised",
        "Text revised",
        "share",
        "ideas",
        "Of the ideas whose history is known, those whose text was changed after they came in. "
        "Needs git: without its history nothing is known.",
        "Feedback works through revision (Innovation: Organization & Management, 2023).",
        _revised,
    ),
    Metric(
        "measured",
        "In use and measured",
        "share",
        "ideas",
        "Of the ideas in use, those with a result in their evidence, and those with a result "
        "that was read after the day on which they came into use.",
        "Outcome before activity (Wazoku).",
        _measured,
    ),
    Metric(
        "evaluated",
        "Evaluated",
        "share",
        "ideas",
        "Of the ideas that were decided about, those that anybody evaluated, before or after.",
        "Effort and value compared before sponsoring (Bernoff and Schadler, 2010).",
        _evaluated,
    ),
)
