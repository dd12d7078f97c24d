"""How alike two texts are, by the words and the pairs of words that they share.

A score is the geometric mean of two: evidence, which is BM25 (Robertson and Zaragoza, "The
Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in IR 3(4), 2009; with
weights by field as in its BM25F) over the root of what the query scores against itself, and
alikeness, which is the cosine of TF-IDF vectors (Salton and Buckley, IP&M 24(5), 1988). Evidence
alone rises with the length of the texts, so no threshold suits a title and a page; the cosine
alone takes two short titles that share a word for twins. Words that stand beside each other
count once more as a pair. No idea's vector is known whole, as one pass over the files looks for
the query's words only: the cosine divides by the root of the idea's length.

Measured beside others by `python -m tests.similar.measure`, whose table is in
`tests/similar/README.md`: at 5 false alarms per 100 it finds more than BM25, TF-IDF, titles alone
or shared words do, and it needs no library.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from hero.registry.similarity.features import OTHER, PAIR, Feature, Known, features, forms
from hero.registry.similarity.texts import WEIGHTS, Texts
from hero.registry.similarity.words import words

#: BM25's saturation by repetition, in ideas and in the query, and its share of length.
K1, K3, B = 1.2, 8.0, 0.75
#: The evidence that makes 1: that of a text of about two hundred words against itself.
FULL = 18.0


@dataclass(frozen=True, slots=True)
class Note:
    """What one idea has to do with the query: its length in words, plain and weighted, and how
    often, weighted by field, it has which feature of the query, `words` of them single words."""

    length: int
    weighted: float
    words: int
    shared: dict[Feature, float]


class Likeness:
    """The words of a query, to be held against many ideas."""

    def __init__(self, query: Texts) -> None:
        self.wanted, self.length, self.weighted = features(query)
        self.terms = {each for each in self.wanted if isinstance(each, str)}
        self.pairs = {each for each in self.wanted if not isinstance(each, str)}
        self._known = Known(self.terms)

    def note(self, texts: Texts) -> Note:
        """What these texts share with the query. One pass; made for any core."""
        length, weighted = 0, 0.0
        shared: dict[Feature, float] = {}
        pairs: list[tuple[Feature, float]] = []
        for field, weight in WEIGHTS.items():
            if not (text := texts.get(field)):
                continue
            found = [each for word in words(text) if (each := self._known[word]) is not None]
            length += len(found)
            weighted += len(found) * weight
            times = Counter(found)
            del times[OTHER]
            for each, n in times.items():
                shared[each] = shared.get(each, 0.0) + weight * n
            both = self.pairs.intersection(pairwise(found))
            pairs += [(pair, weight * PAIR) for pair in both]
        note = Note(length, weighted, len(shared), shared)
        for pair, worth in pairs:
            shared[pair] = shared.get(pair, 0.0) + worth
        return note

    def scores(self, notes: Sequence[Note]) -> list[float]:
        """From 0, nothing in common, to 1; one for each note."""
        count = len(notes)
        having = _having(notes)
        rarity = {each: _rarity(count, having[each]) for each in self.wanted}
        mean = sum(note.weighted for note in notes) / count if count else 0.0
        if not mean:
            return [0.0] * count
        evidence = _Evidence(self.wanted, self.weighted * (1 + PAIR), rarity, mean * (1 + PAIR))
        alike = _Cosine(self.wanted, count, having)
        return [
            min(1.0, math.sqrt(evidence.of(note) * alike.of(note)))
            if self._says_enough(note)
            else 0.0
            for note in notes
        ]

    def reasons(self, texts: Texts, notes: Sequence[Note], most: int = 6) -> tuple[str, ...]:
        """The shared words as they stand in these texts, rarest first; neighbours together."""
        having = _having(notes)
        written = forms(texts)
        mine = self.note(texts).shared
        order = sorted(mine, key=lambda each: (isinstance(each, str), having[each], str(each)))
        said: list[str] = []
        told: set[str] = set()
        for feature in order:
            parts = (feature,) if isinstance(feature, str) else feature
            if told.isdisjoint(parts):
                said.append(" ".join(written[part] for part in parts))
                told.update(parts)
        return tuple(said[:most])

    def _says_enough(self, note: Note) -> bool:
        """One common word is chance, unless no more was asked for."""
        return note.words >= min(2, len(self.terms))


class _Evidence:
    """BM25 of ideas, over the root of the query's own."""

    def __init__(
        self, wanted: dict[Feature, float], length: float, rarity: dict[Feature, float], mean: float
    ) -> None:
        self.mean = mean
        self.worth = {each: rarity[each] * n * (K3 + 1) / (n + K3) for each, n in wanted.items()}
        self.root = math.sqrt(self._sum(wanted, length)) or 1.0

    def of(self, note: Note) -> float:
        return self._sum(note.shared, note.weighted * (1 + PAIR)) / self.root / FULL

    def _sum(self, counts: dict[Feature, float], length: float) -> float:
        slow = K1 * (1 - B + B * length / self.mean)
        return sum(self.worth[each] * n * (K1 + 1) / (n + slow) for each, n in counts.items())


class _Cosine:
    """The cosine of TF-IDF vectors, with the length of an idea for the length of its vector."""

    def __init__(self, wanted: dict[Feature, float], count: int, having: Counter[Feature]) -> None:
        self.rare = {each: math.log((1 + count) / (1 + having[each])) + 1 for each in wanted}
        self.vector = {each: _damped(n) * self.rare[each] for each, n in wanted.items()}
        bare = sum(_damped(n) ** 2 for n in wanted.values())
        square = sum(value**2 for value in self.vector.values())
        # The mean rarity of the query's words stands for that of all words.
        self.root = square / math.sqrt(bare) if bare else 1.0
        self.product = {each: value * self.rare[each] for each, value in self.vector.items()}

    def of(self, note: Note) -> float:
        product = sum(self.product[each] * _damped(n) for each, n in note.shared.items())
        return product / (self.root * math.sqrt((1 + PAIR / 2) * note.length or 1.0))


def _having(notes: Sequence[Note]) -> Counter[Feature]:
    """How many ideas have each feature."""
    return Counter(chain.from_iterable(note.shared for note in notes))


def _rarity(count: int, having: int) -> float:
    return math.log(1 + (count - having + 0.5) / (having + 0.5))


@cache
def _damped(times: float) -> float:
    return 1 + math.log(times) if times >= 1 else times
