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
    stages = [stage.id for stage in scene.pipeline.stages if stage.kind != "final"]
    there: dict[str, list[tuple[str, int | None]]] = {stage: [] for stage in stages}
    lengths: dict[str, list[int]] = {stage: [] for stage in stages}
    for each in scene.courses:
        if (at := there.get(each.stage.id)) is not None:
            at.append((each.slug, _age(scene, each.stays[-1].entered)))
        for stay in each.stays:
            if stay.stage in lengths and not stay.imported and (days := stay.days) is not None:
                lengths[stay.stage].append(days)
    for stage, some in there.items():
        some.sort(key=lambda each: (each[1] is None, -(each[1] or 0), each[0]))
        yield Ages(stage, tuple(some), _usual(lengths[stage]))


def _age(scene: Scene, since: dt.date | None) -> int | None:
    return None if since is None else max(0, (scene.day - since).days)


def _usual(lengths: list[int]) -> int | None:
    return spread(lengths).p90 if len(lengths) >= FEWEST else None
