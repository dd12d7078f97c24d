"""The scorecard of a registry on a day, and over time."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from hero.culture.scorecard.check import Outcome, hold
from hero.culture.scorecard.fact import LETTERS, Letter
from hero.culture.scorecard.ground import Ground
from hero.culture.scorecard.ladder import LADDER
from hero.process.flow.quarter import last_day, quarters
from hero.registry.registry import Registry

#: So many days a history shows, the present one among them.
SHOWN = 5
Levels = Mapping[Letter, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A letter: its level from 0 to 4, and what was held for each level from 1 on."""

    letter: Letter
    level: int
    rungs: tuple[tuple[Outcome, ...], ...]

    @property
    def next(self) -> tuple[Outcome, ...]:
        """What keeps it from the next level; nothing at the highest."""
        if self.level == len(self.rungs):
            return ()
        return tuple(each for each in self.rungs[self.level] if not each.held)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The four letters on a day. There is no sum: a letter does not make up for another."""

    day: dt.date
    letters: tuple[Standing, ...]


def scorecard(ground: Ground) -> Scorecard:
    """The scorecard of a registry on a day."""
    return Scorecard(ground.day, tuple(_standing(letter, ground) for letter in LETTERS))


def levels(ground: Ground) -> Levels:
    """The level of each letter on a day, without what no level above it needs."""
    return {letter: _level(letter, ground) for letter in LETTERS}


def grounds(registry: Registry, day: dt.date, shown: int = SHOWN) -> tuple[Ground, ...]:
    """The last ends of quarters and the day itself, oldest first, to read facts from.

    Each is told from today's files: what has a date is taken back, what has none is as it is.
    """
    return tuple(Ground(registry, each) for each in days_until(registry, day, shown))


def days_until(registry: Registry, day: dt.date, shown: int = SHOWN) -> list[dt.date]:
    """The last ends of quarters before a day, and the day; none before the first idea came."""
    came = [idea.proposed_on for idea in registry.ideas.values() if idea.proposed_on]
    begun = min(came, default=day)
    ends = [last_day(name) for name in quarters(begun, day)]
    return [*[end for end in ends if begun <= end < day][1 - shown :], day] if shown > 1 else [day]


def _standing(letter: Letter, ground: Ground) -> Standing:
    rungs = tuple(tuple(hold(check, ground) for check in rung) for rung in LADDER[letter])
    return Standing(letter, _held(all(each.held for each in rung) for rung in rungs), rungs)


def _level(letter: Letter, ground: Ground) -> int:
    return _held(all(hold(check, ground).held for check in rung) for rung in LADDER[letter])


def _held(rungs: Iterable[bool]) -> int:
    """How many rungs hold from the first on."""
    return sum(1 for _ in takewhile(bool, rungs))
