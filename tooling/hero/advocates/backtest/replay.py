"""The replay: each proposal on its day, with what was known then, and the seats given so far."""

import datetime as dt
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hero.advocates.backtest.rows import Row
from hero.advocates.expertise import Fit
from hero.advocates.ledger import Held, Ledger
from hero.advocates.past import Past
from hero.advocates.subject import Candidate
from hero.advocates.weights import Weights

#: How many rows are only looked back on, unless a date is given.
WARM_UP = 150
#: How many people are chosen, how many open items each takes, and for how many days one is open.
SEATS, CAPACITY, HOLDING = 2, 4, 45
#: Whoever helped something within so many days can be chosen.
ACTIVE = 730
#: Whoever helped so many earlier items of a group is qualified for it.
QUALIFIED = 3


@dataclass(frozen=True)
class Scene:
    """One row on its day: who can be chosen, what the past says, and who knows the group.

    `earlier` counts, by person key, the earlier items of the group that they helped.
    """

    row: Row
    pool: tuple[Candidate, ...]
    fit: Fit
    earlier: Counter[str]

    def qualified(self, person: str) -> bool:
        """Did they help enough earlier items of the group?"""
        return self.earlier[person] >= QUALIFIED


class Desk(Ledger):
    """A ledger that seats are entered into day by day; after `HOLDING` days one is at rest."""

    def __init__(self) -> None:
        super().__init__()
        self._open: deque[Held] = deque()
        self.most_open = 0
        self.over = 0

    def begin(self, day: dt.date) -> None:
        """Put to rest what was held for long enough on this day."""
        while self._open and (day - self._open[0].date).days >= HOLDING:
            seat = self._open.popleft()
            self._waiting[seat.person].discard(seat.key)

    def give(self, scene: Scene, people: Sequence[str]) -> None:
        """Give these people the seats of a row."""
        subject = scene.row.subject
        for person in people:
            seat = Held(person, subject.key, subject.date, subject.authors)
            self._enter(seat)
            self._open.append(seat)
            self.most_open = max(self.most_open, self.load(person))
            self.over += self.load(person) > CAPACITY


#: Whom to choose on a scene, with the seats that were given before.
Policy = Callable[[Scene, Desk], Sequence[str]]


@dataclass(frozen=True)
class Run:
    """What a policy chose on each scene, and how full desks got."""

    picks: tuple[tuple[str, ...], ...]
    most_open: int
    over: int


def scenes(rows: Sequence[Row], weights: Weights, since: dt.date | None = None) -> list[Scene]:
    """The rows that are replayed, with the past of each. Rows that name nobody are left out."""
    past = Past(row.helped for row in rows if row.real)
    start = WARM_UP if since is None else sum(row.subject.date < since for row in rows)
    return [_scene(row, past, weights) for row in rows[start:] if row.real]


def replay(scenes: Sequence[Scene], policy: Policy) -> Run:
    """Let a policy choose on every scene, in order. Nothing but the date is known of the future."""
    desk = Desk()
    picks: list[tuple[str, ...]] = []
    for scene in scenes:
        desk.begin(scene.row.subject.date)
        picks.append(tuple(policy(scene, desk)))
        desk.give(scene, picks[-1])
    return Run(tuple(picks), desk.most_open, desk.over)


def _scene(row: Row, past: Past, weights: Weights) -> Scene:
    subject = row.subject
    end = past.before(subject.date)
    since: dict[str, dt.date] = {}
    latest: dict[str, dt.date] = {}
    for item in past.items[:end]:
        for person in item.helpers:
            since.setdefault(person, item.date)
            latest[person] = item.date
    pool = tuple(
        Candidate(person, person.lstrip("@"), CAPACITY, since=since[person])
        for person, last in sorted(latest.items())
        if (subject.date - last).days <= ACTIVE and person not in subject.authors
    )
    return Scene(row, pool, Fit(subject, past, weights), _earlier(row, past, end))


def _earlier(row: Row, past: Past, end: int) -> Counter[str]:
    places = past.with_topic(row.group, end) if row.group else []
    own = (past.items[place] for place, weight in places if weight == 1000)
    return Counter(person for item in own for person in item.helpers)
