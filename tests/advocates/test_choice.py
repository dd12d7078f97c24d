"""What a choice promises, whatever the roster, the past and the ledger are."""

import hashlib
from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from hero.advocates.assignment import Assignment
from hero.advocates.choose import SEATS
from hero.advocates.eligible import VOIDS, Reason, reasons
from hero.advocates.ledger import Held
from hero.advocates.past import Helped
from hero.advocates.score import bridging
from hero.advocates.subject import Subject
from tests.advocates.worlds import KEYS, TODAY, World, day, fresh, ledgers, person, team, worlds

#: Something about which nobody knows anything.
SUBJECT = Subject("idea", TODAY)


def against(world: World, key: str) -> tuple[Reason, ...]:
    """The reasons against a person who is not seated, worked out apart from the choice."""
    candidate = next(each for each in world.candidates if each.key == key)
    load = world.context.ledger.load(key, world.subject.key)
    return reasons(world.subject, candidate, load)


def applied(world: World, assignment: Assignment) -> World:
    """The world after an assignment was recorded."""
    seats = (
        Held(key, world.subject.key, TODAY, world.subject.authors)
        for key in (seat.candidate.key for seat in assignment.chosen)
    )
    subject = replace(world.subject, seated=assignment.keys)
    return replace(world, subject=subject, held=(*world.held, *seats))


@given(worlds)
def test_nobody_who_is_left_out_is_ever_chosen(world: World) -> None:
    for seat in world.choice().chosen:
        assert against(world, seat.candidate.key) == ()


@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_roster_past_and_ledger_changes_nothing(world: World, chance: Random) -> None:
    def mixed(values: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(chance.sample(values, len(values)))

    other = World(
        replace(
            world.subject,
            topics=mixed(world.subject.topics),
            words=mixed(world.subject.words),
            authors=world.subject.authors[:1] + mixed(world.subject.authors[1:]),
        ),
        mixed(world.candidates),
        mixed(world.helped),
        mixed(world.held),
    )
    assert other.choice().keys == world.choice().keys
    assert other.choice().rounds == world.choice().rounds


@given(worlds)
def test_a_second_run_on_what_was_recorded_changes_nothing(world: World) -> None:
    first = world.choice()
    again = applied(world, first).choice()
    assert again.keys == first.keys
    assert again.chosen == ()


@given(fresh)
def test_somebody_who_may_not_be_chosen_changes_nothing_for_the_others(world: World) -> None:
    added = person("999", topics=frozenset({"delivery", "data", "security"}), shadow=True)
    held = Held("999", "other", day(-3))
    other = replace(world, candidates=(*world.candidates, added), held=(*world.held, held))
    assert other.choice().seats == world.choice().seats


@given(fresh, st.sampled_from(("delivery", "data", "security")))
def test_knowing_more_never_costs_a_seat(world: World, topic: str) -> None:
    for key in world.choice().keys:
        candidate = next(each for each in world.candidates if each.key == key)
        more = replace(candidate, topics=candidate.topics | {topic})
        assert key in world.with_candidate(more).choice().keys


@given(fresh, st.integers(1, 800))
def test_having_helped_more_never_costs_a_seat(world: World, ago: int) -> None:
    # Words are rare or common by all that there is, so a further item speaks for others as well.
    world = replace(world, subject=replace(world.subject, words=()))
    for key in world.choice().keys:
        more = Helped("more", day(-ago), world.subject.topics, helpers=(key,))
        assert key in replace(world, helped=(*world.helped, more)).choice().keys


@given(fresh, st.integers(0, 400), st.sampled_from(KEYS))
def test_carrying_more_never_brings_a_seat(world: World, ago: int, key: str) -> None:
    assume(key not in world.choice().keys)
    more = Held(key, "more", day(-ago))
    assert key not in replace(world, held=(*world.held, more)).choice().keys


@given(fresh, st.lists(st.sampled_from(("delivery", "data")), min_size=2, max_size=5))
def test_when_somebody_leaves_only_their_seats_move(world: World, topics: list[str]) -> None:
    seated: list[World] = []
    for number, topic in enumerate(topics):
        subject = replace(world.subject, key=f"idea-{number}", topics=((topic, 1000),))
        world = replace(world, subject=subject)
        world = applied(world, world.choice())
        seated.append(world)
    gone = next((key for each in seated for key in each.subject.seated), "")
    held = tuple(seat for seat in world.held if seat.person != gone)
    for each in seated:
        roster = tuple(one for one in world.candidates if one.key != gone)
        after = replace(each, candidates=roster, held=held).choice()
        kept = [seat.candidate.key for seat in after.seats if seat.kept]
        assert kept == [key for key in each.subject.seated if key != gone]


@given(fresh, st.integers(0, 4))
def test_all_seats_are_filled_as_far_as_there_are_people(world: World, seats: int) -> None:
    eligible = [each for each in world.candidates if not against(world, each.key)]
    keys = world.choice(seats).keys
    assert len(keys) == len(set(keys)) == min(seats, len(eligible))


@given(fresh, ledgers)
def test_nobody_is_given_more_than_they_take(world: World, held: tuple[Held, ...]) -> None:
    world = replace(world, held=held)
    for number in range(6):
        world = replace(world, subject=replace(world.subject, key=f"idea-{number}"))
        world = applied(world, world.choice())
        world = replace(world, subject=replace(world.subject, seated=()))
    before, after = World(world.subject, (), held=held).context.ledger, world.context.ledger
    for each in world.candidates:
        assert after.load(each.key) <= max(each.capacity, before.load(each.key))


@given(
    st.integers(1, 6),
    st.integers(1, 2),
    st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=30),
)
def test_equals_get_equally_much(count: int, seats: int, steps: list[tuple[int, bool]]) -> None:
    world = World(SUBJECT, team(count, capacity=50))
    given_to = dict.fromkeys(KEYS[:count], 0)
    date = TODAY
    for number, (gap, waits) in enumerate(steps):
        date = date + (day(gap) - TODAY)
        world = replace(world, subject=replace(SUBJECT, key=f"idea-{number}", date=date))
        for key in world.choice(seats).keys:
            given_to[key] += 1
            world = replace(world, held=(*world.held, Held(key, f"idea-{number}", date, (), waits)))
        assert max(given_to.values()) - min(given_to.values()) <= 1


