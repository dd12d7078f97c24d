"""How good a choice somebody would be: whole numbers, each with a name, that sum to a score."""

import hashlib
from collections.abc import Collection
from dataclasses import astuple, dataclass
from functools import cached_property

from hero.advocates.expertise import Knowledge, knowledge, learned
from hero.advocates.ledger import FULL, Ledger
from hero.advocates.past import Past
from hero.advocates.subject import WHOLE, Candidate, Subject
from hero.advocates.weights import Weights
from hero.advocates.whole import fading


@dataclass(frozen=True, slots=True)
class Terms:
    """What speaks for somebody (above 0) and against (below); `score` is the sum."""

    expertise: int = 0
    bridge: int = 0
    load: int = 0
    fairness: int = 0
    repetition: int = 0
    continuity: int = 0

    @property
    def score(self) -> int:
        """The sum of the terms."""
        return sum(astuple(self))


@dataclass(frozen=True)
class Context:
    """What is known beside the subject: what was helped before, and who holds which seat."""

    past: Past
    ledger: Ledger


@dataclass(frozen=True)
class Scoring:
    """One subject, ready to score those who are eligible for it.

    Only they count towards the middle of the pool: somebody who may not be chosen changes
    nothing for the others.
    """

    subject: Subject
    context: Context
    weights: Weights
    eligible: Collection[Candidate]

    def terms(self, candidate: Candidate, bridging: int = 0) -> Terms:
        """The terms of a candidate; `bridging` is 0 for the first seat, see `bridging`."""
        weights = self.weights
        subject, ledger = self.subject, self.context.ledger
        met = ledger.met(candidate.key, subject.authors, subject.date, weights.repetition_for)
        return Terms(
            expertise=weights.expertise * self.knowledge(candidate).level(weights) // WHOLE,
            bridge=weights.bridge * bridging,
            load=-(weights.load * self._crowding(candidate) // WHOLE),
            fairness=-(weights.fairness * self.share(candidate) // WHOLE),
            repetition=-weights.repetition * met,
            continuity=weights.continuity * (candidate.key in self._before),
        )

    def knowledge(self, candidate: Candidate) -> Knowledge:
        """What speaks for a candidate's expertise."""
        return knowledge(self.subject, candidate, self._learned)

    def share(self, candidate: Candidate) -> int:
        """What they were given lately, in milli-seats of a full advocate.

        A newcomer starts with what the middle of the pool has, and that fades like the rest: else
        whoever joins gets everything until they have caught up.
        """
        own = self._own_share(candidate)
        if candidate.since is None:
            return own
        days = (self.subject.date - candidate.since).days
        return own + self._middle * fading(days, self.weights.fairness_fades) // WHOLE

    def _own_share(self, candidate: Candidate) -> int:
        fades = self.weights.fairness_fades
        given = self.context.ledger.share(candidate.key, self.subject.date, fades)
        return given * FULL // max(1, candidate.capacity)

    def _crowding(self, candidate: Candidate) -> int:
        """What one more open subject costs, in milli-units: ((l + 1)² - l²) / 2c²."""
        load = self.context.ledger.load(candidate.key, self.subject.key)
        return WHOLE * (2 * load + 1) // (2 * max(1, candidate.capacity) ** 2)

    @cached_property
    def _learned(self) -> dict[str, tuple[int, int]]:
        return learned(self.subject, self.context.past, self.weights)

    @cached_property
    def _before(self) -> frozenset[str]:
        return self.context.past.helpers_of(self.subject.continues, self.subject.date)

    @cached_property
    def _middle(self) -> int:
        """The lower median of what the eligible were given."""
        shares = sorted(map(self._own_share, self.eligible))
        return shares[(len(shares) - 1) // 2] if shares else 0


def bridging(subject: Subject, candidate: Candidate, others: Collection[Candidate]) -> int:
    """How far a seat reaches beyond the units of those who are seated: 0 to 3.

    2 for somebody from outside the proposers' units among them all, as nobody decides alone on an
    idea of their own team; 1 more for a unit that none of the others is in. Who works in a unit
    that is not known counts as from outside.
    """
    units = {each.unit for each in others if each.unit is not None}
    outside = any(each.unit not in subject.units for each in (candidate, *others))
    return 2 * outside + (candidate.unit not in units)


def tie(subject: Subject, candidate: Candidate) -> str:
    """What decides between equal scores, the least first: the same everywhere, new each subject."""
    return hashlib.sha256(f"{subject.key}\0{candidate.key}".encode()).hexdigest()
