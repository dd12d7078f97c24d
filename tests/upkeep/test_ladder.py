"""One idea whose advocate is late: reminded, helped, relieved, and never driven out."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from hero.reconcile.seen import Account, Comment
from hero.reconcile.upkeep.on_upkeep import upkeep
from tests.upkeep.lives import BEGIN, DAY, Life
from tests.upkeep.year import Call, Year

SLUG = "idea-00"
PEOPLE = ("anna", "ben", "cleo")


class Late(Year):
    """An idea of bea's with two advocates, who never do a thing of themselves."""

    def __init__(self, away: str = "", pings: int = 5, **files: str) -> None:
        super().__init__(0, count=0, days=90, pings=pings)
        self.lives = [Life(SLUG, BEGIN, [], ["anna", "ben"])]
        rows = "".join(
            f"  - {{login: {name}, id: {number}, unit: u{number}, expertise: [speed], "
            f"since: 2025-01-01{away if name == 'anna' else ''}}}\n"
            for number, name in enumerate(PEOPLE, 1)
        )
        self.texts["playbooks/advocates/roster.yml"] = f"advocates:\n{rows}"
        self.texts |= files

    def until(self, number: int) -> "Late":
        """Live up to and with the day of this number."""
        for each in range(getattr(self, "lived", 0), number + 1):
            self.today = BEGIN + DAY * each
            self.forge.now = dt.datetime.combine(self.today, dt.time(7), dt.UTC)
            self._issues()
            self.sweep()
        self.lived = number + 1
        return self

    def say(self, login: str, words: str) -> None:
        """Let somebody write on the issue."""
        made = Comment(self.forge._next(), Account(login, 500), words, self.forge.now)
        self.forge.add_comment(1, made)

    @property
    def lead(self) -> list[str]:
        return self.lives[0].advocates

    def told(self, kind: str) -> list[Call]:
        return [call for call in self.calls if call.kind == kind]

    @property
    def said(self) -> list[str]:
        return [each.body for each in self.forge.issues_seen[1].comments]


def test_the_ladder_rung_by_rung() -> None:
    late = Late().until(80)
    days = [(call.day - BEGIN).days for call in late.calls]
    assert [(call.kind, call.login) for call in late.calls] == [
        ("reminder", "anna"),
        ("backup", "ben"),
        ("reminder", "anna"),
        ("lead", "ben"),
        ("lead", "anna"),
    ]
    # The reply was due on Wednesday the 7th, the decision on Monday the 19th.
    assert days == [3, 10, 15, 18, 18]
    assert late.lead == ["ben", "anna"]


def test_everybody_is_told_once_nobody_is_left_who_could_lead() -> None:
    [owner] = [body for body in Late().until(80).said if "hero: notice owner" in body]
    assert "To everybody in Test Network" in owner
    assert "hero: calls" not in owner


def test_whoever_led_is_told_kindly_and_may_claim_the_lead_back() -> None:
    late = Late().until(25)
    [told] = [body for body in late.said if "hero: notice lead" in body]
    assert "@anna, you stay one of its advocates, and nothing is held against anybody" in told
    assert "/claim" in told
    late.lives[0].advocates = ["anna", "ben"]
    late.until(80)
    assert late.lead == ["anna", "ben"]
    assert len(late.told("lead")) == 2


def test_a_word_from_an_advocate_answers_where_a_reply_is_owed() -> None:
    late = Late().until(1)
    late.say("anna", "Which builds do you mean?")
    late.until(13)
    assert late.calls == []
    late.until(16)
    assert [call.kind for call in late.calls] == ["reminder"]


def test_whoever_leads_and_says_a_word_has_time_again() -> None:
    late = Late().until(16)
    late.say("Anna", "I am on it, and need until Friday.")
    late.until(21)
    assert late.lead == ["anna", "ben"]
    late.until(24)
    assert late.lead == ["ben", "anna"]


def test_a_word_from_the_proposer_does_not() -> None:
    late = Late().until(1)
    late.say("bea", "Anybody there?")
    assert [call.login for call in late.until(4).calls] == ["anna"]


def test_leave_stops_the_clock_and_nobody_is_called_while_away() -> None:
    late = Late(", away: [{from: 2026-01-06, to: 2026-01-09}]").until(7)
    assert late.calls == []
    assert [(call.day, call.login) for call in late.until(9).calls] == [
        (dt.date(2026, 1, 14), "anna")
    ]


def test_a_long_leave_asks_another_to_stand_in_and_takes_no_lead() -> None:
    late = Late(", away: [{from: 2026-01-06, to: 2026-02-13}]").until(36)
    assert [(call.kind, call.login) for call in late.calls] == [("stand-in", "ben")]
    assert late.lead == ["anna", "ben"]
    assert "Nothing is late" in late.said[0]


def test_where_only_one_helps_another_is_asked() -> None:
    late = Late()
    late.lives[0].advocates = ["anna"]
    late.until(25)
    [backup] = late.told("backup")
    assert backup.login in {"ben", "cleo"}
    assert late.lead == [backup.login, "anna"]


def test_snooze_keeps_reminders_away_until_the_day() -> None:
    late = Late().until(6)
    [call] = late.calls
    late.today = BEGIN + DAY * 14
    scene = late.scene()
    assert call.login == "anna"
    assert list(upkeep(scene, {SLUG: {"anna"}})) == []
    assert list(upkeep(scene, {SLUG: {"ben"}})) == []
    assert [each.words for each in upkeep(scene, {})] == ["#1: backup to ben: idea-00"]


def test_a_locked_thread_is_left_in_peace() -> None:
    late = Late().until(1)
    late.forge.issues_seen[1] = replace(late.forge.issues_seen[1], locked=True)
    assert late.until(40).calls == []
    assert late.lead == ["anna", "ben"]


def test_what_is_held_back_comes_next() -> None:
    late = Late(pings=1)
    late.lives += [Life(f"idea-0{n}", BEGIN, [], ["anna", "ben"]) for n in (1, 2)]
    late.until(30)
    mine = [call for call in late.told("reminder") if call.login == "anna"]
    assert len({call.slug for call in mine}) == 3
    gaps = [(two.day - one.day).days for one, two in pairwise(mine)]
    assert min(gaps) >= 7


def test_a_quiet_idea_is_told_how_to_revive_and_calls_nobody() -> None:
    late = Late()
    late.lives[0].moves = [(BEGIN + DAY * 2, "proposed", "trying")]
    late.lives[0].measured = BEGIN + DAY * 300
    late.until(80)
    [quiet] = [body for body in late.said if "notice quiet" in body]
    assert "nothing is closed by itself" in quiet
    assert "hero: calls" not in quiet


@pytest.mark.parametrize(("stage", "who"), [("parked", "anna"), ("trying", "bob")])
def test_a_day_that_was_named_is_told_on_the_day(stage: str, who: str) -> None:
    late = Late()
    life = late.lives[0]
    life.moves = [(BEGIN + DAY, "proposed", stage)]
    life.revisit = life.measured = BEGIN + DAY * 30
    [call] = late.until(40).calls
    assert (call.login, call.day) == (who, BEGIN + DAY * 30)


def test_no_title_calls_or_closes_anything() -> None:
    late = Late()
    life = late.lives[0]
    text = life.text
    life.text = lambda day: text(day).replace(  # type: ignore[method-assign, assignment]
        "title: The idea idea-00", "title: '@everybody fixes #12 <!-- hero: calls zoe -->'"
    )
    late.until(12)
    assert all("@everybody" not in body and "#12" not in body for body in late.said)
    assert {call.login for call in late.calls} == {"anna", "ben"}
