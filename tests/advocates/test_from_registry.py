"""What a registry says on a date."""

import datetime as dt
import os
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.advocates.assignment import Assignment
from hero.advocates.choose import choose
from hero.advocates.eligible import Reason
from hero.advocates.from_registry import Setting, setting, subject, unsound, wanting
from hero.registry.registry import Registry
from tests.advocates.small import ROSTER, TODAY, idea, registry

SLUG = "quarantine-flaky-tests"
READ = registry({SLUG: idea()})
THERE = setting(READ, TODAY)


def on(ideas: dict[str, str], date: dt.date = TODAY, **files: str) -> Setting:
    return setting(registry(ideas, **files), date)


def moved(to: str, date: str, from_: str = "proposed") -> str:
    return f"[{{date: {date}, from: {from_}, to: {to}, by: example-grace, because: So.}}]"


def test_only_what_waits_on_an_advocate_is_load() -> None:
    seats = {"advocates": "[example-grace, example-mei]"}
    ideas = {
        "waiting": idea(**seats),
        "exploring": idea(**seats, stage="exploring", decisions=moved("exploring", "2026-11-04")),
        "parked": idea(**seats, stage="parked", decisions=moved("parked", "2026-11-04")),
        "declined": idea(**seats, stage="declined", decisions=moved("declined", "2026-11-04")),
    }
    ledger = on(ideas).context.ledger
    assert (ledger.load("101"), ledger.load("102")) == (1, 1)
    assert len(ledger.seats) == 8
    assert ledger.load("101", "waiting") == 0


def test_who_passed_carries_nothing_and_has_helped_nothing() -> None:
    passed = {"passed": "[{login: Example-Grace, date: 2026-11-05}]"}
    there = on({SLUG: idea(advocates="[example-grace, example-mei]", **passed)})
    assert there.context.ledger.load("101") == 0
    assert there.context.past.items[0].helpers == ("102",)


def test_an_earlier_date_knows_nothing_of_what_came_later() -> None:
    decided = moved("exploring", "2026-11-10")
    ideas = {
        "waiting": idea(advocates="[example-grace]", stage="exploring", decisions=decided),
        "later": idea(advocates="[example-grace]", proposed_on="2026-11-12"),
    }
    assert on(ideas, dt.date(2026, 11, 8)).context.ledger.loads() == {"101": 1}
    assert on(ideas, dt.date(2026, 11, 11)).context.ledger.loads() == {}
    assert on(ideas, dt.date(2026, 11, 12)).context.ledger.loads() == {"101": 1}
    assert len(on(ideas, dt.date(2026, 11, 8)).context.past.items) == 1


def test_an_idea_is_read_with_its_people_its_units_and_its_topics() -> None:
    fields = {
        "proposers": "[example-ada, Example-Mei]", "submitted_by": "example-kofi",
        "builder": "example-grace", "sponsor": "example-henrike", "tags": "[data, ssh]",
        "challenge": "half-the-wait", "links": "{supersedes: [older]}",
    }  # fmt: skip
    read = registry({SLUG: idea(**fields), "older": idea()})
    about = subject(read, SLUG, setting(read, TODAY))
    assert about.authors == ("@example-ada", "102")
    assert about.submitters == {"@example-kofi"}
    assert about.involved == {"101", "@example-henrike"}
    assert about.units == {"platform", "lockers"}
    assert about.topics == (("data", 300), ("delivery", 1000), ("ssh", 300))
    assert about.continues == ("older",)
    assert about.owner is not None
    assert about.owner.name == "example-henrike"


def test_an_unsure_theme_says_nothing() -> None:
    read = registry({SLUG: idea(theme="unsure")})
    assert subject(read, SLUG, setting(read, TODAY)).topics == ()


def test_the_shipped_deadlines_leave_out_weekends_and_holidays() -> None:
    read = registry({SLUG: idea()})
    before_christmas = setting(read, dt.date(2026, 12, 23))
    # 25 and 26 December are holidays, the 26th is made up for on the 28th, and 1 January is one.
    assert subject(read, SLUG, before_christmas).due == (
        dt.date(2026, 12, 29),
        dt.date(2027, 1, 11),
    )


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)))
def test_what_is_due_comes_strictly_after_the_start_on_working_days(date: dt.date) -> None:
    days = subject(READ, SLUG, replace(THERE, date=date)).due
    assert len(days) == 2
    assert date < days[0] < days[1]
    assert all(day.weekday() < 5 for day in days)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's clock has one zone")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])
