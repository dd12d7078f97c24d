"""How evenly work is spread: one figure for all, never one for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass

from hero.culture.ties.net import Net
from hero.process.flow.figure import FEWEST


@dataclass(frozen=True, slots=True)
class Concentration:
    """How parts in ideas are spread over `people`; None where these are fewer than five."""

    people: int
    gini: float | None
    busiest_tenth: float | None


def concentration(net: Net) -> Concentration:
    """How the parts in ideas are spread over those who have any."""
    return spread_of([len(member.ideas) for member in net.members.values()])


def spread_of(parts: Sequence[int]) -> Concentration:
    """How numbers are spread: the Gini coefficient, and what the greatest tenth has of the whole.

    0 is all alike; near 1, one has nearly all (Gini, 1912; as in Dorfman, A Formula for the Gini
    Coefficient, 1979). The greatest tenth is rounded up to whole people.
    """
    values, n = sorted(parts), len(parts)
    whole = sum(values)
    if n < FEWEST or not whole:
        return Concentration(n, None, None)
    weighed = sum(place * value for place, value in enumerate(values, 1))
    gini = 2 * weighed / (n * whole) - (n + 1) / n
    greatest = values[n - -(-n // 10) :]
    return Concentration(n, gini, sum(greatest) / whole)
