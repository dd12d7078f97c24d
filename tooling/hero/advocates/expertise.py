"""What people know of a subject: what they say, what they helped, what it was about."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from hero.advocates.past import Past
from hero.advocates.subject import WHOLE, Candidate, Subject
from hero.advocates.weights import Weights
from hero.advocates.whole import fading, rarity, saturating

#: A word that more than one item in so many has says nothing about who knows the field.
COMMON = 5


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What speaks for somebody, in milli-units: 1000 is one subject of the same kind, today."""

    declared: int = 0
    history: int = 0
    text: int = 0

    def level(self, weights: Weights) -> int:
        """From 0, nothing known, towards 1000: enough is enough, more hardly counts."""
        amount = (
            self.declared * weights.declared
            + self.history * weights.history
            + self.text * weights.text
        ) // 1000
        return saturating(amount, weights.enough)


NOTHING = Knowledge()


def declared(subject: Subject, candidate: Candidate) -> int:
    """How much of the subject a candidate says that they know: the weight of its best topic."""
    return max((weight for topic, weight in subject.topics if topic in candidate.topics), default=0)


def learned(subject: Subject, past: Past, weights: Weights) -> dict[str, tuple[int, int]]:
    """By person key, what the past says: by topic and by text. People it does not know are out."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    alike = (_by_topic(subject, past), _by_text(subject, past) if weights.text else {})
    for which, amounts in enumerate(alike):
        for place, amount in amounts.items():
            item = past.items[place]
            left = fading((subject.date - item.date).days, weights.expertise_fades)
            for helper in item.helpers if item.key != subject.key else ():
                found[helper][which] += amount * left // WHOLE
    return {person: (history, text) for person, (history, text) in found.items()}


def knowledge(
    subject: Subject, candidate: Candidate, past: Mapping[str, tuple[int, int]]
) -> Knowledge:
    """All that speaks for a candidate, with what `learned` found."""
    history, text = past.get(candidate.key, (0, 0))
    return Knowledge(declared(subject, candidate), history, text)


def _by_topic(subject: Subject, past: Past) -> dict[int, int]:
    """How much each older item is about the subject's topics: the best topic of the two."""
    end = past.before(subject.date)
    found: dict[int, int] = {}
    for topic, weight in subject.topics:
        for place, theirs in past.with_topic(topic):
            if place < end:
                found[place] = max(found.get(place, 0), weight * theirs // WHOLE)
    return found


def _by_text(subject: Subject, past: Past) -> dict[int, int]:
    """Which share of the subject's rare words each older item has, in milli-units."""
    end = past.before(subject.date)
    found: dict[int, int] = defaultdict(int)
    whole = 0
    for word, _ in subject.words:
        places = [place for place, _ in past.with_word(word) if place < end]
        worth = rarity(end, len(places))
        whole += worth
        for place in places if len(places) * COMMON <= end else ():
            found[place] += worth
    return {place: WHOLE * amount // whole for place, amount in found.items()} if whole else {}
