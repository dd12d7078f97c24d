"""How a check is written, read and held."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.culture.scorecard.check import Check, Misread, hold, parse
from hero.culture.scorecard.fact import LETTERS, Fact, Reading, number
from hero.culture.scorecard.facts import FACTS
from hero.culture.scorecard.ground import Ground
from hero.culture.scorecard.ladder import LADDER, LEVELS
from tests.culture.made import people, registry

DAY = dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    "written",
    [
        "process.reason_coverage >= 100%",
        "advocates.every_theme_has >= 2",
        "culture.repeat_after_decline",
        "technology.schedule_alive",
        "process.promises_change > -5%",
        "culture.busiest_tenth <= 33.3%",
    ],
)
def test_a_check_reads_as_it_is_written(written: str) -> None:
    assert parse(f"  {written.replace(' ', '  ')} ").written == written


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("", "a check is a fact"),
        ("process.reason_coverage >= many", "a check is a fact"),
        ("process.reason_coverage => 100%", "a check is a fact"),
        ("process.reason_coverage >= 100% or so", "a check is a fact"),
        ("process.reasons_coverage >= 100%", "did you mean process.reason_coverage"),
        ("weather", "there is no fact weather"),
        ("process.reason_coverage >= 1", "write it with %"),
        ("process.decided >= 100%", "write it without %"),
        ("process.decided >= 1234567890", "a check is a fact"),
    ],
)
def test_what_is_no_check_says_why(written: str, says: str) -> None:
    with pytest.raises(Misread, match=says):
        parse(written)


@given(st.text(max_size=60))
def test_no_text_does_harm(text: str) -> None:
    with contextlib.suppress(Misread):
        assert parse(text).fact.id in text


def fact(value: float | None, unit: str = "share") -> Fact:
    return Fact("process.decided", "X", unit, "X.", lambda _: Reading(value, 3))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "sign", "bound", "held"),
    [
        (2 / 3, ">=", 0.667, False),
        (0.1 + 0.2, "<=", 0.3, True),
        (0.5, ">", 0.5, False),
        (0.5, "==", 0.5, True),
        (0.49, "<", 0.5, True),
        (None, ">=", 0.0, None),
        (0.5, None, None, None),
    ],
)
def test_holding(value: float | None, sign: str | None, bound: float | None, held: bool) -> None:
    outcome = hold(Check(fact(value), sign, bound), Ground(registry(), DAY))
    assert outcome.held is held


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, "share", "not known"),
        (1.0, "share", "100 %"),
        (0.9999, "share", "99 %"),
        (0.0001, "share", "1 %"),
        (0.0, "share", "0 %"),
        (-0.334, "points", "\u221233 points"),
        (0.04, "points", "+4 points"),
        (0.0, "points", "0 points"),
        (1, "yes", "yes"),
        (0, "yes", "no"),
        (12, "count", "12"),
    ],
)
def test_numbers_as_people_read_them(value: float | None, unit: str, said: str) -> None:
    assert number(value, unit) == said  # type: ignore[arg-type]


def test_every_fact_is_of_a_letter_and_says_what_it_is() -> None:
    for name, each in FACTS.items():
        assert each.letter in LETTERS
        assert name == each.id
        assert each.definition.endswith((".", "?"))


def test_the_ladder_has_four_rungs_a_letter_and_each_asks_for_something_of_its_own() -> None:
    assert len(LEVELS) == 5
    for letter, rungs in LADDER.items():
        assert len(rungs) == 4
        for check in (each for rung in rungs for each in rung):
            assert check.sign is not None
            assert check.fact.letter == letter
    asked = {check.fact.id for rungs in LADDER.values() for rung in rungs for check in rung}
    assert asked == set(FACTS), "a fact that no level asks for"


@pytest.mark.parametrize("name", FACTS)
def test_an_empty_registry_stands_on_nothing_and_breaks_nothing(name: str) -> None:
    reading = FACTS[name].read(Ground(registry(people=people()), DAY))
    assert reading.value is None or reading.value >= 0
    # What is read off the policies alone is there before any idea is.
    if FACTS[name].unit == "share" and name != "process.stages_with_deadline":
        assert reading.value is None
        assert reading.says
