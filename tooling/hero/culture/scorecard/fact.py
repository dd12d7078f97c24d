"""A fact: what is measured, in which unit, and what it came to in a registry on a day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from hero.culture.scorecard.ground import Ground

Letter = Literal["process", "advocates", "culture", "technology"]
LETTERS: tuple[Letter, ...] = ("process", "advocates", "culture", "technology")
#: share: a part of a whole, 0 to 1; count: how many; points: a difference of shares; yes: 1 or 0.
Unit = Literal["share", "count", "points", "yes"]
#: From where it is known: the files, an answer that somebody gave, or the forge alone.
Source = Literal["files", "answer", "signal"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a fact came to. `value` None: not known, and `says` why.

    `n` is on how many it rests, where it rests on several. `says` is plain text, or empty.
    """

    value: float | None
    n: int | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be known of a registry. `id` is `letter.name`, as checks write it."""

    id: str
    name: str
    unit: Unit
    definition: str
    measure: Callable[[Ground], Reading] = field(repr=False)
    source: Source = "files"

    @property
    def letter(self) -> str:
        """The letter of PACT that it belongs to."""
        return self.id.partition(".")[0]

    def read(self, ground: Ground) -> Reading:
        """What it comes to in a registry on a day, measured once."""
        if self.id not in ground.readings:
            ground.readings[self.id] = self.measure(ground)
        found: Reading = ground.readings[self.id]
        return found


def part(share: int, n: int, says: str = "") -> Reading:
    """The reading of a share; of nothing, none is known."""
    return Reading(share / n if n else None, n, says or ("" if n else "there is nothing to count"))


def number(value: float | None, unit: Unit) -> str:
    """A value as people read it: 83 %, +4 points, 12, yes; `not known` for none."""
    if value is None:
        return "not known"
    if unit == "yes":
        return "yes" if value else "no"
    if unit == "count":
        return f"{value:g}"
    whole = round(100 * value)
    # What is not all must not be rounded up to all, nor something down to nothing.
    whole = 99 if whole == 100 and value < 1 else 1 if whole == 0 and value > 0 else whole
    if unit == "share":
        return f"{whole} %"
    return f"{whole:+d} points" if whole else "0 points"