def test_the_zone_of_the_machine_changes_nothing(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = registry({SLUG: idea()})
    expected = choice(read)
    monkeypatch.setitem(os.environ, "TZ", zone)
    time.tzset()
    try:
        assert choice(read) == expected
    finally:
        monkeypatch.undo()
        time.tzset()


def choice(read: Registry) -> Assignment:
    there = setting(read, TODAY)
    return choose(subject(read, SLUG, there), there.candidates, there.context)


def test_a_login_that_changed_is_the_same_person() -> None:
    read = registry({SLUG: idea(advocates="[example-grace, example-mei]")})
    renamed = registry(
        {SLUG: idea(advocates="[example-grace, example-mei]", proposers="[EXAMPLE-GRACE]")},
        roster=ROSTER.replace("example-grace", "grace-again"),
    )
    there = setting(renamed, TODAY, [read.roster])
    about = subject(renamed, SLUG, there)
    assert about.seated == ("101", "102")
    assert about.authors == ("101",)
    assert there.context.ledger.load("101") == 1
    (first, *_) = choose(about, there.candidates, there.context).dropped
    assert (first.key, first.reasons) == ("101", (Reason.AUTHOR,))


def test_logins_are_one_person_in_any_case() -> None:
    read = registry({SLUG: idea(proposers="[EXAMPLE-Grace, example-GRACE]")})
    assert subject(read, SLUG, setting(read, TODAY)).authors == ("101",)


def test_of_two_rows_of_one_person_the_one_in_force_counts() -> None:
    again = """\
  - {login: example-grace, id: 101, unit: lockers, expertise: [data], since: 2026-11-10}
"""
    ended = ROSTER.replace("since: 2024-12-02}", "since: 2024-12-02, until: 2026-06-30}", 1)
    there = on({}, roster=ended + again)
    assert [each.unit for each in there.candidates if each.key == "101"] == ["lockers"]


def test_a_policy_that_cannot_be_read_keeps_hero_from_choosing() -> None:
    assert unsound(registry({})) == ()
    assert unsound(registry({}, roster=ROSTER.replace("id: 101", "id: many"))) == ("roster",)


def test_ideas_in_active_stages_want_advocates_the_oldest_first() -> None:
    ideas = {
        "new": idea(proposed_on="2026-11-18"),
        "old": idea(stage="exploring", decisions=moved("exploring", "2026-11-04")),
        "parked": idea(stage="parked", decisions=moved("parked", "2026-11-04")),
        "tomorrow": idea(proposed_on="2026-11-21"),
    }
    read = registry(ideas)
    assert wanting(read, setting(read, TODAY)) == ("old", "new")


def test_with_nobody_on_the_roster_there_is_still_somebody_to_turn_to() -> None:
    read = registry({SLUG: idea()}, roster="advocates: []\n")
    there = setting(read, TODAY)
    made = choose(subject(read, SLUG, there), there.candidates, there.context)
    assert made.seats == ()
    assert made.turn_to is not None
    assert (made.turn_to.name, made.turn_to.role) == ("Small network", "network")


def test_leave_keeps_somebody_out_where_an_answer_would_fall_into_it() -> None:
    read = registry({SLUG: idea()})

    def reasons(date: dt.date) -> tuple[Reason, ...]:
        there = setting(read, date)
        made = choose(subject(read, SLUG, there), there.candidates, there.context)
        (mei,) = (each for each in made.rounds[0].judged if each.candidate.key == "102")
        return mei.reasons

    # Mei is away from 21 December to 2 January; a decision is due after ten working days.
    assert reasons(dt.date(2026, 12, 3)) == ()
    assert reasons(dt.date(2026, 12, 8)) == (Reason.AWAY,)
    assert reasons(dt.date(2026, 12, 22)) == (Reason.AWAY,)
    assert Reason.AWAY.words == "is not available"