@given(st.integers(2, 6), st.integers(1, 4), st.integers(0, 9))
def test_a_newcomer_is_not_buried(count: int, rounds: int, gap: int) -> None:
    old = team(count, capacity=50)
    held = tuple(
        Held(each.key, f"old-{number}-{each.key}", day(-30 * number), waits=False)
        for each in old
        for number in range(1, 9)
    )
    newcomer = person("201", since=TODAY, capacity=50)
    world = World(SUBJECT, (*old, newcomer), held=held)
    theirs = 0
    for number in range(rounds * (count + 1)):
        date = day(gap * number)
        world = replace(world, subject=replace(SUBJECT, key=f"idea-{number}", date=date))
        (key,) = world.choice(1).keys
        theirs += key == "201"
        world = replace(world, held=(*world.held, Held(key, f"idea-{number}", date, waits=False)))
    assert theirs <= rounds + 1


@given(st.integers(2, 8), st.integers(0, 10**6))
def test_between_equals_the_lesser_hash_decides_and_none_is_always_first(
    count: int, number: int
) -> None:
    subject = replace(SUBJECT, key=f"idea-{number}")
    (key,) = World(subject, team(count)).choice(1).keys
    hashes = {
        each: hashlib.sha256(f"idea-{number}\0{each}".encode()).hexdigest() for each in KEYS[:count]
    }
    assert key == min(hashes, key=lambda each: hashes[each])


@given(fresh)
def test_terms_sum_to_the_score_by_which_people_are_ranked(world: World) -> None:
    for round_ in world.choice().rounds:
        judged = [each for each in round_.judged if each.terms is not None]
        scores = [each.terms.score for each in judged if each.terms]
        assert scores == sorted(scores, reverse=True)
        for each in judged:
            assert each.reasons == ()
            assert each.terms is not None
            assert each.terms.score == sum(each.terms._asdict().values())


