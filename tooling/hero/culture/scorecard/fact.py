"""A fact: what is measured, in which unit, and what it came to in a registry on a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from hero.culture.scorecard.ground import Ground

Letter = Literal["process", "advocates", "culture", "technology"]
LETTERS: tuple[Letter, ...] = ("process", "advocates", "culture", "technology")
#: A hyphen is no minus.
MINUS = "\u2212"
#: share: a part of a whole, 0 to 1; count: how many; points: a difference of shares; yes: 1 or 0.
Unit = Literal["share", "count", "points", "yes"]
#: From where it is known: the files, an answer that somebody gave, or the forge alone.
Source = Literal["files", "answer", "signal"]


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a name of its own where it is shown: an idea's slug, a login, a unit."""

    kind: Literal["idea", "person", "unit"]
    id: str


#: Plain text, or what it is made of.
Told = str | tuple[str | Named, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a fact came to. `value` None: not known, and `says` why.

    `n` is on how many it rests, where it rests on several. `says` may be empty.
    """

    value: float | None
    n: int | None = None
    says: Told = ""

    @property
    def parts(self) -> tuple[str | Named, ...]:
        """What it says, part by part."""
        return (self.says,) if isinstance(self.says, str) else self.says

    @property
    def text(self) -> str:
        """What it says, as plain text."""
        return "".join(part if isinstance(part, str) else part.id for part in self.parts)


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


def named(before: str, kind: Literal["idea", "person", "unit"], ids: Iterable[str]) -> Told:
    """Words and the names that they speak of; nothing where there is none."""
    listed = [part for each in ids for part in (", ", Named(kind, each))]
    return (before, *listed[1:]) if listed else ""


def part(share: int, n: int, says: Told = "") -> Reading:
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
    return f"{whole:+d} points".replace("-", MINUS) if whole else "0 points"
