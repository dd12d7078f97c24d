"""What the figures are drawn from: some ideas of a registry, on a day, since another."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from hero.process.calendar import Calendar, calendar
from hero.process.deadlines import Deadlines
from hero.process.flow.course import Course, courses
from hero.process.flow.owed import Owed
from hero.process.flow.past import past
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry

#: Idea to how often its text was changed after it came in; None: not known.
Revisions = Mapping[str, int | None]


class Promises(Mapping[str, tuple[Owed, ...]]):
    """The deadlines of each idea, worked out when they are first asked for: few figures do."""

    def __init__(self, registry: Registry) -> None:
        self._deadlines, self._slugs = Deadlines(registry), registry.ideas
        self._found: dict[str, tuple[Owed, ...]] = {}

    def __getitem__(self, slug: str) -> tuple[Owed, ...]:
        if slug not in self._found:
            self._found[slug] = self._deadlines.history(slug)
        return self._found[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._slugs)

    def __len__(self) -> int:
        return len(self._slugs)


@dataclass(frozen=True)
class Scene:
    """Ideas with their courses and deadlines, at the end of a day.

    With `since`, what happened before that day is left out; what is open now is always in.
    """

    pipeline: Pipeline
    day: dt.date
    since: dt.date | None
    courses: tuple[Course, ...]
    owed: Mapping[str, tuple[Owed, ...]]
    working: Calendar
    revisions: Revisions

    def counts(self, day: dt.date | None) -> bool:
        """Does what happened on this day count?"""
        return day is not None and (self.since is None or day >= self.since)

    @cached_property
    def own(self) -> tuple[Course, ...]:
        """The ideas whose times say something: neither imported nor joined to another."""
        return tuple(each for each in self.courses if not each.imported and not each.duplicate)

    def of(self, some: Iterable[Course]) -> "Scene":
        """The same with some of the ideas."""
        return Scene(
            self.pipeline,
            self.day,
            self.since,
            tuple(some),
            self.owed,
            self.working,
            self.revisions,
        )


def scene(
    registry: Registry,
    day: dt.date,
    since: dt.date | None = None,
    revisions: Revisions | None = None,
) -> Scene:
    """All ideas of a registry at the end of a day; what came later is taken back."""
    then = past(registry, day)
    return Scene(
        pipeline=then.pipeline,
        day=day,
        since=since,
        courses=tuple(courses(then)),
        owed=Promises(then),
        working=calendar(then.network.holidays),
        revisions=revisions or {},
    )
