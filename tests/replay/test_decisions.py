"""Single decisions under single rules."""

import datetime as dt
from typing import Any

import pytest

from hero.process.replay.comparison import replay
from hero.process.replay.decisions import judged
from hero.registry.conditions.case import State
from tests.deadlines.made import decided, made
from tests.metrics.made import registry
from tests.replay.rules import every_way, pipeline

TODAY = dt.date(2026, 12, 31)
TRYING = "proposed_on: 2026-03-02\n" + decided("2026-03-09 proposed trying Ann")


def state(more: str, *gate: dict[str, Any]) -> tuple[State, tuple[str, ...]]:
    """How the first decision of an idea stands where each move asks for this."""
    first = next(judged(made({"faster": more}), pipeline(every_way(*gate))))
    return first.state, first.why


@pytest.mark.parametrize(
    ("more", "gate", "expected"),
    [
        (TRYING, {"needs": "approvals", "count": 1}, State.UNKNOWN),
        (
            TRYING.replace("So.", "So., approved_by: [Ann]"),
            {"needs": "approvals", "count": 1},
            State.HOLDS,
        ),
        (
            TRYING.replace("So.", "So., approved_by: [Ann]"),
            {"needs": "approvals", "count": 2},
            State.MISSING,
        ),
        # Judged on the day, judged the day after.
        (
            "evaluations: [{by: zed, date: 2026-03-09, value: 1, effort: 1, confidence: 1}]\n"
            + TRYING,
            {"needs": "evaluations", "count": 1},
            State.HOLDS,
        ),
        (
            "evaluations: [{by: zed, date: 2026-03-10, value: 1, effort: 1, confidence: 1}]\n"
            + TRYING,
            {"needs": "evaluations", "count": 1},
            State.MISSING,
        ),
        # A result that was read later was not there; one without a date is taken as it is.
        (
            "evidence: [{metric: M, result: 1, date: 2026-03-10}]\n" + TRYING,
            {"needs": "evidence", "fields": ["result"]},
            State.MISSING,
        ),
        (
            "evidence: [{metric: M, result: 1}]\n" + TRYING,
            {"needs": "evidence", "fields": ["result"]},
            State.HOLDS,
        ),
        ("builder: dan\n" + TRYING, {"needs": "people", "roles": ["builder"]}, State.HOLDS),
        (TRYING, {"needs": "people", "roles": ["builder"]}, State.MISSING),
        (TRYING, {"needs": "time_in_stage", "days": 7}, State.HOLDS),
        (TRYING, {"needs": "time_in_stage", "days": 8}, State.MISSING),
    ],
)
def test_a_decision_is_judged_by_what_the_file_tells_of_its_day(
    more: str, gate: dict[str, Any], expected: State
) -> None:
    assert state(more, gate)[0] is expected


def test_what_the_next_move_clears_is_held_against_nobody() -> None:
    asks = {"needs": "fields", "fields": ["revisit_on"]}
    once = "proposed_on: 2026-03-02\n" + decided("2026-03-09 proposed resting Ann")
    assert state(once, asks)[0] is State.MISSING
    twice = decided("2026-03-09 proposed resting Ann", "2026-04-09 resting trying Ann")
    assert state("proposed_on: 2026-03-02\n" + twice, asks) == (
        State.UNKNOWN,
        ("the idea names a day to look at it again: the file no longer says",),
    )


def test_the_wrong_person_and_a_stage_that_there_is_not_are_refused() -> None:
    stranger = "proposed_on: 2026-03-02\n" + decided("2026-03-09 proposed trying zed")
    where, why = state(stranger)
    assert where is State.MISSING
    assert "zed is not on the roster of advocates" in why[0]
    early = "proposed_on: 2024-03-02\n" + decided("2024-03-09 proposed trying Ann")
    assert "Ann is not an advocate on 2024-03-09" in state(early)[1][0]
    odd = made({"faster": TRYING})
    other = pipeline({("proposed", "declined"): ()})
    less = other.model_copy(
        update={"stages": tuple(stage for stage in other.stages if stage.id != "trying")}
    )
    (first,) = judged(odd, less)
    assert first.why == ("the pipeline has no stage `trying`",)


def test_a_full_stage_refuses_the_one_who_came_too_late() -> None:
    ideas = {
        f"idea-{number}": "proposed_on: 2026-03-02\n"
        + decided(f"2026-03-0{number} proposed trying Ann", *out)
        for number, out in (
            (3, ["2026-03-05 trying declined Ann"]),
            (4, []),
            (6, []),
            (7, []),
        )
    }
    found = {each.slug: each for each in judged(made(ideas), pipeline(every_way(), {"trying": 2}))}
    states = {slug: each.state for slug, each in found.items()}
    assert states == {
        "idea-3": State.HOLDS,
        "idea-4": State.HOLDS,
        "idea-6": State.HOLDS,
        "idea-7": State.MISSING,
    }
    assert found["idea-7"].why == ("“Trying” has room: at most two ideas: 2 were there",)


def test_what_was_imported_was_decided_under_other_rules() -> None:
    text = TRYING.replace("So.", "So., imported: PEP 1")
    assert list(judged(made({"faster": text}), pipeline({("trying", "used"): ()}))) == []


def test_deadlines_and_figures_that_differ_are_told_and_no_others() -> None:
    found = made({"faster": TRYING, "slower": TRYING, "other": "proposed_on: 2026-12-30\n"})
    short = pipeline(every_way(), days=4)
    own = registry(dict(found.ideas), pipeline=pipeline(every_way()))
    differing = replay(own, short, TODAY)
    assert not differing.changed
    assert [ran.was(TODAY) for ran in differing.deadlines] == [("kept", "late")] * 2
    assert {each.metric for each in differing.figures} == {"promises-kept"}
    (share,) = [
        each
        for each in differing.figures
        if (each.of, each.statistic) == ("proposed: first decision", "share")
    ]
    assert (share.here, share.there) == (1.0, 0.0)
    assert replay(own, short, TODAY, since=dt.date(2026, 12, 1)).deadlines == ()
