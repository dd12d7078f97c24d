"""How far ties reach: across units, and which units they do not reach at all.

The share of ties that leave a unit is the E-I index of Krackhardt and Stern (Informal Networks
and Organizational Crises, 1988), told from 0 to 1 in place of -1 to 1.

The choice of advocates reads the same units (`hero.registry.units`) and speaks for whoever is from
outside the proposers' units (`hero.advocates.score.bridging`). Where units are known, each such
seat makes a tie across units here. They differ in one thing: a choice takes somebody of no known
unit for an outsider, which a measure must not, so such ties are counted apart.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from hero.culture.ties.net import CROWD, Net


@dataclass(frozen=True, slots=True)
class Reach:
    """Ties by where their ends work: how many, and what they weigh. `unknown`: of no known unit."""

    across: int
    within: int
    unknown: int
    across_weight: int
    within_weight: int

    @property
    def share(self) -> float | None:
        """The part of the weight of ties that lies across units; None where there is none."""
        whole = self.across_weight + self.within_weight
        return self.across_weight / whole if whole else None


@dataclass(frozen=True, slots=True)
class UnitReach:
    """A unit: how many of its people have a part in an idea, and how many ties go where.

    `to` has the other units that it is tied to, by name with the number of ties.
    """

    unit: str
    people: int
    within: int
    to: tuple[tuple[str, int], ...]

    @property
    def across(self) -> int:
        """How many ties leave it."""
        return sum(number for _, number in self.to)

    @property
    def isolated(self) -> bool:
        """Nobody of it works with anybody of another unit."""
        return not self.to


def reach(net: Net) -> Reach:
    """All ties by where their ends work."""
    found: Counter[str] = Counter()
    for tie in net.ties:
        one, two = net.unit(tie.one), net.unit(tie.two)
        kind = "unknown" if None in (one, two) else "within" if one == two else "across"
        found[kind] += 1
        found[f"{kind}_weight"] += tie.weight
    return Reach(
        across=found["across"],
        within=found["within"],
        unknown=found["unknown"],
        across_weight=found["across_weight"],
        within_weight=found["within_weight"],
    )


def isolated(net: Net) -> tuple[str, ...]:
    """The units that are isolated, by name, without working out who is tied to whom."""
    met: set[str] = set()
    for keys in net.together.values():
        here = {unit for key in keys if (unit := net.unit(key)) is not None}
        if len(here) > 1 and len(keys) <= CROWD:
            met |= here
    return tuple(unit for unit in net.units if unit not in met)


def by_unit(net: Net) -> tuple[UnitReach, ...]:
    """Every unit by name, also one of which nobody has a part in any idea."""
    within: Counter[str] = Counter()
    across: defaultdict[str, Counter[str]] = defaultdict(Counter)
    people = Counter(member.unit for member in net.members.values() if member.unit)
    for tie in net.ties:
        one, two = net.unit(tie.one), net.unit(tie.two)
        if one is None or two is None:
            continue
        if one == two:
            within[one] += 1
        else:
            across[one][two] += 1
            across[two][one] += 1
    return tuple(
        UnitReach(unit, people[unit], within[unit], tuple(sorted(across[unit].items())))
        for unit in net.units
    )
