"""The scorecard: by hand on the example, and laws that keep the letters apart."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.culture.scorecard.fact import Named, Reading, named
from hero.culture.scorecard.facts import FACTS
from hero.culture.scorecard.ground import Ground
from hero.culture.scorecard.score import days_until, grounds, levels, scorecard
from hero.process.flow.past import past
from hero.process.metrics import measure
from hero.registry.idea import Idea
from hero.registry.lived import Answer, Answers, Signature, Signatures
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.culture.made import advocate, idea, registry
from tests.metrics.made import FIRST, LAST, registries

ROOT = Path(__file__).parents[2]
EXAMPLE = Registry.read(Folder(ROOT))
DAY = dt.date(2026, 11, 20)

#: Counted by hand in the files of the example, as they stand on 20 November 2026: value and n.
BY_HAND: dict[str, tuple[float | None, int | None]] = {
    # All but ssh-certificates and who-do-i-ask have a decision.
    "process.decided": (22, None),
    # 8 in use, 1 parked, 7 ended; every one has its reason.
    "process.reason_coverage": (1, 16),
    "process.stages_with_deadline": (1, 3),
    "process.in_use_measured": (1, 8),
    # Of 8 in use and one that was: not no-friday-deploys, one-command-setup, one-scheduler, replay.
    "process.outcome_checked": (5 / 9, 9),
    "process.over_limit": (0, None),
    # Ten on the roster, and Jonas learns.
    "advocates.serving": (9, None),
    # Security has Sigrid alone.
    "advocates.every_theme_has": (1, 8),
    "advocates.every_unit_has": (2, 4),
    # 8 are open; who-do-i-ask came three days ago.
    "advocates.accompanied": (1, 7),
    "advocates.within_capacity": (1, 9),
    "advocates.manager_agreements": (1, None),
    # Four ideas have one advocate.
    "advocates.across_units": (1, 20),
    "advocates.learning": (1, None),
    "culture.units_proposing": (1, 4),
    # Nobody of IT has signed since December 2024.
    "culture.sides_signed": (2, 3),
    "culture.kinds_of_help": (5, 5),
    # Marguerite, Yusuf, Dorota, Anselm, Arjun; only Yusuf came again within half a year.
    "culture.repeat_after_decline": (1 / 5, 5),
    # All but retire-gerald.
    "culture.ended_with_learning": (5 / 6, 6),
    "culture.time_for_ideas": (1, None),
    "culture.isolated_units": (0, 4),
    "culture.safety_pulse": (None, None),
    "culture.senior_declined": (0, None),
    "technology.faulty_files": (0, None),
    "technology.channels": (3, None),
    "technology.audited": (0, None),
    "technology.schedule_alive": (None, None),
    "technology.rebuilt_from_clone": (1, None),
    "technology.screen_reader_tried": (None, None),
}
#: These three are counted another way below.
ELSEWHERE = {"process.promises_kept", "process.promises_change", "culture.busiest_tenth"}


@pytest.mark.parametrize("name", FACTS)
def test_facts_of_the_example_by_hand(name: str) -> None:
    if name in ELSEWHERE:
        return
    value, n = BY_HAND[name]
    told = FACTS[name].read(Ground(EXAMPLE, DAY))
    assert told.n == n
    assert told.value == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("day", [DAY, dt.date(2025, 9, 1), dt.date(2026, 3, 31)])
def test_facts_that_are_metrics_are_the_same_there(day: dt.date) -> None:
    figures = measure(EXAMPLE, day).whole.figures or {}
    ground = Ground(EXAMPLE, day)
    for name, metric in (
        ("process.promises_kept", "promises-kept"),
        ("process.reason_coverage", "reasons"),
        ("process.in_use_measured", "measured"),
    ):
        told, figure = FACTS[name].read(ground), figures[metric][0]
        assert (told.value, told.n) == (figure.values["share"], figure.n), name


def test_the_busiest_tenth_counted_plainly() -> None:
    """34 people have a part in the 22 decided ideas; a tenth of them, rounded up, is four."""
    decided = {slug: each for slug, each in EXAMPLE.ideas.items() if each.decisions}
    parts: dict[str, set[str]] = {}
    for slug, each in decided.items():
        helpers = [*each.proposers, *each.advocates, *(one.by for one in each.evaluations)]
        for login in filter(None, [*helpers, each.builder, each.sponsor]):
            parts.setdefault(login, set()).add(slug)
    counts = sorted((len(slugs) for slugs in parts.values()), reverse=True)
    told = FACTS["culture.busiest_tenth"].read(Ground(EXAMPLE, DAY))
    assert told.value == pytest.approx(sum(counts[:4]) / sum(counts))
    assert told.n == len(counts) == 34


def test_what_a_reading_says_is_text_and_knows_whom_it_names() -> None:
    reading = FACTS["process.outcome_checked"].read(Ground(EXAMPLE, DAY))
    assert reading.text.startswith("not looked at again: no-friday-deploys, ")
    assert Named("idea", "no-friday-deploys") in reading.parts
    assert Reading(None, says="So.").parts == ("So.",)
    assert named("nothing from ", "unit", []) == ""


def test_the_example_fails_some_and_says_which() -> None:
    card = scorecard(Ground(EXAMPLE, DAY))
    assert {each.letter: each.level for each in card.letters} == {
        "process": 2, "advocates": 1, "culture": 1, "technology": 1,
    }  # fmt: skip
    wanted = {
        each.letter: [outcome.check.fact.id for outcome in each.next] for each in card.letters
    }
    assert wanted == {
        "process": ["process.promises_kept"],
        "advocates": ["advocates.every_theme_has"],
        "culture": ["culture.sides_signed"],
        "technology": ["technology.audited"],
    }


def test_what_mends_a_letter_raises_that_letter_alone() -> None:
    roster = (*EXAMPLE.roster.advocates, advocate("example-ada", 900, expertise=("security",)))
    mended = replace(EXAMPLE, roster=EXAMPLE.roster.model_copy(update={"advocates": roster}))
    before, after = levels(Ground(EXAMPLE, DAY)), levels(Ground(mended, DAY))
    assert after == {**before, "advocates": 4}


FRESH = st.builds(
    lambda who, theme: idea(who, theme=theme, proposed_on=DAY),
    st.sampled_from(["example-ada", "somebody-new", "example-samina"]),
    st.sampled_from(["unsure", "security", "data"]),
)


@settings(max_examples=8)
@given(FRESH)
def test_one_more_idea_changes_no_fact_but_of_the_process(fresh: Idea) -> None:
    more = replace(
        EXAMPLE,
        ideas=dict(EXAMPLE.ideas) | {"one-more": fresh},
        paths=dict(EXAMPLE.paths) | {"one-more": "ideas/2026/one-more.yml"},
    )
    before, after = Ground(EXAMPLE, DAY), Ground(more, DAY)
    for name, fact in FACTS.items():
        if fact.letter != "process":
            assert fact.read(before) == fact.read(after), name


@settings(max_examples=25)
@given(registries(), st.dates(FIRST, LAST))
def test_an_earlier_day_is_told_as_it_was(of: Registry, day: dt.date) -> None:
    """From today's files as from those of that day; nothing that came later is let in."""
    then = past(of, day)
    for name, fact in FACTS.items():
        told, was = fact.read(Ground(of, day)), fact.read(Ground(then, day))
        assert told == was, name


