"""What people helped before: the subjects of the past, found by topic, by word and by author."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from hero.advocates.subject import Topics, Words

#: Places of items in the past, in order of date, each with a weight.
Found = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Helped:
    """A subject of the past, whose it was and who helped it, as person keys."""

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

    def with_topic(self, topic: str, end: int) -> Found:
        """The items of a topic below a place, with the topic's weight there."""
        found = self._by_topic.get(topic, [])
        return found[: bisect_left(found, (end, 0))]

    def with_word(self, word: str, end: int) -> list[int]:
        """The items with a word below a place."""
        return _below(self._by_word.get(word, []), end)

    def by_author(self, author: str, end: int) -> list[int]:
        """The items that somebody proposed below a place."""
        return _below(self._by_author.get(author, []), end)

    def known(self, keys: Iterable[str], end: int) -> list[int]:
        """The places of these subjects, as far as they are below a place."""
        places = (self._by_key.get(key, end) for key in keys)
        return [place for place in places if place < end]

    @cached_property
    def _dates(self) -> list[dt.date]:
        return [item.date for item in self.items]

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return {item.key: place for place, item in enumerate(self.items)}

    @cached_property
    def _by_topic(self) -> dict[str, Found]:
        found: dict[str, Found] = defaultdict(list)
        for place, item in enumerate(self.items):
            for topic, weight in item.topics:
                found[topic].append((place, weight))
        return dict(found)

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        return _index(item.words for item in self.items)

    @cached_property
    def _by_author(self) -> dict[str, list[int]]:
        return _index(item.authors for item in self.items)


def _index(items: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, names in enumerate(items):
        for name in names:
            found[name].append(place)
    return dict(found)


def _below(places: list[int], end: int) -> list[int]:
    return places[: bisect_left(places, end)]
