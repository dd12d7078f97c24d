"""How long things take."""

import datetime as dt
from collections.abc import Iterator

from hero.process.flow.course import Course
from hero.process.flow.figure import Figure, Metric, duration
from hero.process.flow.scene import Scene
from hero.process.flow.spread import spread


def first_reply(scene: Scene) -> Iterator[Figure]:
    """One figure of all ideas: working days until somebody else did something."""
    done, open_ = [], []
    for each in scene.own:
        if each.proposed is None:
            continue
        if each.answered is not None and scene.counts(each.answered):
            done.append(scene.working.between(each.proposed, each.answered))
        elif each.answered is None and each.running:
            open_.append(scene.working.between(each.proposed, scene.day))
    yield duration("", spread(done, open_))


def _first_decision(scene: Scene) -> Iterator[Figure]:
    done, open_ = [], []
    for each in scene.own:
        first = each.stays[0]
        if first.entered is None:
            continue
        if first.left is None:
            open_.append(scene.working.between(first.entered, scene.day))
        elif scene.counts(first.left):
            done.append(scene.working.between(first.entered, first.left))
    yield duration("", spread(done, open_))


def _cycle(scene: Scene) -> Iterator[Figure]:
    open_ = [
        age
        for each in scene.own
        if each.ended is None
        and each.running
        and (age := _days(each.proposed, scene.day)) is not None
    ]
    yield duration("", spread(_ended(scene, None), open_))
    yield duration("into use", spread(_ended(scene, True)))
    yield duration("to another end", spread(_ended(scene, False)))


def _ended(scene: Scene, good: bool | None) -> list[int]:
    """The days from the proposal to the first final decision: to one in use, or to another."""
    found = []
    for each in scene.own:
        if each.ended is None or not scene.counts(each.ended.date):
            continue
        days = _days(each.proposed, each.ended.date)
        stage = scene.pipeline.stage(each.ended.to)
        if days is not None and good in (None, stage is not None and stage.outcome == "good"):
            found.append(days)
    return found


def _in_stage(scene: Scene) -> Iterator[Figure]:
    stages = [stage.id for stage in scene.pipeline.stages if stage.kind != "final"]
    found: dict[str, tuple[list[int], list[int]]] = {stage: ([], []) for stage in stages}
    for each in scene.courses:
        for stay in () if each.duplicate else each.stays:
            if stay.imported or stay.stage not in found:
                continue
            done, ages = found[stay.stage]
            if stay.left is None and (age := _days(stay.entered, scene.day)) is not None:
                ages.append(age)
            elif scene.counts(stay.left) and (days := stay.days) is not None:
                done.append(days)
    for stage, (done, ages) in found.items():
        yield duration(stage, spread(done, ages))


def _days(start: dt.date | None, end: dt.date) -> int | None:
    """Calendar days; None where the start is not known or after the end."""
    return (end - start).days if start is not None and start <= end else None


def time_to_end(scene: Scene) -> int | None:
    """The days within which nine in ten ideas have had a final decision, open ones counted."""
    courses: list[Course] = [each for each in scene.own if each.running and each.ended is None]
    ages = [age for each in courses if (age := _days(each.proposed, scene.day)) is not None]
    return spread(_ended(scene, None), ages).p90_with_open


TIMES = (
    Metric(
        "first-reply",
        "First reply",
        "duration",
        "working days",
        "From the proposal to the first thing that somebody other than its proposers did and the "
        "file shows: an evaluation, a pass or a decision. Comments on the forge are not seen. "
        "Ideas that were ended before anybody replied are left out.",
        "A review of more than twenty papers names late feedback in each (SoapBox, 2016).",
        first_reply,
    ),
    Metric(
        "first-decision",
        "First decision",
        "duration",
        "working days",
        "From the proposal to the decision that first moved the idea.",
        "Processing time of German suggestion schemes (Neckel), split at the first decision.",
        _first_decision,
    ),
    Metric(
        "cycle-time",
        "Final decision",
        "duration",
        "days",
        "From the proposal to the decision that first led to a final stage: in use, or ended. An "
        "idea that came back later is counted by its first end.",
        "Processing time of German suggestion schemes (Neckel): long ones may be the big ideas.",
        _cycle,
    ),
    Metric(
        "time-in-stage",
        "Time in stage",
        "duration",
        "days",
        "From each entry into a stage to the decision that left it; an idea that was there twice "
        "counts twice.",
        "Time per state, past and present apart, as Qmarkets reports it.",
        _in_stage,
    ),
)
