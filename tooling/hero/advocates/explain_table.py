"""Why, in full, for those who lead the programme: every candidate's terms or reasons.

Others' scores, and who is left out why, are for them alone; leave is "not available" here as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hero.advocates.assignment import Assignment, Round
from hero.advocates.eligible import Reason
from hero.advocates.score import Terms


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate for a seat: terms that sum to the score, or every reason against them."""

    login: str
    chosen: bool
    terms: Terms | None
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int | None:
        """The sum of the terms."""
        return self.terms.score if self.terms else None


@dataclass(frozen=True, slots=True)
class Table:
    """All candidates for one seat: the eligible, best first, then the others by login.

    `together`: the best went to another idea of the same plan, which needed them more.
    """

    place: int
    lines: tuple[Line, ...]
    together: bool


def tables(assignment: Assignment) -> tuple[Table, ...]:
    """A table for each seat that was free."""
    chosen = {seat.place: seat.candidate.key for seat in assignment.chosen}
    return tuple(_table(each, chosen) for each in assignment.rounds)


def _table(judged: Round, chosen: Mapping[int, str]) -> Table:
    who = chosen.get(judged.place)
    able = [each for each in judged.judged if each.terms]
    others = sorted(
        (each for each in judged.judged if not each.terms), key=lambda each: each.candidate.login
    )
    lines = tuple(
        Line(each.candidate.login, each.candidate.key == who, each.terms, each.reasons)
        for each in (*able, *others)
    )
    best = judged.best
    return Table(judged.place, lines, best is not None and best.candidate.key != who)