@given(fresh)
def test_without_the_reasons_that_are_told_somebody_may_be_chosen(world: World) -> None:
    for each in world.choice().rounds[0].judged:
        if each.reasons:
            mended = without(world, each.candidate.key, each.reasons)
            again = mended.choice().rounds[0]
            found = next(one for one in again.judged if one.candidate.key == each.candidate.key)
            assert found.terms is not None


@given(fresh)
def test_every_reason_is_told_and_none_is_made_up(world: World) -> None:
    for each in world.choice().rounds[0].judged:
        for reason in each.reasons:
            left = against(without(world, each.candidate.key, (reason,)), each.candidate.key)
            assert reason not in left
            assert set(left) >= set(each.reasons) - {reason} - {Reason.CO_AUTHOR}


def without(world: World, key: str, told: tuple[Reason, ...]) -> World:
    """The world in which these reasons against somebody do not hold."""
    subject = world.subject
    candidate = next(each for each in world.candidates if each.key == key)
    for reason in told:
        if reason in (Reason.AUTHOR, Reason.CO_AUTHOR):
            authors = tuple(author for author in subject.authors if author != key)
            subject = replace(subject, authors=authors)
        elif reason is Reason.SUBMITTER:
            subject = replace(subject, submitters=subject.submitters - {key})
        elif reason is Reason.INVOLVED:
            subject = replace(subject, involved=subject.involved - {key})
        elif reason is Reason.PASSED:
            subject = replace(subject, passed=subject.passed - {key})
        elif reason is Reason.NOT_ON_ROSTER:
            candidate = replace(candidate, since=None, until=None)
        elif reason is Reason.SHADOW:
            candidate = replace(candidate, shadow=False)
        elif reason is Reason.AWAY:
            gone = candidate.until is not None and candidate.until < subject.date
            candidate = replace(candidate, away=(), until=candidate.until if gone else None)
        elif reason is Reason.AT_CAPACITY:
            candidate = replace(candidate, capacity=50)
    return replace(world, subject=subject).with_candidate(candidate)


@given(fresh)
def test_who_passed_never_comes_back_and_passing_comes_to_an_end(world: World) -> None:
    for _ in range(len(world.candidates) + 1):
        chosen = world.choice().keys
        assert not set(chosen) & world.subject.passed
        passed = world.subject.passed | set(chosen[:1])
        world = replace(world, subject=replace(world.subject, passed=passed, seated=chosen))
    assert world.choice().keys == ()


@given(worlds, st.integers(2, 1000))
def test_only_the_ratios_of_weights_matter(world: World, factor: int) -> None:
    other = replace(world, weights=world.weights.times(factor))
    assert other.choice().keys == world.choice().keys


@given(worlds)
def test_recorded_people_stay_unless_they_lost_the_right_to(world: World) -> None:
    roster = {each.key for each in world.candidates}
    kept = {seat.candidate.key for seat in world.choice().seats if seat.kept}
    for key in world.subject.seated:
        lost = key not in roster or bool(set(against(world, key)) & VOIDS)
        assert (key in kept) is not lost


@given(fresh)
def test_the_second_is_from_another_unit_where_there_is_one(world: World) -> None:
    seats = world.choice().seats
    assume(len(seats) == SEATS)
    first, second = (seat.candidate for seat in seats)
    others = [
        each
        for each in world.candidates
        if not against(world, each.key) and each.key not in (first.key, second.key)
    ]
    reach = bridging(world.subject, second, [first])
    assert all(bridging(world.subject, each, [first]) <= reach for each in others)


@given(worlds)
def test_seats_stand_in_order_and_new_ones_say_why(world: World) -> None:
    seats = world.choice().seats
    assert all(one.place < two.place for one, two in pairwise(seats))
    assert all((seat.terms is None) is seat.kept for seat in seats)
