"""What a choice is about: a subject that needs people, and the candidates for it.

Both are independent of an idea's file: a registry and the back-test make them, so that what is
tested is what assigns.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hero.advocates.person import folded

#: A whole, in milli-units: the weight of a subject's own topic.
WHOLE = 1000

#: A topic and how much the subject is about it, in milli-units; in order of the topic.
Topics = tuple[tuple[str, int], ...]
#: A term and how often the text has it; in order of the term.
Words = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom to turn to where nobody can be chosen: a person, or the network as a whole."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that needs advocates on a date. People are person keys.

    `due` has the days on which something is due from the advocates, the first reply first.
    `seated` has who is recorded already, the accountable one first, whoever recorded it.
    """

    key: str
    date: dt.date
    topics: Topics = ()
    words: Words = ()
    authors: tuple[str, ...] = ()
    submitters: frozenset[str] = frozenset()
    involved: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    seated: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    continues: tuple[str, ...] = ()
    due: tuple[dt.date, ...] = ()
    owner: Owner | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be chosen. Days are inclusive; no `unit` means that it is not known."""

    key: str
    login: str
    capacity: int = 4
    unit: str | None = None
    topics: frozenset[str] = frozenset()
    away: tuple[tuple[dt.date, dt.date], ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    shadow: bool = False

    def on(self, date: dt.date) -> bool:
        """Are they an advocate on this day?"""
        return (self.since or date) <= date <= (self.until or date)

    def is_away(self, first: dt.date, last: dt.date) -> bool:
        """Are they away on a day of this span? A period with its ends swapped still counts."""
        return any(min(span) <= last and first <= max(span) for span in self.away)


def topics_of(weighted: Iterable[tuple[str, int]]) -> Topics:
    """Topics as they are compared, each once, with the greatest weight it was given."""
    found: dict[str, int] = {}
    for topic, weight in weighted:
        name = folded(topic)
        found[name] = max(weight, found.get(name, 0))
    return tuple(sorted(found.items()))


def words_of(texts: Mapping[str, int]) -> Words:
    """The terms of texts, by text with how much a word of it counts."""
    from hero.registry.similarity.words import terms

    counts: Counter[str] = Counter()
    for text, weight in texts.items():
        for term in terms(text):
            counts[term] += weight
    return tuple(sorted(counts.items()))
