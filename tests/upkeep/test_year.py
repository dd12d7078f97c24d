"""A simulated year: who was called when, how often and why; nobody too often, nothing forgotten."""

import datetime as dt
import sys
from collections import Counter

import pytest

from hero.process.deadlines import Deadlines
from hero.reconcile.upkeep.persons import Persons
from hero.reconcile.upkeep.waits import key
from tests.upkeep.lives import BEGIN, DAY
from tests.upkeep.year import Call, Year, busiest, table

OUTAGE = {BEGIN + DAY * n for n in range(50, 71)}


def holds(year: Year) -> None:
    """Everything that is promised to people."""
    for who in {call.login for call in year.calls}:
        assert busiest([call for call in year.calls if call.login == who]) <= year.pings
    assert Counter(year.marks).most_common(1)[0][1] == 1
    for call in year.calls:
        assert call.day not in year.dead
        if call.kind not in ("lead", "owner"):
            assert call.day.weekday() < 5, call
            assert not away(year, call), call
    forgotten(year)


def away(year: Year, call: Call) -> bool:
    """Was somebody on leave when they were called, as the roster's text says?"""
    rows = {row.login: row.away for row in year.registry.roster.advocates}
    return any(span.from_ <= call.day <= span.to for span in rows.get(call.login, ()))


def forgotten(year: Year) -> None:
    """What has been late for weeks was told, unless whoever it waits for is away or full."""
    clock = dt.datetime.combine(year.today, dt.time(), dt.UTC)
    persons = Persons(year.registry, year.today)
    told = set(year.marks)
    for owed in Deadlines(year.registry).open(clock):
        if owed.state(clock) != "overdue" or owed.kind in ("closing", "results"):
            continue
        waited = persons.days_since(owed.on)
        here = any(persons.leave(login) is None for login in owed.who)
        if waited > 15 and here:
            assert ("reminder", key(owed)) in told, owed


@pytest.fixture(scope="module")
def sample() -> Year:
    return Year(3, count=14, days=120, pings=2, dead=OUTAGE).run()


def test_a_third_of_a_year_with_an_outage(sample: Year) -> None:
    sys.stdout.write(f"\n{table(sample)}\n")
    holds(sample)
    assert {call.kind for call in sample.calls} >= {"reminder", "backup", "lead"}


def test_the_same_seed_tells_the_same(sample: Year) -> None:
    again = Year(3, count=14, days=120, pings=2, dead=OUTAGE).run()
    assert again.calls == sample.calls


def test_a_second_run_the_same_day_says_nothing(sample: Year) -> None:
    sample.sweep()
    assert sample.planned() == []


def test_a_day_without_the_schedule_heals() -> None:
    """What was to be said on the lost day is said on the next, and nothing is said twice."""
    whole = Year(5, count=8, days=60, pings=20).run()
    busy = max(Counter(call.day for call in whole.calls).items(), key=lambda pair: pair[1])[0]
    lost = Year(5, count=8, days=60, pings=20, dead={busy}).run()
    missed = {mark for mark, day in whole.seen.items() if day == busy}
    assert missed
    later = {mark: lost.seen[mark] for mark in missed if mark in lost.seen}
    assert set(later) == missed
    assert min(later.values()) > busy
    assert max(later.values()) <= busy + DAY * 4
    holds(lost)


def test_no_calls_at_all_where_the_policy_says_none() -> None:
    assert Year(3, count=6, days=60, pings=0).run().calls == []


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(3))
def test_a_whole_year_of_forty_ideas_and_ten_advocates(seed: int) -> None:
    year = Year(seed, dead=OUTAGE | {BEGIN + DAY * n for n in range(200, 214)}).run()
    sys.stdout.write(f"\n{table(year)}\n")
    holds(year)
