"""Choosing for many, as ratios to scipy's bare solver on the same tables and to scoring alone."""

import datetime as dt
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

import pytest
from scipy import optimize

from hero.advocates.batch import Need, batch
from hero.advocates.choose import choose, judged
from hero.advocates.expertise import Fit
from hero.advocates.ledger import Held, Ledger
from hero.advocates.past import Helped, Past
from hero.advocates.score import Context
from hero.advocates.subject import Candidate, Subject
from hero.advocates.weights import SHIPPED

pytestmark = pytest.mark.bench

TODAY = dt.date(2026, 11, 20)
THEMES = [f"theme-{number}" for number in range(12)]
ROUNDS = 3
#: Seats that everybody had before, on average: the ledger of a few years.
EACH_HELPED = 10


def made(people: int, subjects: int) -> tuple[list[Need], list[Candidate], Context]:
    """A network with a past, the same each time."""
    chance = random.Random(7)

    def before(days: int) -> dt.date:
        return TODAY - dt.timedelta(chance.randrange(1, days))

    who = [
        Candidate(
            str(number),
            f"example-{number}",
            capacity=chance.randint(5, 8),
            unit=f"unit-{chance.randrange(8)}",
            topics=frozenset(chance.sample(THEMES, 2)),
            since=before(900),
        )
        for number in range(people)
    ]
    past = Past(
        Helped(
            f"old-{number}",
            before(900),
            ((chance.choice(THEMES), 1000),),
            authors=(f"@{chance.randrange(500)}",),
            helpers=tuple(each.key for each in chance.sample(who, 2)),
        )
        for number in range(people * EACH_HELPED // 2)
    )
    ledger = Ledger(
        Held(helper, item.key, item.date, item.authors, chance.random() < 0.1)
        for item in past.items
        for helper in item.helpers
    )
    needs = [
        Need(
            Subject(
                f"idea-{number}",
                TODAY,
                ((chance.choice(THEMES), 1000),),
                authors=(f"@{chance.randrange(500)}",),
                units=frozenset({f"unit-{chance.randrange(8)}"}),
            ),
            before(60),
        )
        for number in range(subjects)
    ]
    return needs, who, Context(past, ledger)


def seconds(work: Callable[[], object]) -> float:
    """The median of a few rounds."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken)


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """The tables that scipy is given meanwhile."""
    tables: list[Any] = []
    bare = optimize.linear_sum_assignment

    def solver(table: Any) -> Any:
        tables.append(table.copy())
        return bare(table)

    with monkeypatch.context() as patch:
        patch.setattr(optimize, "linear_sum_assignment", solver)
        yield tables


def test_five_hundred_ideas_and_two_hundred_advocates(monkeypatch: pytest.MonkeyPatch) -> None:
    needs, who, context = made(people=200, subjects=500)
    with watched(monkeypatch) as tables:
        found = batch(needs, who, context)
    assert sum(len(each.seats) for each in found.assignments.values()) > 900

    def scored() -> None:
        """Everybody for both seats of every idea, and nobody chosen."""
        for need in needs:
            fit = Fit(need.subject, context.past, SHIPPED)
            for place in (1, 2):
                judged(fit, who, context.ledger, place, ())

    def solved() -> None:
        for table in tables:
            optimize.linear_sum_assignment(table)

    whole = seconds(lambda: batch(needs, who, context))
    scoring, solving = seconds(scored), seconds(solved)
    print(
        f"\n500 x 200: {whole:.2f} s; scoring alone {scoring:.2f} s, {whole / scoring:.2f} times;"
    )
    print(f"scipy on the same {len(tables)} tables {solving:.3f} s, {whole / solving:.0f} times")
    assert whole <= 4 * scoring + 4 * solving


def test_one_idea_on_a_roster_of_two_thousand() -> None:
    (need,), who, context = made(people=2000, subjects=1)
    assert len(choose(need.subject, who, context).seats) == 2

    def scored() -> None:
        fit = Fit(need.subject, context.past, SHIPPED)
        for place in (1, 2):
            judged(fit, who, context.ledger, place, ())

    scoring = seconds(scored)
    online = seconds(lambda: choose(need.subject, who, context))
    together = seconds(lambda: batch([need], who, context))
    print(f"\n1 x 2,000: online {online:.3f} s, as a batch {together:.3f} s;")
    print(f"to scoring alone {online / scoring:.2f} and {together / scoring:.2f} times")
    assert online <= 3 * scoring
    assert together <= 6 * scoring
