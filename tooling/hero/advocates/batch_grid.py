"""The table that a round of a batch is solved on: subjects against people's room, in whole numbers.

Everybody has as many slots as they have room, each dearer than the one before, which makes the
cost of load convex.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from hero.advocates.assignment import Judged
from hero.advocates.batch_levels import EXACT, assign
from hero.advocates.expertise import Fit
from hero.advocates.ledger import Held, Ledger
from hero.advocates.past import Past
from hero.advocates.score import Scoring, tie
from hero.advocates.subject import Candidate, Subject
from hero.advocates.weights import Weights

if TYPE_CHECKING:
    from hero.advocates.batch_levels import Cost, Costs, Mask

#: How finely it is told how well an idea is served: in quarters of what expertise can bring.
STEPS = 4


class Line(Protocol):
    """A subject, who is eligible for it, best first, and who was named for it before."""

    @property
    def subject(self) -> Subject:
        """What it is about."""

    @property
    def able(self) -> dict[str, Judged]:
        """The eligible by key."""

    @property
    def waits(self) -> bool:
        """Does a seat on it count as load?"""

    @property
    def planned(self) -> tuple[str, ...]:
        """Whom an earlier plan named."""


@dataclass(frozen=True)
class Grid:
    """Lines against slots. All lines can be served together."""

    lines: Sequence[Line]
    people: Sequence[Candidate]
    room: Sequence[int]

    def best(self, ledger: Ledger, weights: Weights) -> list[str]:
        """The key of whoever gets each line. Raises OverflowError for weights beyond reason."""
        import numpy as np

        table = [[each.key in line.able for each in self.people] for line in self.lines]
        owner = np.repeat(np.arange(len(self.people)), self.room)
        allowed = np.array(table, dtype=np.bool_)[:, owner]
        columns = assign(allowed, self._costs(ledger, weights))
        return [self.people[owner[each]].key for each in columns]

    def _costs(self, ledger: Ledger, weights: Weights) -> "Iterator[Cost]":
        yield lambda _: self._each(lambda line, one: unserved(line, one, weights, len(self.lines)))
        yield lambda _: self._each(_unscored) + self._dearer(ledger, weights)
        if any(line.planned for line in self.lines):
            yield lambda _: self._each(_changed)
        yield self._tied

    def _each(self, cost: Callable[[Line, Judged], int]) -> "Costs":
        """The cost of every line with every eligible person, over their slots."""
        import numpy as np

        table = np.zeros((len(self.lines), len(self.people)))
        for number, line in enumerate(self.lines):
            for column, each in enumerate(self.people):
                if one := line.able.get(each.key):
                    table[number, column] = cost(line, one)
        return np.repeat(table, self.room, axis=1)

    def _dearer(self, ledger: Ledger, weights: Weights) -> "Costs":
        """By slot, how much less a person scores who has filled the slots before it."""
        import numpy as np

        own: dict[str, list[Held]] = {each.key: [] for each in self.people}
        for seat in ledger.seats:
            if seat.person in own:
                own[seat.person].append(seat)
        day, waits = self.lines[0].subject.date, self.lines[0].waits
        neutral = Fit(Subject("", day), Past(), weights)
        every: list[int] = []
        for who, room in zip(self.people, self.room, strict=True):
            every += dearer(neutral, who, own[who.key], room, waits)
        return np.array(every, dtype=np.float64)

    def _tied(self, allowed: "Mask") -> "Costs":
        """The hashes of the pairs that are left, as far as doubles can add them up."""
        import numpy as np

        lines = len(self.lines)
        bits = EXACT.bit_length() - 4 - 2 * lines.bit_length()
        owner = np.repeat(np.arange(len(self.people)), self.room)
        cost = np.zeros(allowed.shape)
        for number, column in zip(*np.nonzero(allowed), strict=True):
            digest = tie(self.lines[number].subject, self.people[owner[column]])
            cost[number, column] = int(digest[:16], 16) >> (64 - bits)
        return cost


def unserved(line: Line, one: Judged, weights: Weights, lines: int) -> int:
    """How badly somebody would serve a line: one in the lowest quarter outweighs all in the next.

    Nobody is asked for more than what the line would get alone.
    """
    alone = next(iter(line.able.values()))
    quarter = min(_quarter(one, weights), _quarter(alone, weights))
    return (lines + 1) ** (STEPS - 2 - quarter) if quarter < STEPS - 1 else 0


def _quarter(one: Judged, weights: Weights) -> int:
    """How much somebody knows, from 0 to STEPS - 1."""
    known = one.terms.expertise if one.terms else 0
    return min(STEPS - 1, known * STEPS // max(1, weights.expertise))


def _unscored(line: Line, one: Judged) -> int:
    return -(one.terms.score if one.terms else 0)


def _changed(line: Line, one: Judged) -> int:
    return int(bool(line.planned) and one.candidate.key not in line.planned)


def dearer(
    neutral: Fit, who: Candidate, seats: Sequence[Held], room: int, waits: bool
) -> list[int]:
    """By how much the score of a person falls with each further seat of this day: first 0."""
    if room == 1:
        return [0]
    own, scores = list(seats), []
    for number in range(room):
        scores.append(Scoring(neutral, Ledger(own), ()).terms(who).score)
        own.append(Held(who.key, f"\0{number}", neutral.subject.date, (), waits))
    return [scores[0] - score for score in scores]
