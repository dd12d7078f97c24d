"""Commands in comments: by whom they may be, as they were written, once, and answered in words."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from hero.reconcile.seen import Account
from tests.hostile.attacks import ATTACKS
from tests.reconcile.commands.square import EXPLORING, ISSUE, Square
from tests.reconcile.town import BOT, account
from tests.threats.page import Page

ORDERS = "/advance Now.\n/decline No.\n/park until 1 March 2027 Later.\n/assign example-mallory"
VERBS = ("advance", "assign", "duplicate-of", "snooze", "advnce")
THIEF = Account("example-grace", 666)
BOTS = [BOT, Account("dependabot[bot]", 5, bot=True), Account("ghost")]


@pytest.fixture
def square(tmp_path: Path) -> Square:
    """An idea on record, with its issue."""
    return Square(tmp_path / "registry")


@pytest.mark.parametrize(
    "more", [{"edited": dt.datetime(2026, 11, 21, tzinfo=dt.UTC)}, {"by": THIEF}], ids=repr
)
def test_t12_only_what_an_advocate_wrote_at_once_is_a_command(
    square: Square, more: dict[str, Any]
) -> None:
    square.say("example-grace", ORDERS, **more)
    square.rest()
    assert (square.idea.stage, square.opened) == ("proposed", {})


def test_t12_a_comment_that_becomes_a_command_later_is_none(square: Square) -> None:
    comment = square.say("example-grace", "I like it.")
    square.rest()
    square.reword(comment, "/decline No.")
    assert square.rest() == []
    assert square.idea.stage == "proposed"


@pytest.mark.parametrize("who", [account("example-mallory"), *BOTS], ids=lambda each: each.login)
def test_t13_no_stranger_and_no_bot_commands(square: Square, who: Account) -> None:
    square.say("x", ORDERS, by=who)
    square.rest()
    assert (square.idea.stage, square.opened) == ("proposed", {})
    assert len(square.answers()) == (who.id is not None and not who.bot)


def test_t13_our_own_answers_are_no_commands(square: Square) -> None:
    square.say("example-grace", "/advnce")
    square.rest()
    before = square.answers()
    assert len(before) == 1
    assert square.rest() == []
    assert square.answers() == before


def test_t15_a_command_that_is_seen_again_and_again_is_carried_out_once(square: Square) -> None:
    square.say("example-grace", "/advance Two teams will try it.")
    for _ in range(3):
        square.rest()
    assert square.idea.stage == "exploring"
    assert len(square.idea.decisions) == len(square.answers()) == 1


def test_t21_an_answer_repeats_nothing_that_could_call_or_close(tmp_path: Path) -> None:
    square = Square(tmp_path / "registry", EXPLORING)
    for each in ATTACKS:
        if len(each.text) < 300:
            line = " ".join(each.text.split())
            square.say("example-grace", "\n".join(f"/{verb} {line}" for verb in VERBS))
    square.rest()
    said = square.answers()
    assert said
    people = {each.login for each in (account("example-grace"), account("example-linus"))}
    for page in map(Page, said):
        assert page.calls <= people, page.html
        assert page.refers == [], page.html
        assert all(link.startswith(("http://", "https://")) for link in page.links)


def test_t22_a_storm_of_commands_is_answered_so_many_at_a_time(square: Square) -> None:
    for _ in range(60):
        square.say("example-mallory", ORDERS)
    done = [each.fate for each in square.once(limit=10).outcomes]
    assert done.count("done") == 10
    assert square.idea.stage == "proposed"
    assert len(square.forge.issues_seen[ISSUE].comments) <= 60 + 10
