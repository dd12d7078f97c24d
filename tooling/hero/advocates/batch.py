"""Many choices at once: a backlog, somebody who leaves, an advocate who is new.

Seats that are held stay. First every idea's first free seat is filled, then every second one, each
round as one assignment that is the best there is, in this order:

1. as many seats as can be are filled; where there is not room for all, those come first who have
   waited longest;
2. the worst-served are lifted: as few as can be know nothing of their idea, then as few as can be
   know little, then as few as can be know it well but not very well. Nobody has to be served better
   than the idea would be if it came alone, and it is told in quarters: else a hair of expertise
   would outweigh any load;
3. the sum of the scores, in which each further idea weighs more on the same person;
4. the fewest changes from what was planned before;
5. the least hashes, the same as where an idea comes alone.

What an advocate was given lately is counted as the round begins, and grows with what they get in
it; the middle of the pool, and who met whom, stay as they are until the next round.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hero.advocates.assignment import Assignment, Dropped, Judged, Round, Seat
from hero.advocates.batch_round import Row, solved
from hero.advocates.choose import SEATS, judged, recorded
from hero.advocates.expertise import Fit
from hero.advocates.ledger import Held, Ledger
from hero.advocates.score import Context
from hero.advocates.subject import Candidate, Subject
from hero.advocates.weights import SHIPPED, Weights


@dataclass(frozen=True, slots=True)
class Need:
    """A subject among many. `since`: from when on it waits. `waits`: it is the advocates' turn, so
    a seat on it counts as load. `planned`: who was named for it before and is not recorded.
    """

    subject: Subject
    since: dt.date
    waits: bool = True
    seats: int = SEATS
    planned: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[dt.date, str]:
        """Who waited longest comes first."""
        return self.since, self.subject.key


@dataclass(frozen=True, slots=True)
class Batch:
    """The assignments by subject, in the order of their keys, and the ledger that they make."""

    assignments: Mapping[str, Assignment]
    ledger: Ledger


@dataclass
class _Open:
    """A need while its seats are being filled."""

    need: Need
    fit: Fit
    dropped: tuple[Dropped, ...]
    taken: dict[int, Seat]
    rounds: list[Round] = field(default_factory=list)

    def wants(self, place: int) -> bool:
        """Is this seat free, and are there fewer than there should be?"""
        return place not in self.taken and len(self.taken) < self.need.seats

    def assignment(self) -> Assignment:
        seats = tuple(self.taken[place] for place in sorted(self.taken))
        return Assignment(self.need.subject, seats, tuple(self.rounds), self.dropped)


def batch(
    needs: Iterable[Need],
    candidates: Iterable[Candidate],
    context: Context,
    weights: Weights = SHIPPED,
) -> Batch:
    """Fill the free seats of many subjects together. The order of what is given does not matter.

    Never raises for people; OverflowError for weights beyond reason. What one subject alone would
    get here, `choose` gives it.
    """
    found = sorted(candidates, key=lambda each: (each.key, each.login))
    pool = list({each.key: each for each in found}.values())
    ordered = sorted({each.subject.key: each for each in needs}.values(), key=_order)
    opened = [_opened(each, pool, context, weights) for each in ordered]
    ledger = _without_dropped(context.ledger, opened)
    for place in range(1, max((each.need.seats for each in opened), default=0) + 1):
        # What waits on advocates takes up room, so it goes first; what does not takes up none.
        for waits in (True, False):
            rows = [each for each in opened if each.need.waits is waits and each.wants(place)]
            if gained := _filled(rows, pool, ledger, place, weights):
                ledger = ledger.plus(gained)
    by_key = sorted(opened, key=lambda each: each.need.subject.key)
    return Batch({each.need.subject.key: each.assignment() for each in by_key}, ledger)


def _without_dropped(ledger: Ledger, opened: Sequence[_Open]) -> Ledger:
    """The ledger without the seats that people hold no more: nothing waits on them there."""
    gone = {(each.need.subject.key, one.key) for each in opened for one in each.dropped}
    if not gone:
        return ledger
    return Ledger(seat for seat in ledger.seats if (seat.key, seat.person) not in gone)


def _order(need: Need) -> tuple[dt.date, str]:
    return need.order


def _opened(need: Need, pool: Sequence[Candidate], context: Context, weights: Weights) -> _Open:
    fit = Fit(need.subject, context.past, weights)
    kept, dropped = recorded(need.subject, pool)
    return _Open(need, fit, dropped, {seat.place: seat for seat in kept})


def _filled(
    opened: Sequence[_Open],
    pool: Sequence[Candidate],
    ledger: Ledger,
    place: int,
    weights: Weights,
) -> list[Held]:
    """Fill one seat of each, and tell what the ledger gains."""
    rows = []
    for each in opened:
        taken = tuple(each.taken.values())
        each.rounds.append(judged(each.fit, pool, ledger, place, taken))
        rows.append(Row(each.need.subject, each.rounds[-1], each.need.waits, each.need.planned))
    held = []
    for each, best in zip(opened, solved(rows, ledger, weights), strict=True):
        if best is not None:
            each.taken[place] = _seat(place, best)
            held.append(_held(each.need, best))
    return held


def _seat(place: int, best: Judged) -> Seat:
    return Seat(place, best.candidate, False, best.terms)


def _held(need: Need, best: Judged) -> Held:
    subject = need.subject
    return Held(best.candidate.key, subject.key, subject.date, subject.authors, need.waits)
