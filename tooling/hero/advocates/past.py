"""What people helped before: the subjects of the past, found by topic and by word."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from hero.advocates.subject import Topics, Words


@dataclass(frozen=True, slots=True)
class Helped:
    """A subject of the past and who helped it, as person keys."""

    key: str
    date: dt.date
    topics: Topics = ()
    words: Words = ()
    authors: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()


class Past:
    """All that was helped, in order of date. Only what is older than a date counts on it."""

    def __init__(self, items: Iterable[Helped] = ()) -> None:
        self.items = tuple(sorted(items, key=lambda each: (each.date, each.key)))

    def before(self, date: dt.date) -> int:
        """How many items are older than a date: the places below this number."""
        return bisect_left(self._dates, date)

    def with_topic(self, topic: str) -> list[tuple[int, int]]:
        """The places of the items of a topic, in order, each with its weight."""
        return self._by_topic.get(topic, [])

    def with_word(self, word: str) -> list[tuple[int, int]]:
        """The places of the items with a word, in order, each with how often."""
        return self._by_word.get(word, [])

    def helpers_of(self, keys: Iterable[str], date: dt.date) -> frozenset[str]:
        """Who helped one of these subjects before a date."""
        wanted = frozenset(keys)
        if not wanted:
            return frozenset()
        older = self.items[: self.before(date)]
        return frozenset(who for item in older if item.key in wanted for who in item.helpers)

    @cached_property
    def _dates(self) -> list[dt.date]:
        return [item.date for item in self.items]

    @cached_property
    def _by_topic(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, item in enumerate(self.items):
            for topic, weight in item.topics:
                found[topic].append((place, weight))
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, item in enumerate(self.items):
            for word, times in item.words:
                found[word].append((place, times))
        return found
