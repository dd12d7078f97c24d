"""Where a challenge stands on each of its days, who answered in time, and what is published."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.culture.challenges import PHASES, Answers, answers, between, dated, reported, standing
from hero.registry.policies import Challenge
from tests.culture.made import idea, registry

OPENS, CLOSES, BY = dt.date(2026, 3, 2), dt.date(2026, 3, 27), dt.date(2026, 4, 10)


def asked(**fields: Any) -> Challenge:
    """A challenge that promised its results."""
    known: dict[str, Any] = {
        "title": "Quiet", "question": "How?", "sponsor": "fay", "criteria": ("So.",),
        "opens": OPENS, "closes": CLOSES, "results_by": BY,
    }  # fmt: skip
    return Challenge(**(known | fields))


def on(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


@pytest.mark.parametrize(
    ("day", "phase", "days"),
    [
        (on(3, 1), "ahead", 1),
        (on(3, 2), "open", 25),
        (on(3, 27), "open", 0),
        (on(3, 28), "judging", 13),
        (on(4, 10), "judging", 0),
        (on(4, 11), "overdue", 1),
        (on(6, 10), "overdue", 61),
    ],
)
def test_the_days_of_a_challenge_without_results(day: dt.date, phase: str, days: int) -> None:
    at = standing(asked(), day)
    assert (at.phase, at.days) == (phase, days)


@pytest.mark.parametrize(
    ("fields", "day", "phase", "days"),
    [
        ({"results_by": None}, on(9, 1), "judging", None),
        ({"results": "So."}, on(3, 27), "open", 0),
        ({"results": "So."}, on(3, 28), "reported", None),
        ({"results": "So.", "results_on": on(4, 9)}, on(4, 8), "judging", 2),
        ({"results": "So.", "results_on": on(4, 9)}, on(4, 9), "reported", 0),
        ({"results": "So.", "results_on": on(4, 14)}, on(4, 13), "overdue", 3),
        ({"results": "So.", "results_on": on(4, 14)}, on(4, 14), "reported", 4),
        (
            {"results": "So.", "results_on": on(4, 14), "results_by": None},
            on(5, 1),
            "reported",
            None,
        ),
        ({"results_on": on(4, 14)}, on(5, 1), "overdue", 21),
    ],
)
def test_results_early_late_and_without_a_day(
    fields: dict[str, Any], day: dt.date, phase: str, days: int | None
) -> None:
    at = standing(asked(**fields), day)
    assert (at.phase, at.days) == (phase, days)


DAYS = st.dates(OPENS - dt.timedelta(9), BY + dt.timedelta(60))


@given(DAYS, DAYS, st.none() | DAYS, st.none() | st.just("So."))
def test_a_challenge_only_ever_goes_forward(
    one: dt.date, two: dt.date, came: dt.date | None, results: str | None
) -> None:
    order = ("ahead", "open", "judging", "overdue", "reported")
    challenge = asked(results_on=came, results=results)
    early, late = (standing(challenge, day) for day in sorted((one, two)))
    assert order.index(early.phase) <= order.index(late.phase)
    assert {early.phase, late.phase} <= set(PHASES)
    assert (early.days or 0) >= 0
    assert reported(challenge, one) <= (results is not None)


def test_answers_by_when_they_came() -> None:
    days = (OPENS - dt.timedelta(1), OPENS, CLOSES, CLOSES + dt.timedelta(1), None)
    of = registry(*(idea("ann", proposed_on=day) for day in days), challenges={"quiet": asked()})
    found = answers(of, "quiet", tuple(of.ideas))
    assert found == Answers(("idea-1", "idea-2", "idea-4"), ("idea-0",), ("idea-3",))


def test_what_a_calendar_and_a_digest_are_told() -> None:
    late = asked(results="So.", results_on=on(4, 14))
    kept = asked(results="So.", results_on=on(4, 9))
    of = registry(challenges={"late": late, "kept": kept, "owing": asked()})
    told = [(each.challenge, each.kind) for each in dated(of) if each.date > CLOSES]
    assert told == [
        ("kept", "results"),
        ("late", "results-promised"),
        ("owing", "results-promised"),
        ("late", "results"),
    ]
    assert [each.kind for each in between(of, OPENS, OPENS)] == ["opens"] * 3
    assert [each.kind for each in between(of, CLOSES, CLOSES)] == ["closes"] * 3
    assert between(of, on(5, 1), on(9, 1)) == ()
