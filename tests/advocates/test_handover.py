"""Who leaves, passes or is late: only what must move, moves, and nobody goes unseen."""

import datetime as dt
from dataclasses import replace

import pytest

from hero.advocates.batch_plan import Plan
from hero.advocates.eligible import Reason
from hero.advocates.handover import BACKUP_AFTER, LEAD_AFTER, OWNER_AFTER, Kind, Step
from hero.process.calendar import calendar
from tests.advocates.shipped import (
    NEW,
    TODAY,
    away,
    held,
    idea,
    passed,
    planned,
    shipped,
    with_idea,
    with_rows,
)

KEYS = {row.login.removeprefix("example-"): str(row.id) for row in shipped().roster.advocates}
SEATED = ("example-grace", "example-tim")


def step(made: Plan, slug: str = NEW) -> Step:
    (only,) = made.steps[slug]
    return only


def seats(made: Plan) -> dict[str, tuple[str, ...]]:
    return {slug: each.keys for slug, each in made.assignments.items()}


@pytest.mark.parametrize("login", sorted(KEYS))
def test_p6_only_the_seats_of_who_left_move(login: str) -> None:
    before = planned(shipped())
    left = {login: {"until": TODAY - dt.timedelta(1)}}
    after = planned(with_rows(None, **left))
    gone = KEYS[login]
    for slug, now in after.assignments.items():
        recorded = [key for key in now.subject.seated if key != gone]
        assert [seat.candidate.key for seat in now.seats if seat.kept] == recorded
        assert gone not in now.keys
        if gone not in now.subject.seated and gone not in before.assignments[slug].keys:
            assert len(now.keys) == len(before.assignments[slug].keys)


def test_who_left_is_named_with_whom_the_seat_goes_to() -> None:
    registry = with_idea(idea(advocates=SEATED))
    left = with_rows(registry, grace={"until": TODAY - dt.timedelta(1)})
    made = planned(left, NEW)
    found = step(made)
    assert (found.kind, found.who) == (Kind.MOVE, (KEYS["grace"],))
    assert found.reasons == (Reason.NOT_ON_ROSTER,)
    assert found.to == made.assignments[NEW].keys[0]
    assert held(made)[1] == "tim"


def test_who_leaves_before_something_is_due_gets_nothing_new_and_keeps_what_they_have() -> None:
    leaving = {"until": TODAY + dt.timedelta(4)}
    assert held(planned(with_idea(idea()), NEW))[0] == "grace"
    assert "grace" not in held(planned(with_rows(with_idea(idea()), grace=leaving), NEW))
    recorded = with_rows(with_idea(idea(advocates=SEATED)), grace=leaving)
    assert held(planned(recorded, NEW)) == ["grace", "tim"]


def test_who_is_off_the_roster_altogether_is_named_as_well() -> None:
    made = planned(with_idea(idea(advocates=("somebody-gone", "example-tim"))), NEW)
    assert step(made).who == ("@somebody-gone",)
    assert held(made)[1] == "tim"


def test_a_persons_choice_is_not_undone() -> None:
    """Nobody would choose them: no knowledge, full, away. A person did, so they stay."""
    registry = with_rows(
        with_idea(idea("security", advocates=("example-tim", "example-wanjiru"))),
        tim=away(),
        wanjiru={"capacity": 0},
    )
    made = planned(registry, NEW)
    assert held(made) == ["tim", "wanjiru"]
    assert not made.assignments[NEW].chosen


def test_p16_who_passed_is_never_asked_again_and_it_ends() -> None:
    gone: list[str] = []
    for _ in range(len(KEYS) + 1):
        made = planned(with_idea(idea(passed=passed(*gone))), NEW)
        if not held(made):
            break
        assert not set(held(made)) & set(gone)
        gone.append(held(made)[0])
    assert not held(made)
    assert len(gone) <= len(KEYS)
    assert made.assignments[NEW].turn_to is not None
    assert made.unfilled == (NEW,)


def test_who_passes_makes_room_for_another_and_the_other_stays() -> None:
    made = planned(with_idea(idea(advocates=SEATED, passed=passed("grace"))), NEW)
    assert step(made).reasons == (Reason.PASSED,)
    assert held(made)[1] == "tim"
    assert "grace" not in held(made)