@settings(max_examples=25)
@given(registries(), st.dates(FIRST, LAST))
def test_levels_without_detail_are_those_of_the_scorecard(of: Registry, day: dt.date) -> None:
    card = scorecard(Ground(of, day))
    assert levels(Ground(of, day)) == {each.letter: each.level for each in card.letters}


def answered(holds: bool, day: dt.date) -> Answer:
    return Answer(question="safety-pulse", holds=holds, date=day, by="ann", because="So.")


@pytest.mark.parametrize(
    ("given_", "value"),
    [
        ((), None),
        ((answered(True, DAY),), 1),
        ((answered(True, DAY), answered(False, DAY - dt.timedelta(9))), 1),
        ((answered(False, DAY), answered(True, DAY - dt.timedelta(9))), 0),
        ((answered(True, DAY - dt.timedelta(397)),), None),
        ((answered(True, DAY - dt.timedelta(396)),), 1),
        ((answered(True, DAY + dt.timedelta(1)),), None),
    ],
)
def test_the_last_answer_counts_for_a_year(given_: tuple[Answer, ...], value: float | None) -> None:
    of = registry(answers=Answers(answers=given_))
    assert FACTS["culture.safety_pulse"].read(Ground(of, DAY)).value == value


def test_a_signature_lapses() -> None:
    signed = Signatures(signatures=(Signature(login="ann", side="it", date=DAY),))
    for days, value in ((-1, 0), (0, 1), (396, 1), (397, 0)):
        ground = Ground(registry(signatures=signed), DAY + dt.timedelta(days))
        assert FACTS["culture.sides_signed"].read(ground).value == value


def test_a_signal_is_known_only_where_somebody_asked() -> None:
    fact = FACTS["technology.schedule_alive"]
    assert fact.read(Ground(EXAMPLE, DAY)) == Reading(
        None, says="only the forge knows, and nobody has asked it: hero watch"
    )
    assert fact.read(Ground(EXAMPLE, DAY, {fact.id: 0.0})).value == 0


def test_the_days_of_a_history() -> None:
    ends = [(2025, 12, 31), (2026, 3, 31), (2026, 6, 30), (2026, 9, 30)]
    days = [dt.date(*each) for each in ends]
    assert days_until(EXAMPLE, DAY) == [*days, DAY]
    assert days_until(EXAMPLE, days[1], 2) == [days[0], days[1]]
    assert days_until(EXAMPLE, dt.date(2024, 12, 9)) == [dt.date(2024, 12, 9)]
    assert [ground.day for ground in grounds(EXAMPLE, DAY, 1)] == [DAY]
