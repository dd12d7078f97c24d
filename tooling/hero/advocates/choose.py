"""The choice: the right people for one subject, the same on every machine."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from hero.advocates.assignment import Assignment, Dropped, Judged, Round, Seat
from hero.advocates.eligible import VOIDS, Reason, reasons
from hero.advocates.expertise import Fit
from hero.advocates.ledger import Ledger
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
    fit = Fit(subject, context.past, weights)
    return chosen(fit, candidates, context.ledger, seats)


def chosen(
    fit: Fit, candidates: Iterable[Candidate], ledger: Ledger, seats: int = SEATS
) -> Assignment:
    """The same for who has a `Fit` at hand: it stays as it is while seats are given away."""
    pool = list({each.key: each for each in sorted(candidates, key=_place)}.values())
    kept, dropped = recorded(fit.subject, pool)
    taken: dict[int, Seat] = {seat.place: seat for seat in kept}
    rounds: list[Round] = []
    for place in range(1, seats + 1):
        if place not in taken and len(taken) < seats:
            rounds.append(judged(fit, pool, ledger, place, tuple(taken.values())))
            if (best := rounds[-1].best) and best.terms:
                taken[place] = Seat(place, best.candidate, False, best.terms)
    ordered = tuple(taken[place] for place in sorted(taken))
    return Assignment(fit.subject, ordered, tuple(rounds), dropped)


def judged(
    fit: Fit, pool: Sequence[Candidate], ledger: Ledger, place: int, taken: Sequence[Seat]
) -> Round:
    """All candidates for one seat, while others are taken: the eligible first, best first."""
    others = [seat.candidate for seat in taken]
    seated = {other.key for other in others}
    against = {each.key: _against(fit.subject, each, ledger, seated) for each in pool}
    eligible = [each for each in pool if not against[each.key]]
    scoring = Scoring(fit, ledger, eligible)
    scored = [
        Judged(each, (), scoring.terms(each, bridging(fit.subject, each, others)))
        for each in eligible
    ]
    out = [Judged(each, against[each.key]) for each in pool if against[each.key]]
    return Round(place, (*_ranked(fit.subject, scored), *out))


def recorded(
    subject: Subject, pool: Sequence[Candidate]
) -> tuple[tuple[Seat, ...], tuple[Dropped, ...]]:
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
    return tuple(kept), tuple(dropped)


def _place(candidate: Candidate) -> tuple[str, str]:
    return candidate.key, candidate.login


def _against(
    subject: Subject, candidate: Candidate, ledger: Ledger, seated: Collection[str]
) -> tuple[Reason, ...]:
    return reasons(subject, candidate, ledger.load(candidate.key, subject.key), seated)


def _voids(subject: Subject, candidate: Candidate | None) -> tuple[Reason, ...]:
    if candidate is None:
        return (Reason.NOT_ON_ROSTER,)
    return tuple(each for each in reasons(subject, candidate, 0) if each in VOIDS)


def _ranked(subject: Subject, found: list[Judged]) -> list[Judged]:
    """The best first. Hashes are only worked out where scores are equal."""
    by_score = sorted(found, key=_score, reverse=True)
    ranked: list[Judged] = []
    for _, equal in groupby(by_score, key=_score):
        tied = list(equal)
        alone = len(tied) == 1
        ranked += tied if alone else sorted(tied, key=lambda each: tie(subject, each.candidate))
    return ranked


def _score(judged: Judged) -> int:
    return judged.terms.score if judged.terms else 0
