"""Which earlier ideas speak for somebody, by name."""

from collections import defaultdict

from hero.advocates.past import Helped, Past
from hero.advocates.subject import Subject
from hero.advocates.whole import rarity


def of_its_kind(subject: Subject, past: Past, person: str, proposed: bool = False) -> list[str]:
    """The earlier ideas that share a topic and that somebody helped, or else proposed.

    The nearest stand first, and of those the newest.
    """
    weight = dict(subject.topics)
    found: list[tuple[int, Helped]] = []
    for item in past.items[: past.before(subject.date)]:
        shared = max((weight.get(topic, 0) * theirs for topic, theirs in item.topics), default=0)
        if shared and item.key != subject.key and person in _people(item, proposed):
            found.append((shared, item))
    found.sort(key=lambda each: (each[0], each[1].date, each[1].key), reverse=True)
    return [item.key for _, item in found]


def alike(subject: Subject, past: Past, person: str, proposed: bool = False) -> str | None:
    """The earlier idea that somebody helped, or proposed, whose text shares most with this one."""
    end = past.before(subject.date)
    shared: dict[str, int] = defaultdict(int)
    for word in subject.words:
        places = past.with_word(word, end)
        worth = rarity(end, len(places))
        for place in places:
            item = past.items[place]
            if item.key != subject.key and person in _people(item, proposed):
                shared[item.key] += worth
    return max(shared, key=lambda key: (shared[key], key), default=None)


def _people(item: Helped, proposed: bool) -> tuple[str, ...]:
    return item.authors if proposed else item.helpers
