"""Small worlds to choose in: a roster, a past, a ledger and a subject, by hypothesis or by hand."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from hero.advocates.assignment import Assignment
from hero.advocates.choose import SEATS, choose
from hero.advocates.ledger import Held, Ledger
from hero.advocates.past import Helped, Past
from hero.advocates.score import Context
from hero.advocates.subject import Candidate, Subject, topics_of
from hero.advocates.weights import SHIPPED, Weights

TODAY = dt.date(2026, 11, 20)
TOPICS = ("delivery", "data", "security")
UNITS = ("platform", "lockers", "depots")
WORDS = ("belt", "scanner", "key", "flaky")
KEYS = tuple(str(number) for number in range(101, 109))
#: People who propose, two of whom are advocates as well.
PROPOSERS = ("@ada", "@pavel", KEYS[0], KEYS[1])


@dataclass(frozen=True)
class World:
    """Everything that a choice is made of."""

    subject: Subject
    candidates: tuple[Candidate, ...]
    helped: tuple[Helped, ...] = ()
    held: tuple[Held, ...] = ()
    weights: Weights = SHIPPED

    @property
    def context(self) -> Context:
        return Context(Past(self.helped), Ledger(self.held))

    def choice(self, seats: int = SEATS) -> Assignment:
        return choose(self.subject, self.candidates, self.context, self.weights, seats)

    def with_candidate(self, candidate: Candidate) -> "World":
        others = (each for each in self.candidates if each.key != candidate.key)
        return replace(self, candidates=(*others, candidate))


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(offset)


def person(key: str = KEYS[2], **fields: object) -> Candidate:
    """An advocate of long standing, ready for everything."""
    made = Candidate(key, f"login-{key}", unit="platform", since=day(-900))
    return replace(made, **fields)  # type: ignore[arg-type]


def team(count: int, **fields: object) -> tuple[Candidate, ...]:
    return tuple(person(key, **fields) for key in KEYS[:count])


def parted(number: int, *choices: Sequence[Any]) -> list[Any]:
    """One of each of these choices, all out of one number: 0 means the first of each.

    Drawing one number is ten times as quick as drawing ten values, and gets smaller as well.
    """
    found = []
    for each in choices:
        number, place = divmod(number, len(each))
        found.append(each[place])
    return found


def subsets(values: Sequence[str], most: int) -> list[tuple[str, ...]]:
    """All choices of at most so many of these values, in their order, none first."""
    return [found for count in range(most + 1) for found in combinations(values, count)]


#: Most people can be chosen, or there would be little to choose from.
MOSTLY: list[tuple[str, ...]] = [()] * 12
SPANS = [
    *MOSTLY,
    ((day(0), day(0)),),
    ((day(3), day(9)),),
    ((day(9), day(-2)),),
    ((day(14), day(20)),),
]
ABOUT = [topics_of(each) for each in ((("delivery", 1000),), (("data", 1000), ("delivery", 300)),
                                      (("security", 1000),), ())]  # fmt: skip
TEXTS = [tuple(sorted(each)) for each in subsets(WORDS, 4)]
FAR = 10**9


def candidate(key: str, number: int) -> Candidate:
    """An advocate; 0 is one of long standing who is ready for everything."""
    capacity, unit, topics, away, since, until, shadow = parted(
        number,
        (4, 4, 3, 2, 1, 0),
        (*UNITS, None),
        subsets(TOPICS, 3),
        SPANS,
        (day(-600), None, day(0), day(-30), None, day(-200), day(-7), day(5)),
        (None, None, None, day(0), day(600), day(-1)),
        (False, False, False, False, False, False, False, True),
    )
    return Candidate(
        key, f"login-{key}", capacity, unit, frozenset(topics), away, since, until, shadow
    )


def helped(number: int) -> Helped:
    key, date, topics, words, authors, helpers = parted(
        number,
        [f"old-{each}" for each in range(40)],
        [day(-ago) for ago in (1, 30, 90, 365, 900, 0, -3)],
        ABOUT,
        TEXTS,
        subsets(PROPOSERS, 2),
        subsets(KEYS, 2),
    )
    return Helped(key, date, topics, words, authors, helpers)


def held(number: int) -> Held:
    who, key, date, authors, waits = parted(
        number,
        KEYS,
        [f"old-{each}" for each in range(40)],
        [day(-ago) for ago in (0, 1, 30, 170, 190, 500)],
        subsets(PROPOSERS, 2),
        (True, False),
    )
    return Held(who, key, date, authors, waits)


def subject(number: int) -> Subject:
    """A subject for which nobody is recorded yet."""
    idea, topics, words, authors, submitters, involved, passed, units, continues, due = parted(
        number,
        range(100),
        ABOUT,
        TEXTS,
        subsets(PROPOSERS, 2),
        (*MOSTLY, *subsets(KEYS, 1)),
        (*MOSTLY, *subsets(KEYS, 1)),
        (*MOSTLY, *MOSTLY, *subsets(KEYS, 2)),
        subsets(UNITS, 1),
        ((), ("old-1",)),
        ((), (day(4), day(14))),
    )
    return Subject(
        f"idea-{idea}", TODAY, topics, words, authors, frozenset(submitters), frozenset(involved),
        frozenset(passed), (), frozenset(units), continues, due,
    )  # fmt: skip


numbers = st.integers(0, FAR)
sizes = st.lists(numbers, min_size=4, max_size=len(KEYS)) | st.lists(numbers, max_size=3)
rosters = sizes.map(lambda found: tuple(map(candidate, KEYS, found)))
pasts = st.lists(numbers, max_size=8).map(
    lambda found: tuple({each.key: each for each in map(helped, found)}.values())
)
ledgers = st.lists(numbers, max_size=10).map(lambda found: tuple(map(held, found)))
#: Worlds in which nobody is recorded yet, and such with people recorded.
fresh = st.builds(World, st.integers(0, FAR**2).map(subject), rosters, pasts, ledgers)
worlds = st.builds(
    lambda world, seated: replace(world, subject=replace(world.subject, seated=seated)),
    fresh,
    st.sampled_from(subsets((*KEYS, "@gone"), 3)),
)
