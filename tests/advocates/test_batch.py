"""What a batch promises, whatever the world."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hero.advocates.assignment import Assignment
from hero.advocates.batch import Batch, Need, batch
from hero.advocates.choose import choose
from hero.advocates.eligible import Reason, reasons
from hero.advocates.ledger import Ledger
from hero.advocates.past import Past
from hero.advocates.score import Context
from hero.advocates.subject import WHOLE, Candidate, Subject
from tests.advocates.batch_worlds import TODAY, World, candidate, worlds

#: Worlds take long to draw, and a few dozen of them meet every case.
few = settings(max_examples=40)


def filled(world: World) -> Batch:
    return batch(world.needs, world.candidates, world.context)


def told(found: Batch) -> dict[str, tuple[tuple[int, str], ...]]:
    """Who has which seat, by subject."""
    return {
        key: tuple((seat.place, seat.candidate.key) for seat in each.seats)
        for key, each in found.assignments.items()
    }


def after(need: Need, assignment: Assignment) -> Need:
    """The need once its assignment was recorded."""
    return replace(need, subject=replace(need.subject, seated=assignment.keys), planned=())


@few
@given(worlds())
def test_p1_nobody_is_chosen_who_may_not_be(world: World) -> None:
    for each in filled(world).assignments.values():
        for seat in each.chosen:
            others = set(each.keys) - {seat.candidate.key}
            assert reasons(each.subject, seat.candidate, 0, others) in ((), (Reason.AT_CAPACITY,))
            assert seat.candidate.capacity > 0


@few
@given(worlds(), st.randoms())
def test_p2_the_order_of_what_is_given_does_not_matter(world: World, chance: Random) -> None:
    needs, people, seats = list(world.needs), list(world.candidates), [*world.context.ledger.seats]
    for each in (needs, people, seats):
        chance.shuffle(each)
    ledger = Ledger(seats)
    again = batch(needs, people, Context(world.context.past, ledger))
    assert again.assignments == filled(world).assignments


@few
@given(worlds())
def test_p3_what_was_recorded_is_not_changed_again(world: World) -> None:
    first = filled(world)
    recorded = [after(each, first.assignments[each.subject.key]) for each in world.needs]
    again = batch(recorded, world.candidates, Context(world.context.past, first.ledger))
    for key, each in again.assignments.items():
        assert each.keys == first.assignments[key].keys
        assert not each.dropped


@few
@given(worlds(), candidate("g"))
def test_p4_somebody_who_may_not_be_chosen_changes_nothing(world: World, one: Candidate) -> None:
    idle = replace(one, shadow=True)
    more = replace(world, candidates=(*world.candidates, idle))
    assert told(filled(more)) == told(filled(world))


@few
@given(worlds())
def test_p7_seats_are_filled_as_far_as_there_are_people(world: World) -> None:
    found = filled(world)
    for need in world.needs:
        each = found.assignments[need.subject.key]
        assert len(set(each.keys)) == len(each.keys)
        assert len(each.seats) <= max(need.seats, len(need.subject.seated))
        if len(each.seats) < need.seats:
            for who in world.candidates:
                load = found.ledger.load(who.key, need.subject.key)
                assert reasons(need.subject, who, load, each.keys)


@few
@given(worlds())
def test_p8_nobody_gets_more_than_they_take(world: World) -> None:
    found = filled(world)
    for who in world.candidates:
        before, now = world.context.ledger.load(who.key), found.ledger.load(who.key)
        assert now <= max(before, who.capacity)


@few
@given(worlds(subjects=1))
def test_p9_one_alone_gets_what_it_would_get_online(world: World) -> None:
    for need in world.needs:
        alone = choose(need.subject, world.candidates, world.context)
        assert filled(world).assignments[need.subject.key] == alone


@few
@given(worlds())
def test_p6_who_leaves_moves_no_seat_but_their_own(world: World) -> None:
    first = filled(world)
    recorded = [after(each, first.assignments[each.subject.key]) for each in world.needs]
    for leaver in world.candidates:
        left = [
            replace(each, until=TODAY.replace(day=1)) if each.key == leaver.key else each
            for each in world.candidates
        ]
        again = batch(recorded, left, Context(world.context.past, first.ledger))
        for key, each in again.assignments.items():
            stay = [who for who in first.assignments[key].keys if who != leaver.key]
            assert [seat.candidate.key for seat in each.seats if seat.kept] == stay
            assert leaver.key not in each.keys


@few
@given(worlds(seated=False))
def test_what_waits_on_others_takes_up_no_room(world: World) -> None:
    idle = replace(world, needs=tuple(replace(each, waits=False) for each in world.needs))
    found = filled(idle)
    assert found.ledger.loads() == world.context.ledger.loads()
    for need in idle.needs:
        each = found.assignments[need.subject.key]
        fit = [who for who in world.candidates if not reasons(
            need.subject, who, world.context.ledger.load(who.key))]  # fmt: skip
        assert len(each.seats) == min(need.seats, len(fit))


def test_a_third_seat_beside_two_units_goes_to_whoever_knows_most() -> None:
    who = [
        Candidate("a", "example-a", unit="red", topics=frozenset({"data"})),
        Candidate("b", "example-b", unit="green"),
        Candidate("c", "example-c", unit="red", topics=frozenset({"data"})),
        Candidate("d", "example-d", unit="blue"),
    ]
    one = Subject("idea", TODAY, (("data", WHOLE),), units=frozenset({"red"}), seated=("a", "b"))
    found = batch([Need(one, TODAY, seats=3)], who, Context(Past(), Ledger()))
    assert found.assignments["idea"].keys == ("a", "b", "c")
