"""What facts are read from: a registry at the end of a day, worked out once for all of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from hero.culture.ties.net import Net, net
from hero.process.flow.course import Course
from hero.process.flow.owed import Owed
from hero.process.flow.past import past
from hero.process.flow.scene import Scene, scene
from hero.registry.registry import Registry
from hero.registry.signals import Signals
from hero.registry.units import units


@dataclass(frozen=True)
class Ground:
    """A registry on a day. What has a date is taken back to it; what has none is as it is now.

    `signals` has what only the forge knows, by the id of the fact; empty where nobody asked it.
    `readings` has what facts came to here, by their ids, as far as anybody has asked.
    """

    registry: Registry
    day: dt.date
    signals: Mapping[str, float] = field(default_factory=dict)
    readings: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    @cached_property
    def then(self) -> Registry:
        """The registry as its files tell that it was."""
        return past(self.registry, self.day)

    @cached_property
    def scene(self) -> Scene:
        """What `hero metrics` measures: a fact that is a figure there is the same figure here."""
        return scene(self.registry, self.day)

    @property
    def courses(self) -> tuple[Course, ...]:
        """The ideas with their ways."""
        return self.scene.courses

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """Deadlines that were met or whose day is over, as `promises-kept` counts them."""
        return tuple(
            owed
            for each in self.courses
            if not each.duplicate
            for owed in self.scene.owed[each.slug]
            if not owed.reply and owed.state(self.day) != "due"
        )

    @cached_property
    def units(self) -> Mapping[str, str]:
        """Login in small letters to unit."""
        return units(self.registry)

    @cached_property
    def net(self) -> Net:
        """The ties over ideas that were decided about: a new idea says nothing of a culture yet."""
        decided = {slug: idea for slug, idea in self.then.ideas.items() if idea.decisions}
        return net(replace(self.then, ideas=decided).knowing(self.then.known), self.day)

    def ago(self, days: int) -> dt.date:
        """The day so many days earlier."""
        return self.day - dt.timedelta(days)


def known(signals: Signals | None) -> dict[str, float]:
    """What was read on the forge, by the fact that it is; nothing where nobody looked."""
    alive = signals.schedules_alive if signals else None
    return {} if alive is None else {"technology.schedule_alive": float(alive)}
