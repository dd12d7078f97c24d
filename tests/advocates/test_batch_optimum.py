"""A batch is the best there is: held against trying everything, and against one by one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.advocates.assignment import Judged
from hero.advocates.batch import Need, batch
from hero.advocates.batch_fill import fillable
from hero.advocates.batch_grid import STEPS, dearer
from hero.advocates.batch_levels import assign
from hero.advocates.batch_round import Row, solved
from hero.advocates.choose import chosen, judged
from hero.advocates.expertise import Fit
from hero.advocates.ledger import Held, Ledger
from hero.advocates.past import Past
from hero.advocates.score import Context, Scoring
from hero.advocates.subject import Candidate, Subject
from hero.advocates.weights import SHIPPED
from tests.advocates.batch_worlds import TODAY, World, worlds

if TYPE_CHECKING:
    from hero.advocates.batch_levels import Cost, Costs

#: What is compared, the most important first.
Worth = tuple[tuple[bool, ...], tuple[int, ...], int, int]
Choice = Sequence[Judged | None]
NEUTRAL = Fit(Subject("", TODAY), Past(), SHIPPED)
few = settings(max_examples=60)


def rows_of(world: World) -> list[Row]:
    """The first seats of a world's needs, all waiting, in the order of precedence."""
    pool = sorted(world.candidates, key=lambda each: each.key)
    ledger = world.context.ledger
    return [
        Row(
            each.subject,
            judged(Fit(each.subject, world.context.past, SHIPPED), pool, ledger, 1, ()),
            True,
            each.planned,
        )
        for each in sorted(world.needs, key=lambda each: each.order)
    ]


def worth(rows: Sequence[Row], choice: Choice, ledger: Ledger) -> Worth:
    """How good a choice is, told anew from the definition."""
    quarters = Counter(_quarter(row, one) for row, one in zip(rows, choice, strict=True) if one)
    served = tuple(-quarters[each] for each in range(STEPS - 1))
    total = sum(one.terms.score for one in choice if one and one.terms)
    for who, many in Counter(one.candidate for one in choice if one).items():
        own = [seat for seat in ledger.seats if seat.person == who.key]
        total -= sum(dearer(NEUTRAL, who, own, many, True))
    kept = -sum(
        bool(row.planned) and one.candidate.key not in row.planned
        for row, one in zip(rows, choice, strict=True)
        if one
    )
    return tuple(one is not None for one in choice), served, total, kept


