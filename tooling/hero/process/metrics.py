"""The figures of a network: what is measured, and what it came to on a day.

The same files give the same figures, in whatever order and wherever they are read. No figure is of
a person: of a group, figures are given where it holds enough ideas, and a unit enough people.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hero.process.flow.counts import COUNTS
from hero.process.flow.course import Course
from hero.process.flow.figure import FEWEST, Figure, Metric
from hero.process.flow.scene import Revisions, Scene, scene
from hero.process.flow.shares import SHARES
from hero.process.flow.times import TIMES
from hero.registry.registry import Registry

By = Literal["theme", "unit", "challenge"]

#: Everything that is measured, in the order in which people read it.
METRICS: tuple[Metric, ...] = (*TIMES, *SHARES, *COUNTS)
#: The group of what is in no other; no slug looks like it.
NONE = "(none)"
#: A unit of fewer proposers would be a figure of persons.
FEWEST_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of some ideas: `n` of them; None where the group is too small to tell.

    In a group, a figure that rests on too few has no values either.
    """

    n: int
    figures: Mapping[str, tuple[Figure, ...]] | None


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a registry on a day; `groups` by name where they were asked for."""

    network: str
    day: dt.date
    since: dt.date | None
    whole: Measured
    by: By | None
    groups: Mapping[str, Measured]
    imported: int
    duplicates: int
    unread: int


def measure(
    registry: Registry,
    day: dt.date,
    since: dt.date | None = None,
    by: By | None = None,
    revisions: Revisions | None = None,
) -> Report:
    """All figures at the end of a day, of what happened since another; by group if asked for."""
    of = scene(registry, day, since, revisions)
    return Report(
        network=registry.network.name,
        day=day,
        since=since,
        whole=_measured(of),
        by=by,
        groups=_groups(registry, of, by) if by else {},
        imported=sum(each.imported for each in of.courses),
        duplicates=sum(each.duplicate for each in of.courses),
        unread=len(registry.unread),
    )


def _measured(of: Scene) -> Measured:
    return Measured(len(of.courses), {metric.id: tuple(metric.measure(of)) for metric in METRICS})


def _groups(registry: Registry, of: Scene, by: By) -> dict[str, Measured]:
    units = _units(registry) if by == "unit" else {}
    found: dict[str, list[Course]] = {}
    for each in of.courses:
        for name in _names(each, by, units):
            found.setdefault(name, []).append(each)
    return {name: _of_group(of, found[name], by) for name in sorted(found)}


def _of_group(of: Scene, some: list[Course], by: By) -> Measured:
    people = {login.lower() for each in some for login in each.idea.proposers}
    small = len(some) < FEWEST or (by == "unit" and len(people) < FEWEST_PEOPLE)
    if small:
        return Measured(len(some), None)
    every = {metric.id: tuple(metric.measure(of.of(some))) for metric in METRICS}
    return Measured(len(some), {name: tuple(map(_enough, those)) for name, those in every.items()})


def _enough(figure: Figure) -> Figure:
    """A figure of a group, with nothing but its number where that is too small."""
    return figure if figure.n >= FEWEST else Figure(figure.of, figure.n, {})


def _names(course: Course, by: By, units: Mapping[str, str]) -> set[str]:
    """The groups that an idea is in: its theme, its challenge, the units of its proposers."""
    if by == "theme":
        return {course.idea.theme}
    if by == "challenge":
        return {course.idea.challenge or NONE}
    return {units.get(login.lower(), NONE) for login in course.idea.proposers}


def _units(registry: Registry) -> dict[str, str]:
    """Login in small letters to unit, out of the people and the roster."""
    found = {each.login.lower(): str(each.unit) for each in registry.roster.advocates}
    people = registry.people.people.items()
    return found | {login.lower(): each.unit for login, each in people if each.unit}
