"""Who was chosen for a subject, and everything that a reader may ask about it."""

from dataclasses import dataclass

from hero.advocates.eligible import Reason
from hero.advocates.score import Terms
from hero.advocates.subject import Candidate, Owner, Subject


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate for one seat: their terms, or every reason why they may not be chosen."""

    candidate: Candidate
    reasons: tuple[Reason, ...] = ()
    terms: Terms | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat that is taken: `place` 1 is the accountable one. Kept seats have no terms."""

    place: int
    candidate: Candidate
    kept: bool
    terms: Terms | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """How one open seat was filled: those who may be chosen, best first, then the others."""

    place: int
    judged: tuple[Judged, ...]

    @property
    def best(self) -> Judged | None:
        """Whoever gets the seat; None where nobody may be chosen."""
        return next((each for each in self.judged[:1] if each.terms), None)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Somebody who is recorded and holds no seat any more, with the reasons."""

    key: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The seats of a subject in order of place, and how they came about."""

    subject: Subject
    seats: tuple[Seat, ...]
    rounds: tuple[Round, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Who holds the seats, the accountable one first."""
        return tuple(seat.candidate.key for seat in self.seats)

    @property
    def chosen(self) -> tuple[Seat, ...]:
        """The seats that are new."""
        return tuple(seat for seat in self.seats if not seat.kept)

    @property
    def turn_to(self) -> Owner | None:
        """Whom to turn to, where nobody holds a seat."""
        return None if self.seats else self.subject.owner
