"""Dated changes of status turned into decisions that hang together, ending at the row's status."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from hero.registry.importing import texts
from hero.registry.importing.mapping import History, StageFrom
from hero.registry.importing.taking import RowRefused, Taking, shown

_REASON, _LINE = 2000, 300


@dataclass(frozen=True, slots=True)
class Step:
    """One change of status: the stages it leaves (None where not said) and enters."""

    day: dt.date
    from_: str | None
    to: str
    words: str
    by: str
    because: str
    imported: str


@dataclass(frozen=True, slots=True)
class Record:
    """What the registry keeps of an idea, in the form of its file."""

    proposed_on: dt.date | None
    stage: str | None
    decisions: tuple[dict[str, Any], ...] = ()


def record(
    taking: Taking,
    source: StageFrom | None,
    proposed_on: dt.date | None,
    initial: str,
    recorded_by: str,
) -> Record:
    """The record of one row. Raises RowRefused where its stage cannot be told or dated."""
    if source is None:
        return Record(proposed_on, None)
    steps = _ordered(taking, list(_steps(taking, source, recorded_by)))
    if steps and (proposed_on is None or steps[0].day < proposed_on):
        if proposed_on is not None:
            taking.note("proposed", "proposed_on", f"{proposed_on} -> {steps[0].day}")
        proposed_on = steps[0].day
    decisions, at = _chained(taking, steps, initial)
    stage = taking.word(source, "stage") or at
    if stage != at:
        last = steps[-1].day if steps else proposed_on
        decisions.append(_by_status(taking, source, at, stage, last, recorded_by))
        proposed_on = proposed_on or decisions[-1]["date"]
    return Record(proposed_on, stage, tuple(decisions))


def _steps(taking: Taking, source: StageFrom, recorded_by: str) -> Iterator[Step]:
    history = source.history
    if history is None or history.changes not in taking.values:
        return
    taking.used.add(history.changes)
    changes = taking.values[history.changes]
    if not isinstance(changes, list):
        taking.note("shape", "decisions", f"{history.changes}: {shown(changes)}")
        return
    for number, change in enumerate(changes, 1):
        step = _step(taking, source, history, change, recorded_by)
        if isinstance(step, Step):
            yield step
        else:
            taking.note("skipped", "decisions", f"change {number}: {step}")


def _step(
    taking: Taking, source: StageFrom, history: History, change: Any, recorded_by: str
) -> Step | str:
    """One change as a step, or why there is none."""
    if not isinstance(change, dict):
        return f"it is {shown(change)}, and has to be an object"
    own = Taking(change, {**taking.values, **taking.extra})
    before = own.first([history.from_] if history.from_ else [], "decisions").strip()
    after = own.first([history.to], "decisions").strip()
    day = own.day(history.date, "decisions")
    by = (own.people(history.by, "decisions.by") or [recorded_by])[0]
    named = own.first(history.by.first_of, "decisions.by") or by
    words = {"from": before, "to": after, "by": named, "date": str(day)}
    own.used |= {name for name in change if f"{{{name}}}" in history.because + history.imported}
    for field in own.left(()):
        own.note("left", f"{history.changes}[].{shown(field)}")
    taking.notes.update(own.notes)
    if not after or day is None:
        return "it has no " + ("status" if not after else "date that can be read")
    try:
        from_ = own.translated(source, before, "stage") if before else None
        to = own.translated(source, after, "stage")
    except RowRefused as refused:
        return str(refused)
    because = own.filled(history.because if before else history.because_first, words)
    imported = texts.line(own.filled(history.imported, words), _LINE).text
    way = f"{shown(before)} -> {shown(after)}" if before else shown(after)
    return Step(day, from_, to, way, by, texts.line(because, _REASON).text, imported)


def _ordered(taking: Taking, steps: list[Step]) -> list[Step]:
    """In the order of their dates: sorted where they then hang together as well, else redated."""
    if all(a.day <= b.day for a, b in pairwise(steps)):
        return steps
    by_day = sorted(steps, key=lambda step: step.day)
    if _gaps(by_day) <= _gaps(steps):
        taking.note("order", "decisions", "put in order")
        return by_day
    ordered = steps[:1]
    for step in steps[1:]:
        if step.day < ordered[-1].day:
            taking.note("order", "decisions", f"{step.day} -> {ordered[-1].day}")
            step = replace(step, day=ordered[-1].day)
        ordered.append(step)
    return ordered


def _gaps(steps: list[Step]) -> int:
    """How often a step does not say that it begins where the one before ended."""
    return sum(a.to != b.from_ for a, b in pairwise(steps))


def _chained(taking: Taking, steps: list[Step], initial: str) -> tuple[list[dict[str, Any]], str]:
    """The decisions that the steps make, and the stage in which they end."""
    decisions: list[dict[str, Any]] = []
    at: str | None = None
    for step in steps:
        leaves = at if at is not None else step.from_ or initial
        if leaves != (step.from_ or leaves):
            taking.note("gap", "decisions", f"{step.words}: it was in {leaves}, not {step.from_}")
        if at is None and leaves == step.to:
            leaves = initial
        if leaves != step.to:
            decisions.append(_decision(step, leaves))
        elif at is not None or step.from_ is not None:
            taking.note("merged", "decisions", f"{step.words}: both are {step.to}")
        at = step.to
    return decisions, at or initial


def _by_status(
    taking: Taking,
    source: StageFrom,
    at: str,
    stage: str,
    last: dt.date | None,
    recorded_by: str,
) -> dict[str, Any]:
    """The decision that leads to the row's own status, where its history does not."""
    status = taking.first(source.first_of, "stage").strip() or stage
    since = taking.day(source.since, "stage.since")
    if since is not None and last is not None and since < last:
        taking.note("order", "stage", f"{since} -> {last}")
        since = last
    day = since or last
    if day is None:
        raise RowRefused(
            f"its status is {shown(status)}, and no date says since when: name a field in "
            "`stage.since`, or a day in its `if_empty`"
        )
    taking.note("status", "stage", f"{shown(status)}: {at} -> {stage}")
    words = {"status": status, "from": at, "to": status, "date": str(day)}
    because = texts.line(taking.filled(source.because, words), _REASON).text
    imported = texts.line(taking.filled(source.imported, words), _LINE).text
    return _decision(Step(day, at, stage, status, recorded_by, because, imported), at)


def _decision(step: Step, leaves: str) -> dict[str, Any]:
    return {
        "date": step.day,
        "from": leaves,
        "to": step.to,
        "by": step.by,
        "because": step.because,
        "imported": step.imported,
    }