def test_the_ladder_is_climbed_by_working_days() -> None:
    days = calendar(shipped().network.holidays)
    due = dt.date(2026, 11, 24)  # Two working days after the proposal.
    registry = with_idea(idea(advocates=SEATED))
    expected = (
        (1, Kind.REMIND),
        (BACKUP_AFTER - 1, Kind.REMIND),
        (BACKUP_AFTER, Kind.BACKUP),
        (LEAD_AFTER, Kind.ASK_TO_LEAD),
        (OWNER_AFTER, Kind.TELL_OWNER),
    )
    for late, kind in expected:
        day = days.after(due, late)
        assert day is not None
        made = planned(registry, NEW, date=day)
        found = step(made)
        assert (found.kind, found.late and found.late.days) == (kind, late)
        assert held(made)[:2] == ["grace", "tim"], "nobody loses a seat for being late"
        assert len(held(made)) == (2 if kind is Kind.REMIND else 3)
    assert step(made).owner is not None


def test_a_backup_is_added_once() -> None:
    day = calendar(shipped().network.holidays).after(dt.date(2026, 11, 24), BACKUP_AFTER)
    assert day is not None
    first = planned(with_idea(idea(advocates=SEATED)), NEW, date=day)
    logins = tuple(f"example-{login}" for login in held(first))
    again = planned(with_idea(idea(advocates=logins)), NEW, date=day)
    assert held(again) == held(first)
    assert not again.assignments[NEW].chosen
    assert step(again).to == first.assignments[NEW].keys[2]


def test_the_leave_of_who_is_accountable_stops_the_clock_whoever_is_added() -> None:
    alone = planned(shipped(), "ssh-certificates")
    assert "ssh-certificates" not in alone.steps
    logins = tuple(f"example-{login}" for login in held(alone, "ssh-certificates"))
    both = shipped().ideas["ssh-certificates"].model_copy(update={"advocates": logins})
    again = planned(with_idea(both, "ssh-certificates"), "ssh-certificates")
    assert not again.assignments["ssh-certificates"].chosen
    assert "ssh-certificates" not in again.steps


@pytest.mark.parametrize("days", [0, 3, 11, 25, 60])
@pytest.mark.parametrize("seated", [(), ("grace",), ("sigrid", "tim"), ("rafael", "gone", "mei")])
def test_p3_a_plan_that_was_recorded_asks_for_no_further_seat(
    days: int, seated: tuple[str, ...]
) -> None:
    logins = tuple(f"example-{login}" for login in seated)
    day = TODAY + dt.timedelta(days)
    registry = shipped()
    for number, theme in enumerate(("security", "data", "delivery")):
        one = idea(theme, advocates=logins, proposed_on=dt.date(2026, 10, 20))
        registry = with_idea(one, f"new-{number}", registry)
    first = planned(registry, date=day)
    for slug, each in first.assignments.items():
        names = tuple(seat.candidate.login for seat in each.seats)
        done = registry.ideas[slug].model_copy(update={"advocates": names})
        registry = with_idea(done, slug, registry)
    again = planned(registry, date=day)
    assert seats(again) == seats(first)
    assert not any(each.chosen or each.dropped for each in again.assignments.values())


def test_where_all_are_away_nobody_is_reminded_and_somebody_joins() -> None:
    registry = with_idea(idea(advocates=SEATED, proposed_on=dt.date(2026, 11, 17)))
    assert step(planned(registry, NEW)).kind is Kind.REMIND
    late = with_rows(registry, grace=away(), tim=away())
    found = step(planned(late, NEW))
    assert (found.kind, found.who) == (Kind.BACKUP, ())
    assert found.to not in {KEYS["grace"], KEYS["tim"], None}


def test_who_was_only_chosen_today_is_not_late() -> None:
    made = planned(with_idea(idea(proposed_on=dt.date(2026, 10, 1))), NEW)
    assert len(held(made)) == 3, "an idea that has waited for weeks has a backup as well"
    assert NEW not in made.steps


def test_an_idea_with_faults_gets_nobody_and_the_others_go_on() -> None:
    registry = with_idea(idea())
    flawed = replace(registry, flawed=registry.flawed | {registry.paths[NEW]})
    made = planned(flawed)
    assert made.faulty == (NEW,)
    assert NEW not in made.assignments
    assert seats(made).keys() == seats(planned(shipped())).keys()
