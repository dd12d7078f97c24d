"""The choice: the right people for one subject, the same on every machine."""

from collections.abc import Iterable, Sequence

from hero.advocates.assignment import Assignment, Dropped, Judged, Round, Seat
from hero.advocates.eligible import VOIDS, Reason, reasons
from hero.advocates.score import Context, Scoring, bridging, tie
from hero.advocates.subject import Candidate, Subject
from hero.advocates.weights import SHIPPED, Weights

#: How many advocates an idea has: one who is accountable, and one from another unit.
SEATS = 2


def choose(
    subject: Subject,
    candidates: Iterable[Candidate],
    context: Context,
    weights: Weights = SHIPPED,
    seats: int = SEATS,
) -> Assignment:
    """Fill the seats that are free. Never raises; the order of candidates does not matter.

    Whoever is recorded keeps the seat, unless they passed, left or may not have it. Each free seat
    goes to the best score among the eligible, a tie to the lesser hash.
    """
    pool = sorted(candidates, key=lambda each: each.key)
    kept, dropped = _recorded(subject, pool)
    taken: dict[int, Seat] = {seat.place: seat for seat in kept}
    rounds: list[Round] = []
    for place in range(1, seats + 1):
        if place not in taken and len(taken) < seats:
            rounds.append(judged(subject, pool, context, weights, place, tuple(taken.values())))
            if (best := rounds[-1].judged[:1]) and best[0].terms is not None:
                taken[place] = Seat(place, best[0].candidate, False, best[0].terms)
    ordered = tuple(taken[place] for place in sorted(taken))
    return Assignment(subject, ordered, tuple(rounds), dropped)


def judged(
    subject: Subject,
    pool: Sequence[Candidate],
    context: Context,
    weights: Weights,
    place: int,
    taken: tuple[Seat, ...],
) -> Round:
    """All candidates for one seat, while others are taken: the eligible first, best first."""
    others = [seat.candidate for seat in taken]
    keys = {other.key for other in others}
    against = {each.key: _against(subject, each, context, keys) for each in pool}
    eligible = [each for each in pool if not against[each.key]]
    scoring = Scoring(subject, context, weights, eligible)
    found = [
        Judged(each, (), scoring.terms(each, bridging(subject, each, others) if others else 0))
        for each in eligible
    ]
    found.sort(key=lambda each: _rank(subject, each))
    out = [Judged(each, against[each.key]) for each in pool if against[each.key]]
    return Round(place, (*found, *out))


def _against(
    subject: Subject, candidate: Candidate, context: Context, seated: set[str]
) -> tuple[Reason, ...]:
    load = context.ledger.load(candidate.key, subject.key)
    return reasons(subject, candidate, load, seated)


def _rank(subject: Subject, judged: Judged) -> tuple[int, str]:
    score = judged.terms.score if judged.terms else 0
    return -score, tie(subject, judged.candidate)


def _recorded(
    subject: Subject, pool: Sequence[Candidate]
) -> tuple[list[Seat], tuple[Dropped, ...]]:
    """The recorded seats that still hold, in their places, and who lost theirs."""
    known = {each.key: each for each in pool}
    kept: list[Seat] = []
    dropped: list[Dropped] = []
    for place, key in enumerate(dict.fromkeys(subject.seated), 1):
        candidate = known.get(key)
        against = _voids(subject, candidate)
        if candidate is None or against:
            dropped.append(Dropped(key, against))
        else:
            kept.append(Seat(place, candidate, True))
    return kept, tuple(dropped)


def _voids(subject: Subject, candidate: Candidate | None) -> tuple[Reason, ...]:
    if candidate is None:
        return (Reason.NOT_ON_ROSTER,)
    return tuple(each for each in reasons(subject, candidate, 0) if each in VOIDS)
