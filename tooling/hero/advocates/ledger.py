"""Who holds which seat: the load of today, the share of the last months, who met whom."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hero.advocates.whole import fading

#: The capacity that counts as one full advocate where shares are compared.
FULL = 4


@dataclass(frozen=True, slots=True)
class Held:
    """One person's seat on a subject since a date. `waits`: it is their turn there."""

    person: str
    key: str
    date: dt.date
    authors: tuple[str, ...] = ()
    waits: bool = True


class Ledger:
    """All seats that were given. A value: more seats make a new ledger."""

    def __init__(self, seats: Iterable[Held] = ()) -> None:
        self.seats: list[Held] = []
        self._waiting: dict[str, set[str]] = defaultdict(set)
        self._given: dict[str, list[dt.date]] = defaultdict(list)
        self._met: dict[tuple[str, str], list[Held]] = defaultdict(list)
        self._shares: dict[tuple[str, dt.date, int], int] = {}
        for seat in seats:
            self._enter(seat)

    def plus(self, seats: Iterable[Held]) -> "Ledger":
        """The ledger with further seats."""
        return Ledger((*self.seats, *seats))

    def without(self, key: str, person: str | None = None) -> "Ledger":
        """The ledger without a subject's seats, or without one person's seat on it."""
        return Ledger(
            seat
            for seat in self.seats
            if seat.key != key or (person is not None and seat.person != person)
        )

    def at_rest(self, key: str) -> "Ledger":
        """The ledger after a subject stopped waiting on its advocates."""
        return Ledger(
            replace(seat, waits=False) if seat.key == key else seat for seat in self.seats
        )

    def load(self, person: str, other_than: str | None = None) -> int:
        """How many subjects wait on a person, one of them left out."""
        waiting = self._waiting.get(person)
        return len(waiting) - (other_than in waiting) if waiting else 0

    def share(self, person: str, date: dt.date, half_life: int) -> int:
        """What a person was given lately, in milli-seats: a seat fades by half in a half-life."""
        # Many choices are made with one ledger, and each asks for everybody's share.
        asked = (person, date, half_life)
        if asked not in self._shares:
            days = self._given.get(person, ())
            self._shares[asked] = sum(fading((date - day).days, half_life) for day in days)
        return self._shares[asked]

    def met(
        self, person: str, authors: Iterable[str], date: dt.date, days: int, other_than: str
    ) -> int:
        """How many subjects of these authors a person was given in the days before a date."""
        held = (seat for author in authors for seat in self._met.get((person, author), ()))
        lately = {seat.key for seat in held if 0 <= (date - seat.date).days <= days}
        return len(lately - {other_than})

    def loads(self) -> Counter[str]:
        """How many subjects wait on each person."""
        return Counter({person: len(keys) for person, keys in self._waiting.items() if keys})

    def _enter(self, seat: Held) -> None:
        self.seats.append(seat)
        self._shares.clear()
        self._given[seat.person].append(seat.date)
        if seat.waits:
            self._waiting[seat.person].add(seat.key)
        for author in seat.authors:
            self._met[seat.person, author].append(seat)
