"""How good a choice somebody would be: whole numbers, each with a name, that sum to a score."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from hero.advocates.expertise import Fit
from hero.advocates.ledger import FULL, Ledger
from hero.advocates.past import Past
from hero.advocates.subject import WHOLE, Candidate, Subject
from hero.advocates.whole import fading


class Terms(NamedTuple):
    """What speaks for somebody (above 0) and against (below); `score` is the sum."""

    expertise: int = 0
    bridge: int = 0
    continuity: int = 0
    load: int = 0
    fairness: int = 0
    repetition: int = 0

    @property
    def score(self) -> int:
        """The sum of the terms."""
        return sum(self)


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

    fit: Fit
    ledger: Ledger
    eligible: Collection[Candidate]

    def terms(self, candidate: Candidate, bridging: int = 0) -> Terms:
        """The terms of a candidate; `bridging` as `bridging` tells it."""
        weights = self.fit.weights
        return Terms(
            expertise=weights.expertise * self.fit.level(candidate) // WHOLE,
            bridge=weights.bridge * bridging,
            continuity=weights.continuity * self.fit.continuity(candidate) // WHOLE,
            load=-(weights.load * self.crowding(candidate) // WHOLE),
            fairness=-(weights.fairness * self.share(candidate) // WHOLE),
            repetition=-weights.repetition * self.met(candidate) ** 2,
        )

    def crowding(self, candidate: Candidate) -> int:
        """What one more open subject costs, in milli-units: ((l + 1)² - l²) / 2c²."""
        load = self.ledger.load(candidate.key, self.fit.subject.key)
        return WHOLE * (2 * load + 1) // (2 * max(1, candidate.capacity) ** 2)

    def share(self, candidate: Candidate) -> int:
        """What they were given lately, in milli-seats of a full advocate.

        A newcomer starts with what the middle of the pool has, and that fades like the rest: else
        whoever joins gets everything until they have caught up.
        """
        own = self._shares.get(candidate.key)
        own = self._own_share(candidate) if own is None else own
        if candidate.since is None or not self._middle:
            return own
        days = (self.fit.subject.date - candidate.since).days
        return own + self._middle * fading(days, self.fit.weights.fairness_fades) // WHOLE

    def met(self, candidate: Candidate) -> int:
        """How many other subjects of the same proposers they were given lately."""
        subject, days = self.fit.subject, self.fit.weights.repetition_for
        return self.ledger.met(candidate.key, subject.authors, subject.date, days, subject.key)

    def _own_share(self, candidate: Candidate) -> int:
        date, fades = self.fit.subject.date, self.fit.weights.fairness_fades
        given = self.ledger.share(candidate.key, date, fades)
        return given * FULL // max(1, candidate.capacity)

    @cached_property
    def _shares(self) -> dict[str, int]:
        return {each.key: self._own_share(each) for each in self.eligible}

    @cached_property
    def _middle(self) -> int:
        """The lower median of what the eligible were given."""
        shares = sorted(self._shares.values())
        return shares[(len(shares) - 1) // 2] if shares else 0


def bridging(subject: Subject, candidate: Candidate, others: Collection[Candidate]) -> int:
    """How far a seat reaches beyond the units of those who are seated: 0 to 3; alone, 0.

    2 for somebody from outside the proposers' units among them all, as nobody decides alone on an
    idea of their own team; 1 more where not all are of one unit. So a third seat, beside two from
    different units, goes to whoever knows most. Who works in a unit that is not known counts as
    from outside. Units are those by which `hero.culture.ties` tells ties across units: where all
    are known, a seat from outside is such a tie to each proposer.
    """
    if not others:
        return 0
    units = {each.unit for each in others if each.unit is not None}
    outside = any(each.unit not in subject.units for each in (candidate, *others))
    return 2 * outside + (len(units) > 1 or candidate.unit not in units)


def tie(subject: Subject, candidate: Candidate) -> str:
    """What decides between equal scores, the least first: the same everywhere, new each subject."""
    # Keys of a back-test come out of strangers' JSON, where half a character can stand alone.
    spelt = f"{subject.key}\0{candidate.key}".encode(errors="surrogatepass")
    return hashlib.sha256(spelt).hexdigest()
