"""Pulls that wait: the advocate who was asked is reminded, or whoever opened it, and only once."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hero.reconcile.issue_actions import Reply
from hero.reconcile.seen import Account, Comment
from tests.reconcile.town import IDEA, PATH, account
from tests.upkeep.village import Village


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return Village(tmp_path / "registry")


def later(village: Village, days: int) -> None:
    """Let days pass, a run on each of them."""
    for _ in range(days):
        village.today += dt.timedelta(1)
        village.forge.now += dt.timedelta(1)
        village.run()


def reminders(village: Village) -> list[str]:
    return [each.body for each in village.comments() if "hero: notice reminder" in each.body]


def without_the_end(village: Village) -> None:
    """A revision by somebody who is no proposer waits for an advocate, however long."""
    village.write(
        PATH,
        IDEA + "proposed_on: 2026-11-02\nstage: proposed\n"
        "advocates: [example-linus, example-mei]\n",
    )
    village.commit("Record it")
    text = (village.root / PATH).read_text(encoding="utf-8").replace("hour", "day")
    village.open(files={PATH: text}, author="example-zoe")


def test_the_advocate_who_was_asked_is_reminded_once(village: Village) -> None:
    without_the_end(village)
    later(village, 14)
    assert reminders(village) == []
    later(village, 20)
    [said] = reminders(village)
    assert "@example-linus, example-zoe proposed this" in said
    assert "<!-- hero: calls example-linus -->" in said


def test_a_word_of_an_advocate_is_an_answer(village: Village) -> None:
    without_the_end(village)
    made = Comment(7, account("example-mei"), "Which days?", village.clock)
    village.set(1, comments=(made,))
    later(village, 30)
    assert reminders(village) == []


def test_whoever_opened_it_is_reminded_once_for_each_push(village: Village) -> None:
    village.open(files={PATH: IDEA + "colour: red\n"})
    later(village, 25)
    [said] = reminders(village)
    assert "@example-ada, this waits for you" in said
    assert "nothing is closed by itself" in said
    village.push(1, {PATH: IDEA + "colour: blue\n"})
    later(village, 25)
    assert len(reminders(village)) == 2
    assert village.state == "open"


def test_bots_and_locked_pulls_are_left_in_peace(village: Village) -> None:
    village.open(files={PATH: IDEA + "colour: red\n"})
    village.set(1, author=replace(account("example-ada"), bot=True))
    later(village, 25)
    assert reminders(village) == []
    village.set(1, author=Account("example-ada", 201), locked=True)
    assert not [each for each in village.planned().actions if isinstance(each, Reply)]


def test_a_call_on_a_pull_that_was_merged_since_still_counts(village: Village) -> None:
    from hero.reconcile.observe import observe
    from hero.reconcile.upkeep.told import called
    from hero.technology.witnessed import witness

    village.open()
    village.run()
    body = "<!-- hero: calls example-mei -->"
    village.forge.comment(1, body, body)
    village.review("example-linus")
    village.until_still()
    base = village.base()
    for days, count in ((0, 1), (3, 1), (20, 0)):
        today = village.today + dt.timedelta(days)
        seen = observe(village.forge, base, today, None, witness(village.root, base, today))
        assert called(seen, village.forge.now.date() + dt.timedelta(days))["example-mei"] == count
