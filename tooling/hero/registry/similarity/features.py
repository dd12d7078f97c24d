"""What is counted of a text: the words that carry it, and those that stand beside each other."""

from collections.abc import Iterable
from itertools import pairwise

from hero.registry.similarity.texts import WEIGHTS, Texts
from hero.registry.similarity.words import term, terms, words

#: What a pair of neighbours counts, where a word counts 1 (measured: .3 and 1 find less).
PAIR = 0.5
#: The most words of one text that are held against others.
MOST = 2_000

#: What stands for every word that the query does not have.
OTHER = ""

#: A word, or a pair of words that stand beside each other.
Feature = str | tuple[str, str]


class Known(dict[str, str | None]):
    """Every word met so far: its term where the query has it, OTHER where it has not, None where
    the word does not count. Each is looked into once."""

    def __init__(self, wanted: Iterable[Feature]) -> None:
        self.wanted = frozenset(wanted)

    def __missing__(self, word: str) -> str | None:
        each = term(word)
        self[word] = known = (each if each in self.wanted else OTHER) if each else None
        return known


def features(texts: Texts) -> tuple[dict[Feature, float], int, float]:
    """The weights of words and pairs, and the length in words, plain and weighted."""
    wanted: dict[Feature, float] = {}
    length, weighted = 0, 0.0
    for field, weight in WEIGHTS.items():
        found = terms(texts.get(field, ""))[:MOST]
        length += len(found)
        weighted += len(found) * weight
        for each in found:
            wanted[each] = wanted.get(each, 0.0) + weight
        for pair in pairwise(found):
            wanted[pair] = wanted.get(pair, 0.0) + weight * PAIR
    return wanted, length, weighted


def forms(texts: Texts) -> dict[str, str]:
    """How each term is first written."""
    written: dict[str, str] = {}
    for field in WEIGHTS:
        for word in words(texts.get(field, "")):
            written.setdefault(term(word), word)
    return written
