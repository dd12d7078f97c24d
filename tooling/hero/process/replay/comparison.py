"""What would differ under another pipeline: decisions, deadlines, figures."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hero.process.deadlines import Deadlines
from hero.process.flow.figure import Value
from hero.process.flow.owed import Owed
from hero.process.flow.past import past
from hero.process.metrics import METRICS, measure
from hero.process.replay.decisions import Judged, judged
from hero.registry.conditions.case import State
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Changed:
    """A decision that one pipeline judges otherwise than the other."""

    here: Judged
    there: Judged


@dataclass(frozen=True, slots=True)
class Ran:
    """A deadline as it ran under either pipeline; None where only the other one has it."""

    here: Owed | None
    there: Owed | None

    def was(self, day: dt.date) -> tuple[str | None, str | None]:
        """How it stood under either, on a day."""
        here, there = (each.state(day) if each else None for each in (self.here, self.there))
        return here, there


@dataclass(frozen=True, slots=True)
class Differs:
    """A value of a figure that is not the same; None where there is none."""

    metric: str
    of: str
    statistic: str
    here: Value
    there: Value


@dataclass(frozen=True, slots=True)
class Replay:
    """A registry's decisions under its own pipeline (`here`) and another (`there`), on a day.

    `decisions` are all that were judged under the other pipeline; `changed`, `deadlines` and
    `figures` what differs between the two.
    """

    day: dt.date
    since: dt.date | None
    decisions: tuple[Judged, ...]
    changed: tuple[Changed, ...]
    deadlines: tuple[Ran, ...]
    figures: tuple[Differs, ...]

    def count(self, state: State) -> int:
        """How many decisions the other pipeline judges so."""
        return sum(each.state is state for each in self.decisions)

    @property
    def same(self) -> bool:
        """Does nothing differ?"""
        return not (self.changed or self.deadlines or self.figures)


def replay(
    registry: Registry, other: Pipeline, day: dt.date, since: dt.date | None = None
) -> Replay:
    """The recorded decisions under another pipeline, at the end of a day.

    Each decision is judged by itself: what would have followed from a refusal nobody knows.
    """
    here = past(registry, day)
    there = replace(here, pipeline=other)
    decisions = tuple(judged(here, other, since))
    own = judged(here, here.pipeline, since)
    return Replay(
        day=day,
        since=since,
        decisions=decisions,
        changed=tuple(
            Changed(one, two)
            for one, two in zip(own, decisions, strict=True)
            if (one.state, one.why) != (two.state, two.why)
        ),
        deadlines=tuple(_deadlines(here, there, day, since)),
        figures=tuple(_figures(here, there, day, since)),
    )


Key = tuple[str, str | None, dt.date | None, str]


def _deadlines(
    here: Registry, there: Registry, day: dt.date, since: dt.date | None
) -> Iterator[Ran]:
    """The deadlines that do not stand alike; those that neither has reached are left out."""
    one, two = _owed(here, since), _owed(there, since)
    for key in sorted({**one, **two}, key=str):
        ran = Ran(one.get(key), two.get(key))
        before, after = ran.was(day)
        if before != after and {before, after} != {None, "due"}:
            yield ran


def _owed(registry: Registry, since: dt.date | None) -> Mapping[Key, Owed]:
    deadlines = Deadlines(registry)
    return {
        (each.about, each.stage, each.since, each.what): each
        for slug in registry.ideas
        for each in deadlines.history(slug)
        if since is None or (each.since is not None and each.since >= since)
    }


def _figures(
    here: Registry, there: Registry, day: dt.date, since: dt.date | None
) -> Iterator[Differs]:
    one, two = (_values(registry, day, since) for registry in (here, there))
    for key in {**one, **two}:
        if one.get(key) != two.get(key):
            yield Differs(*key, one.get(key), two.get(key))


def _values(
    registry: Registry, day: dt.date, since: dt.date | None
) -> dict[tuple[str, str, str], Value]:
    """Every value of every figure of the whole."""
    figures = measure(registry, day, since).whole.figures or {}
    return {
        (metric.id, each.of, statistic): value
        for metric in METRICS
        for each in figures[metric.id]
        for statistic, value in {"n": each.n, **each.values}.items()
    }
