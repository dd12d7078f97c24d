"""What people know of a subject: what they say, what they helped, what it was about."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from hero.advocates.past import Past
from hero.advocates.subject import WHOLE, Candidate, Subject
from hero.advocates.weights import Weights
from hero.advocates.whole import fading, rarity, saturating

#: A word that more than one item in so many has says nothing about who knows the field.
COMMON = 5
#: Two texts of one organisation share this much of their rare words by chance, in milli-units.
CHANCE = 150
#: How soon two people know each other: half a subject, as `saturating` has it.
SOON = 500


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What speaks for somebody, in milli-units: 1000 is one subject of the same kind, today."""

    declared: int = 0
    history: int = 0
    text: int = 0

    def amount(self, weights: Weights) -> int:
        """All of it together, in the same units."""
        declared, history = self.declared * weights.declared, self.history * weights.history
        return (declared + history + self.text * weights.text) // WHOLE

    def level(self, weights: Weights) -> int:
        """From 0, nothing known, towards 1000: enough is enough, more hardly counts."""
        return saturating(self.amount(weights), weights.enough)


@dataclass(frozen=True)
class Fit:
    """What the past says of everybody for one subject. Load and shares do not change it."""

    subject: Subject
    past: Past
    weights: Weights

    def knowledge(self, candidate: Candidate) -> Knowledge:
        """What a candidate knows of the subject."""
        key = candidate.key
        said = self._declared(candidate)
        return Knowledge(said, self._history.get(key, 0), self._text.get(key, 0))

    def level(self, candidate: Candidate) -> int:
        """How much that is, from 0 to 1000."""
        key = candidate.key
        if key not in self._levels:
            self._levels[key] = self.knowledge(candidate).level(self.weights)
        return self._levels[key]

    def continuity(self, candidate: Candidate) -> int:
        """From 0 to 1000: 1000 for who helped what it continues, less for earlier ideas of the
        same proposers. Familiarity was the strongest feature in Meta's study (arXiv 2312.17169).
        """
        if candidate.key in self._parents:
            return WHOLE
        return saturating(self._met.get(candidate.key, 0), SOON)

    def _declared(self, candidate: Candidate) -> int:
        """How much of the subject they say that they know: the weight of its best topic."""
        said = (weight for topic, weight in self.subject.topics if topic in candidate.topics)
        return max(said, default=0)

    @cached_property
    def _levels(self) -> dict[str, int]:
        """Levels that were worked out: both seats and every change of load ask for them."""
        return {}

    @cached_property
    def _end(self) -> int:
        return self.past.before(self.subject.date)

    @cached_property
    def _history(self) -> dict[str, int]:
        found: dict[int, int] = {}
        for topic, weight in self.subject.topics:
            for place, theirs in self.past.with_topic(topic, self._end):
                found[place] = max(found.get(place, 0), weight * theirs // WHOLE)
        return self._credited(found.items(), self.weights.authored)

    @cached_property
    def _text(self) -> dict[str, int]:
        """Which share of the subject's rare words the items have that somebody helped."""
        found: dict[int, int] = defaultdict(int)
        whole = 0
        for word in self.subject.words:
            places = self.past.with_word(word, self._end)
            worth = rarity(self._end, len(places))
            whole += worth
            for place in places if len(places) * COMMON <= self._end else ():
                found[place] += worth
        shares = ((place, WHOLE * worth // max(1, whole)) for place, worth in found.items())
        alike = [(place, share) for place, share in shares if share > CHANCE]
        return self._credited(alike, self.weights.authored)

    @cached_property
    def _met(self) -> dict[str, int]:
        authors = self.subject.authors
        places = {each for author in authors for each in self.past.by_author(author, self._end)}
        return self._credited(((place, WHOLE) for place in places), 0)

    @cached_property
    def _parents(self) -> set[str]:
        places = self.past.known(self.subject.continues, self._end)
        return {who for place in places for who in self.past.items[place].helpers}

    def _credited(self, amounts: Iterable[tuple[int, int]], authored: int) -> dict[str, int]:
        """By person, the amounts of what they helped, faded; of what they wrote, a part."""
        found: dict[str, int] = defaultdict(int)
        for place, amount in amounts:
            item = self.past.items[place]
            if item.key == self.subject.key:
                continue
            left = fading((self.subject.date - item.date).days, self.weights.expertise_fades)
            for helper in item.helpers:
                found[helper] += amount * left // WHOLE
            for author in item.authors if authored else ():
                if author not in item.helpers:
                    found[author] += amount * left * authored // WHOLE**2
        return dict(found)
