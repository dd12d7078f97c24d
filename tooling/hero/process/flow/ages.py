"""How long what is in each stage has been there, and how long is usual."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hero.process.flow.figure import FEWEST
from hero.process.flow.scene import Scene
from hero.process.flow.spread import spread


@dataclass(frozen=True, slots=True)
class Ages:
    """A stage that is not final: the ideas that are there, by slug, with their ages in days.

    The oldest are first; one without a date has no age and is last. `usual`: the days within which
    nine in ten left the stage; None where too few have.
    """

    stage: str
    ideas: tuple[tuple[str, int | None], ...]
    usual: int | None

    @property
    def count(self) -> int:
        """How many are there."""
        return len(self.ideas)

    @property
    def days(self) -> tuple[int, ...]:
        """The ages that are known, the youngest first."""
        return tuple(age for _, age in self.ideas[::-1] if age is not None)

    @property
    def long(self) -> int | None:
        """How many have been there for longer than is usual."""
        return None if self.usual is None else sum(age > self.usual for age in self.days)


def ages(scene: Scene) -> Iterator[Ages]:
    """The ages in each stage that is not final, in the order of the pipeline."""
    for stage in scene.pipeline.stages:
        if stage.kind == "final":
            continue
        there = [
            (each.slug, _age(scene, each.stays[-1].entered))
            for each in scene.courses
            if each.stage.id == stage.id
        ]
        there.sort(key=lambda each: (each[1] is None, -(each[1] or 0), each[0]))
        yield Ages(stage.id, tuple(there), _usual(scene, stage.id))


def _age(scene: Scene, since: dt.date | None) -> int | None:
    return None if since is None else max(0, (scene.day - since).days)


def _usual(scene: Scene, stage: str) -> int | None:
    lengths = [
        stay.days
        for each in scene.courses
        for stay in each.stays
        if stay.stage == stage and stay.days is not None and not stay.imported
    ]
    return spread(lengths).p90 if len(lengths) >= FEWEST else None
