"""What is owed, from whom, until when, and what met it."""

import datetime as dt

import pytest

from hero.process.deadlines import Deadlines
from hero.process.flow.owed import Owed
from hero.process.turn import turn
from tests.deadlines.made import decided, made

TODAY = dt.date(2026, 3, 12)
#: A Monday.
PROPOSED = "proposed_on: 2026-03-02\nadvocates: [Cy]\n"


def owed(more: str, files: dict[str, str] | None = None) -> dict[str, Owed]:
    """What is owed for one idea, by what it is."""
    found = Deadlines(made({"faster": more}, files))
    return {each.what: each for each in [*found.of_idea("faster"), *found.of_challenges()]}


def test_deadlines_run_from_the_day_on_which_the_stage_was_entered() -> None:
    found = owed(PROPOSED)
    assert found["first reply"].on == dt.date(2026, 3, 4)
    assert found["first decision"].on == dt.date(2026, 3, 16)
    assert found["first decision"].state(TODAY) == "due"
    assert found["first reply"].state(TODAY) == "overdue"
    moved = PROPOSED + decided("2026-03-05 proposed trying Cy")
    assert list(owed(moved)) == ["result"]
    assert owed(moved)["result"].on == dt.date(2026, 6, 3)


@pytest.mark.parametrize(
    ("more", "met_on"),
    [
        ("", None),
        ("passed: [{login: Bo, date: 2026-03-03}]", dt.date(2026, 3, 3)),
        (
            "evaluations: [{by: zed, date: 2026-03-05, value: 1, effort: 1, confidence: 1}]",
            dt.date(2026, 3, 5),
        ),
        # Her own judgement is nobody's answer, however she writes her name.
        ("evaluations: [{by: BEA, date: 2026-03-03, value: 5, effort: 1, confidence: 5}]", None),
        # Somebody was quick, or the year is wrong: it was not proposed yet.
        ("passed: [{login: Bo, date: 2026-03-01}]", None),
    ],
)
def test_a_reply_is_what_somebody_else_did(more: str, met_on: dt.date | None) -> None:
    assert owed(PROPOSED + more)["first reply"].met_on == met_on
    assert owed(PROPOSED + more)["first decision"].met_on is None


def test_that_an_advocate_was_assigned_is_no_reply() -> None:
    assert owed("proposed_on: 2026-03-02\nadvocates: [Ann, Bo, Cy]\n")["first reply"].met_on is None


def test_deadlines_of_stages_that_were_left_are_kept_or_late() -> None:
    found = Deadlines(made({"faster": PROPOSED + decided("2026-03-20 proposed trying Cy")}))
    history = {each.what: each for each in found.history("faster")}
    assert [history[what].state(TODAY) for what in ("first reply", "first decision")] == [
        "late"
    ] * 2
    assert history["first decision"].met_on == dt.date(2026, 3, 20)


READ = "evidence: [{metric: Time, result: 3, date: %s}]\n"


@pytest.mark.parametrize(
    ("read", "met_on"),
    [
        ("2026-03-05", None),
        ("2026-03-06", dt.date(2026, 3, 6)),
        ("2026-07-01", dt.date(2026, 7, 1)),
    ],
)
def test_a_result_is_one_that_was_read_in_this_stage(read: str, met_on: dt.date | None) -> None:
    trying = PROPOSED + decided("2026-03-05 proposed trying Cy") + READ % read
    assert owed(trying)["result"].met_on == met_on
    used = decided("2026-03-04 proposed trying Cy", "2026-03-05 trying used Cy")
    check = owed(PROPOSED + used + READ % read)["outcome check"]
    assert check.met_on == met_on
    assert check.on == dt.date(2026, 6, 3)


def test_a_deadline_waits_while_the_accountable_advocate_is_away() -> None:
    """Ann is away 9 to 20 March, Bo 16 to 31 March; the first of them answers for it."""
    on = {
        who: owed(f"proposed_on: 2026-03-06\nadvocates: [{who}]\n")["first decision"]
        for who in ("Ann", "Ann, Bo", "Ann, zed", "Bo, Ann", "Cy, Ann", "zed, Ann", "")
    }
    easter = dt.date(2026, 4, 7)  # Good Friday and Monday do not count.
    assert [on[who].on for who in ("Ann", "Ann, Bo", "Ann, zed")] == [easter] * 3
    assert on["Bo, Ann"].on == dt.date(2026, 4, 9)
    assert [on[who].on for who in ("Cy, Ann", "zed, Ann", "")] == [dt.date(2026, 3, 20)] * 3
    assert [each.waited for each in on.values()] == [True] * 4 + [False] * 3


def test_an_advocate_who_passed_is_not_waited_for() -> None:
    more = (
        "proposed_on: 2026-03-06\nadvocates: [Ann, Cy]\npassed: [{login: Cy, date: 2026-03-06}]\n"
    )
    found = owed(more)["first decision"]
    assert (found.who, found.on) == (("Ann",), dt.date(2026, 4, 7))


