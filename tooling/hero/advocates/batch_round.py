"""One round of a batch: one seat of each subject, filled together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hero.advocates.assignment import Judged, Round
from hero.advocates.batch_fill import fillable
from hero.advocates.batch_grid import Grid
from hero.advocates.ledger import Ledger
from hero.advocates.subject import Candidate, Subject
from hero.advocates.weights import Weights


@dataclass(frozen=True)
class Row:
    """A subject whose seat is free, and all candidates for it. `planned`: who was named before."""

    subject: Subject
    round: Round
    waits: bool = True
    planned: tuple[str, ...] = ()

    @cached_property
    def able(self) -> dict[str, Judged]:
        """The eligible by key, best first."""
        return {each.candidate.key: each for each in self.round.judged if each.terms}


def solved(rows: Sequence[Row], ledger: Ledger, weights: Weights) -> list[Judged | None]:
    """Who gets the seat of each row; rows stand in order of precedence, all waiting or none.

    None where nobody is eligible, or those who are have no room left.
    """
    people = dict(sorted((key, each.candidate) for row in rows for key, each in row.able.items()))
    room = [_room(each, ledger, rows) for each in people.values()]
    column = {key: number for number, key in enumerate(people)}
    served = fillable([[column[key] for key in row.able] for row in rows], room)
    chosen: list[Judged | None] = [None] * len(rows)
    if served:
        # Whatever was handed in: the solver meets rows and columns in one order.
        ordered = sorted(served, key=lambda number: rows[number].subject.key)
        grid = Grid([rows[number] for number in ordered], tuple(people.values()), room)
        for number, key in zip(ordered, grid.best(ledger, weights), strict=True):
            chosen[number] = rows[number].able[key]
    return chosen


def _room(candidate: Candidate, ledger: Ledger, rows: Sequence[Row]) -> int:
    """How many of these a candidate can take; what does not wait on them takes up no room."""
    wanted = sum(candidate.key in row.able for row in rows)
    free = candidate.capacity - ledger.load(candidate.key)
    return min(wanted, free) if rows[0].waits else wanted
