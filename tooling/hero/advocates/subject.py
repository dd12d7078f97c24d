"""What a choice is about: a subject that needs people, and the candidates for it.

Both are independent of an idea's file: a registry and the back-test make them, so that what is
tested is what assigns.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hero.advocates.person import folded

#: A whole, in milli-units: the weight of a subject's own topic.
WHOLE = 1000

#: A topic and how much the subject is about it, in milli-units; in order of the topic.
Topics = tuple[tuple[str, int], ...]
#: The terms of a text, each once, in order.
Words = tuple[str, ...]


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


def words_of(texts: Iterable[str]) -> Words:
    """The terms that texts are made of: their words without endings, and without common ones."""
    from hero.registry.similarity.words import terms

    return tuple(sorted({term for text in texts for term in terms(text)}))
