"""How long what is in each stage has been there, and how long is usual."""

from collections.abc import Iterator
from dataclasses import dataclass

from hero.process.flow.figure import FEWEST
from hero.process.flow.scene import Scene
from hero.process.flow.spread import spread


@dataclass(frozen=True, slots=True)
class Ages:
    """A stage that is not final: how many are there, and their ages in days, the youngest first.

    An idea without a date is counted and has no age. `usual`: the days within which nine in ten
    left the stage; None where too few have.
    """

    stage: str
    count: int
    days: tuple[int, ...]
    usual: int | None

    @property
    def long(self) -> int | None:
        """How many have been there for longer than is usual."""
        return None if self.usual is None else sum(age > self.usual for age in self.days)


def ages(scene: Scene) -> Iterator[Ages]:
    """The ages in each stage that is not final, in the order of the pipeline."""
    for stage in scene.pipeline.stages:
        if stage.kind == "final":
            continue
        there = [each.stays[-1] for each in scene.courses if each.stage.id == stage.id]
        days = (max(0, (scene.day - each.entered).days) for each in there if each.entered)
        yield Ages(stage.id, len(there), tuple(sorted(days)), _usual(scene, stage.id))


def _usual(scene: Scene, stage: str) -> int | None:
    lengths = [
        stay.days
        for each in scene.courses
        for stay in each.stays
        if stay.stage == stage and stay.days is not None and not stay.imported
    ]
    return spread(lengths).p90 if len(lengths) >= FEWEST else None