def _quarter(row: Row, one: Judged) -> int:
    best = next(iter(row.able.values()))
    known = [each.terms.expertise for each in (one, best) if each.terms]
    return min(STEPS - 1, min(known) * STEPS // SHIPPED.expertise)


def fitting(rows: Sequence[Row], ledger: Ledger) -> Iterator[Choice]:
    """Every choice that keeps to what people take."""
    for choice in product(*([None, *row.able.values()] for row in rows)):
        many = Counter(one.candidate for one in choice if one)
        if all(ledger.load(who.key) + count <= who.capacity for who, count in many.items()):
            yield choice


@few
@given(worlds(people=4, subjects=6, seated=False))
def test_p10_it_is_the_best_of_all_there_are(world: World) -> None:
    rows, ledger = rows_of(world), world.context.ledger
    found = worth(rows, solved(rows, ledger, SHIPPED), ledger)
    assert found == max(worth(rows, each, ledger) for each in fitting(rows, ledger))


@few
@given(worlds(seated=False))
def test_p10_it_is_no_worse_than_one_after_the_other(world: World) -> None:
    rows, ledger = rows_of(world), world.context.ledger
    known = {(row.subject.key, key): one for row in rows for key, one in row.able.items()}
    greedy: list[Judged | None] = []
    for row in rows:
        fit = Fit(row.subject, world.context.past, SHIPPED)
        first = chosen(fit, world.candidates, ledger, 1).keys
        greedy += [known[row.subject.key, first[0]]] if first else [None]
        ledger = ledger.plus(Held(key, row.subject.key, TODAY) for key in first)
    before = world.context.ledger
    assert worth(rows, solved(rows, before, SHIPPED), before) >= worth(rows, greedy, before)


@given(worlds(people=3, subjects=0), st.integers(1, 4), st.booleans())
def test_each_further_seat_costs_what_holding_it_costs(
    world: World, many: int, waits: bool
) -> None:
    for each in world.candidates:
        who = replace(each, since=None)
        seats = [seat for seat in world.context.ledger.seats if seat.person == who.key]
        score = [
            Scoring(NEUTRAL, Ledger([*seats, *more]), [who]).terms(who).score
            for more in (
                [Held(who.key, f"new-{n}", TODAY, (), waits) for n in range(count)]
                for count in range(many)
            )
        ]
        costs = dearer(NEUTRAL, who, seats, many, waits)
        assert costs == [score[0] - each for each in score]
        assert costs == sorted(costs)


@pytest.mark.parametrize("plan", ["abcd", "acbd", "cdab", "dbca"])
def test_of_equals_those_are_taken_who_were_planned(plan: str) -> None:
    world = clones(people=4, subjects=2)
    plans = {"idea-0": tuple(plan[:2]), "idea-1": tuple(plan[2:])}
    needs = [replace(each, planned=plans[each.subject.key]) for each in world.needs]
    found = batch(needs, world.candidates, world.context).assignments
    assert {key: set(each.keys) for key, each in found.items()} == {
        key: set(each) for key, each in plans.items()
    }


def clones(people: int, subjects: int) -> World:
    """People who are all alike, and subjects that are."""
    needs = tuple(Need(Subject(f"idea-{n}", TODAY), TODAY) for n in range(subjects))
    who = tuple(Candidate("abcdefgh"[n], f"example-{n}", capacity=50) for n in range(people))
    return World(needs, who, Context(Past(), Ledger()))


@pytest.mark.parametrize(("people", "subjects"), [(2, 5), (3, 7), (5, 20), (8, 3)])
def test_p11_equals_get_equally_much(people: int, subjects: int) -> None:
    world = clones(people, subjects)
    loads = batch(world.needs, world.candidates, world.context).ledger.loads()
    assert sum(loads.values()) == 2 * subjects
    assert max(loads.values()) - min(loads[each.key] for each in world.candidates) <= 1


@given(st.lists(st.sets(st.integers(0, 3)), max_size=6), st.lists(st.integers(0, 2), min_size=4))
def test_who_waited_longest_is_served_where_not_all_can_be(
    wanted: list[set[int]], room: list[int]
) -> None:
    wishes = [sorted(each) for each in wanted]
    best = max(
        tuple(one is not None for one in each)
        for each in product(*([None, *wish] for wish in wishes))
        if all(each.count(column) <= room[column] for column in range(len(room)))
    )
    assert fillable(wishes, room) == [row for row, served in enumerate(best) if served]


def always(cost: "Costs") -> "Cost":
    """A cost that is the same whichever pairs are left."""
    return lambda _: cost


@given(st.data())
def test_costs_count_one_after_the_other(data: st.DataObject) -> None:
    rows = data.draw(st.integers(1, 4))
    columns = data.draw(st.integers(rows, 5))
    table = st.lists(
        st.lists(st.integers(0, 2), min_size=columns, max_size=columns),
        min_size=rows,
        max_size=rows,
    )
    allowed = np.array(data.draw(table)) > 0
    costs = [np.array(data.draw(table), dtype=np.float64) for _ in range(3)]
    every = [
        each
        for each in product(range(columns), repeat=rows)
        if len(set(each)) == rows and allowed[range(rows), each].all()
    ]
    if not every:
        return
    found = assign(allowed, map(always, costs))
    told = [tuple(cost[range(rows), each].sum() for cost in costs) for each in (found, *every)]
    assert told[0] == min(told)


def test_weights_beyond_reason_are_refused() -> None:
    huge = np.array([[0.0, 2.0**60]])
    with pytest.raises(OverflowError, match="too large"):
        assign(huge >= 0, [always(huge)])