def test_the_accountable_advocates_own_holidays_count() -> None:
    """Good Friday is no holiday in New York, and the third Monday of January is none in England."""
    friday = dt.date(2026, 4, 3)
    dates = {
        who: owed(f"proposed_on: 2026-04-01\nadvocates: [{who}]\n")["first reply"].on
        for who in ("Cy", "Bo", "Cy, Bo", "Bo, Cy")
    }
    assert dates["Cy"] == dates["Cy, Bo"] == friday
    assert dates["Bo"] == dates["Bo, Cy"] == dt.date(2026, 4, 7)


def test_a_day_is_over_when_it_ends_where_the_first_of_them_lives() -> None:
    """The fourth of March begins to end in Apia, then in London, and last in New York."""
    moments = [
        dt.datetime(2026, 3, 4, 10, 59, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 4, 11, 0, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 4, 23, 59, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 5, 0, 0, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 5, 4, 59, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 5, 5, 0, tzinfo=dt.UTC),
    ]
    late = {
        who: [
            owed(f"proposed_on: 2026-03-02\nadvocates: [{who}]\n")["first reply"].state(moment)
            == "overdue"
            for moment in moments
        ]
        for who in ("Bo", "Ann", "Cy", "zed", "")
    }
    assert late["Bo"] == [False, True, True, True, True, True]
    assert late["Ann"] == [False, False, False, True, True, True]
    assert late["Cy"] == [False, False, False, False, False, True]
    # Of people whom the roster does not know, nobody knows where they live: UTC.
    assert late["zed"] == late[""] == late["Ann"]


def test_what_was_imported_was_never_promised() -> None:
    text = PROPOSED + decided("2019-03-05 proposed trying Cy").replace("So.", "So., imported: PEP")
    assert owed(text) == {}
    assert owed("advocates: [Cy]\n") == {}


def test_readings_and_another_look_have_their_day() -> None:
    two = "evidence: [{metric: A, date: 2026-05-01}, {metric: B, date: 2026-05-01}, {metric: C}]\n"
    trying = PROPOSED + "builder: dan\n" + decided("2026-03-05 proposed trying Cy")
    reading = owed(trying + two)["reading: A and 1 more"]
    assert (reading.on, reading.role, reading.who) == (dt.date(2026, 5, 1), "builder", ("dan",))
    resting = PROPOSED + "revisit_on: 2026-04-01\n" + decided("2026-03-05 proposed resting Cy")
    look = owed(resting)["another look"]
    assert (look.kind, look.on, look.who) == ("revisit", dt.date(2026, 4, 1), ("Cy",))
    assert owed(PROPOSED + "revisit_on: 2026-04-01\n").keys() == {"first reply", "first decision"}
    ended = decided("2026-03-05 proposed declined Cy")
    assert owed(PROPOSED + ended + two) == {}


CHALLENGE = """
title: Quiet nights
question: How?
sponsor: eve
opens: 2026-03-01
closes: 2026-03-20
criteria: [It works.]
"""


def test_challenges_close_by_themselves_and_owe_their_results() -> None:
    where = "playbooks/culture/challenges/quiet.yml"
    found = owed("", {where: CHALLENGE + "results_by: 2026-04-20\n"})
    closing, results = found["challenge closes"], found["results of the challenge"]
    assert (closing.about, closing.who, closing.on) == ("quiet", ("eve",), dt.date(2026, 3, 20))
    after = dt.date(2026, 4, 21)
    assert [closing.state(day) for day in (TODAY, after)] == ["due", "kept"]
    assert [results.state(day) for day in (TODAY, after)] == ["due", "overdue"]
    told = owed("", {where: CHALLENGE + "results_by: 2026-04-20\nresults: Many.\n"})
    assert list(told) == ["challenge closes"]


def test_all_that_is_open_stands_by_date() -> None:
    found = Deadlines(
        made(
            {
                "one": PROPOSED,
                "two": PROPOSED + decided("2026-03-05 proposed trying Cy"),
                "three": PROPOSED + "passed: [{login: Bo, date: 2026-03-03}]\n",
            }
        )
    ).open(TODAY)
    assert [(each.about, each.what) for each in found] == [
        ("one", "first reply"),
        ("one", "first decision"),
        ("three", "first decision"),
        ("two", "result"),
    ]


def test_whose_turn_it_is_says_the_date() -> None:
    registry = made({"faster": PROPOSED + "passed: [{login: Bo, date: 2026-03-03}]\n"})
    idea = registry.ideas["faster"]
    stage = registry.stage(idea)
    reply, first = turn(idea, stage, Deadlines(registry).dues("faster")).due
    assert reply.sentence == "First reply: came on 3 Mar 2026, due by 4 Mar 2026."
    assert first.sentence == (
        "First decision: within 10 working days of 2 Mar 2026, so by 16 Mar 2026."
    )
    late = Deadlines(registry).dues("faster", dt.date(2026, 3, 17))[1]
    assert late.sentence.endswith("so by 16 Mar 2026: overdue.")
    away = made({"faster": "proposed_on: 2026-03-06\nadvocates: [Ann]\n"})
    assert (
        "so by 7 Apr 2026 (days on which its advocate" in Deadlines(away).dues("faster")[1].sentence
    )
