"""Explanations are faithful: terms sum to scores, and without the reason it would be otherwise."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from hero.advocates.choose import choose, chosen
from hero.advocates.eligible import Reason
from hero.advocates.expertise import Fit
from hero.advocates.explain import Words, public
from hero.advocates.explain_otherwise import World as Whole
from hero.advocates.explain_otherwise import otherwise, without
from hero.advocates.explain_table import tables
from hero.advocates.from_registry import setting
from hero.advocates.score import Scoring
from hero.advocates.weights import SHIPPED, TERMS
from hero.registry.registry import Registry
from tests.advocates.batch_worlds import World, worlds
from tests.advocates.shipped import NEW, TODAY, away, idea, planned, shipped, with_idea, with_rows

few = settings(max_examples=40)


def told(registry: Registry, slug: str = NEW) -> tuple[str, ...]:
    made = planned(registry, slug)
    return public(made.assignments[slug], Words.of(made.on, made.ledger, registry.themes))


def whole(registry: Registry, slug: str = NEW) -> Whole:
    on = setting(registry, TODAY)
    made = planned(registry, slug)
    fit = Fit(made.assignments[slug].subject, on.context.past, SHIPPED)
    return Whole(fit, on.candidates, on.context.ledger, 2)


@few
@given(worlds(subjects=1))
def test_p13_terms_sum_to_the_score_and_can_be_worked_out_again(world: World) -> None:
    for need in world.needs:
        made = choose(need.subject, world.candidates, world.context)
        fit = Fit(need.subject, world.context.past, SHIPPED)
        for table, judged in zip(tables(made), made.rounds, strict=True):
            able = [each.candidate for each in judged.judged if each.terms]
            scoring = Scoring(fit, world.context.ledger, able)
            for line, each in zip(table.lines, able, strict=False):
                assert line.terms is not None
                assert line.score == sum(getattr(line.terms, name) for name in TERMS)
                bridging = line.terms.bridge // SHIPPED.bridge
                assert scoring.terms(each, bridging) == line.terms


@few
@given(worlds(subjects=1))
def test_p13_without_the_cited_reason_somebody_is_eligible(world: World) -> None:
    for need in world.needs:
        fit = Fit(need.subject, world.context.past, SHIPPED)
        start = Whole(fit, world.candidates, world.context.ledger, 2)
        made = start.choose()
        for judged in made.rounds[:1]:
            for each in judged.judged:
                freed = start
                for reason in each.reasons:
                    who = next(one for one in freed.people if one.key == each.candidate.key)
                    freed = without(reason, who, freed)
                again = chosen(freed.fit, freed.people, freed.ledger, 2)
                assert all(
                    one.terms
                    for found in again.rounds[:1]
                    for one in found.judged
                    if one.candidate.key == each.candidate.key
                )


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_can_be_taken_away(reason: Reason) -> None:
    start = whole(with_idea(idea()))
    who = start.people[0]
    changed = without(reason, who, start)
    assert (changed.fit.subject.date, len(changed.people)) == (TODAY, len(start.people))


def test_what_would_be_otherwise_holds_once_it_is_so() -> None:
    hidden = with_rows(with_idea(idea("security", "example-pavel")), sigrid=away())
    sentences = [each.sentence for each in otherwise(whole(hidden))]
    assert "If example-sigrid were available, example-sigrid would be accountable." in sentences
    there = planned(with_idea(idea("security", "example-pavel")), NEW)
    assert there.assignments[NEW].seats[0].candidate.login == "example-sigrid"


def test_who_is_full_would_be_chosen_with_less() -> None:
    full = with_rows(with_idea(idea("security", "example-pavel")), sigrid={"capacity": 1})
    found = {each.login: each for each in otherwise(whole(full))}
    assert found["example-sigrid"].reason is Reason.AT_CAPACITY
    assert "had one open idea less" in found["example-sigrid"].sentence


def test_nothing_is_otherwise_where_all_seats_are_held() -> None:
    held = with_idea(idea(advocates=("example-grace", "example-tim")))
    assert otherwise(whole(held)) == ()


def test_in_public_it_is_two_lines_about_the_chosen_alone() -> None:
    registry = with_rows(with_idea(idea("security", "example-pavel")), rafael=away())
    lines = told(registry)
    assert len(lines) == 2
    first, second = lines
    assert first.startswith("example-sigrid, accountable: knows Security and privacy; has helped")
    assert "signed-locker-firmware" in first
    assert "works in customer, not the proposers' unit" in first
    assert "of 3 places taken with this one" in first
    assert ", second: " in second
    chosen_ones = {line.split(",")[0] for line in lines}
    others = {row.login for row in registry.roster.advocates} - chosen_ones
    text = "\n".join(lines)
    assert not [login for login in others if login in text]
    assert "available" not in text
    assert "2026" not in text


def test_who_is_chosen_for_room_is_not_called_an_expert() -> None:
    first, second = told(with_idea(idea("unsure", "example-nour")))
    for line in (first, second):
        assert "knows" not in line
        assert "its theme is not settled, and they have room" in line


def test_who_helped_what_it_replaces_is_told_so() -> None:
    links = shipped().ideas["who-do-i-ask"].links
    again = links.model_copy(update={"supersedes": ("scanner-boot-screen",)})
    first, *_ = told(with_idea(idea("depots-and-devices", "example-callum", links=again)))
    assert first.startswith("example-mei, accountable: helped scanner-boot-screen, which it repl")
    assert first.count("scanner-boot-screen") == 1


def test_who_stays_is_said_to_stay() -> None:
    registry = with_idea(idea(advocates=("example-tim", "example-priya")))
    first, second = told(registry)
    assert "was there before and stays" in first
    assert "was there before and stays" in second


def test_leave_is_never_more_than_not_available() -> None:
    registry = with_rows(with_idea(idea()), grace=away(), mei=away())
    made = planned(registry, NEW)
    out = [
        line
        for table in tables(made.assignments[NEW])
        for line in table.lines
        if Reason.AWAY in line.reasons
    ]
    assert {line.login for line in out} >= {"example-grace", "example-mei"}
    assert {reason.words for line in out for reason in line.reasons} >= {"is not available"}
    for each in otherwise(whole(registry)):
        assert not any(digit in each.sentence for digit in "0123456789")


def test_others_of_a_plan_are_told_where_they_had_a_say() -> None:
    registry = shipped()
    for number in range(6):
        registry = with_idea(idea("security", "example-pavel"), f"key-{number}", registry)
    made = planned(registry)
    rounds = [tables(made.assignments[f"key-{number}"])[0] for number in range(6)]
    assert any(each.together for each in rounds)
    assert all(
        each.together is (not each.lines[0].chosen) for each in rounds if each.lines[0].terms
    )
    assert replace(rounds[0]) == rounds[0]
