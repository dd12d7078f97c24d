"""What would reopen an idea is told apart from the reason, and goes on record with it."""

from pathlib import Path

import pytest

from hero.reconcile.commands.reopening import FORM, parted
from hero.registry.idea import REOPENING
from tests.reconcile.commands.square import RECORDED, Square

PARTS = [
    ("Too dear.\n\nReopen when: prices fall.", "Too dear.", "prices fall."),
    ("Too dear.\nreopen if:prices fall\nby half.", "Too dear.", "prices fall\nby half."),
    ("**Reopen when:** it rains.\n\nToo dry.", "Too dry.", "it rains."),
    ("One.\n\n_Reopen when_: it rains.\n \t\nTwo.", "One.\n\nTwo.", "it rains."),
    ("Too dear.\n\nReopen when:\n\n- prices fall", "Too dear.", "- prices fall"),
    ("Reopen when: it rains.", "", "it rains."),
    ("Too dear.\n\nReopen when:  \n", "Too dear.", None),
    ("One.\n\nReopen when: a.\n\nReopen when: b.", "One.\n\nReopen when: b.", "a."),
    ("We may reopen when: never.", "We may reopen when: never.", None),
    ("As said:\n\n> Reopen when: x", "As said:\n\n> Reopen when: x", None),
    ("So:\n```\nReopen when: x\n```", "So:\n```\nReopen when: x\n```", None),
    ("Reopen whenever: x", "Reopen whenever: x", None),
]


@pytest.fixture
def square(tmp_path: Path) -> Square:
    return Square(tmp_path / "registry")


@pytest.mark.parametrize(("words", "reason", "again"), PARTS)
def test_a_paragraph_that_begins_so_is_told_apart(
    words: str, reason: str, again: str | None
) -> None:
    assert parted(words) == (reason, again)


def test_the_form_that_help_shows_is_one() -> None:
    assert parted(FORM)[1]


@pytest.mark.parametrize(
    ("login", "words", "stage", "reason", "again"),
    [
        ("example-grace", "/decline It is sold.{}", "declined", "It is sold.", "We buy one."),
        ("example-grace", "/park 3 months It moves.{}", "parked", "It moves.", "We buy one."),
        ("example-grace", "/advance declined Sold.{}", "declined", "Sold.", "We buy one."),
        ("example-ada", "/withdraw{}", "withdrawn", "Its proposers take it back.", "We buy one."),
        (
            "example-grace",
            "/duplicate-of quarantine-flaky-tests{}",
            "duplicate",
            "The same idea as quarantine-flaky-tests.",
            "We buy one.",
        ),
        (
            "example-grace",
            "/advance Two teams try it.{}",
            "exploring",
            "Two teams try it.\n\nReopen when: We buy one.",
            None,
        ),
    ],
)
def test_a_command_takes_it_where_an_idea_ends_or_rests(
    square: Square, login: str, words: str, stage: str, reason: str, again: str | None
) -> None:
    square.say(login, words.format("\n\nReopen when: We buy one."))
    square.rest()
    (made,) = square.idea.decisions
    assert (square.idea.stage, made.because, made.reopen_when) == (stage, reason, again)
    assert (", with what would reopen it" in square.answers()[0]) is (again is not None)


def test_an_idea_that_is_turned_down_at_the_door_takes_it_too(tmp_path: Path) -> None:
    door = Square(tmp_path / "registry", None)
    door.open()
    door.rest()
    door.say("example-grace", "/decline It is sold.\n\nReopen when: We buy one.", 1)
    door.rest()
    assert door.idea.decisions[0].reopen_when == "We buy one."


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/decline No.\n\nReopen when: " + "w" * (REOPENING + 1), "501 characters, and 500 fit"),
        ("/decline\n\nReopen when: We buy one.", "every move has its reason"),
        ("/decline No.\n\nReopen when: ghp_" + "a1B2" * 9, "a rule is against it"),
        ("/decline", f"<code>{FORM}</code>"),
        ("/help", "<code>Reopen when:</code>"),
    ],
)
def test_what_cannot_be_taken_is_said(square: Square, words: str, answer: str) -> None:
    square.say("example-grace", words)
    square.rest()
    assert answer in square.answers()[0]
    assert square.idea.stage == "proposed"


def test_the_same_reason_with_another_condition_is_another_wish(square: Square) -> None:
    square.say("example-grace", "/park 3 months Sold.\n\nReopen when: We buy one.")
    square.rest()
    square.say("example-grace", "/park 3 months Sold.\n\nReopen when: We buy one.")
    square.say("example-grace", "/park 3 months Sold.\n\nReopen when: We build one.")
    square.rest()
    same, other = square.answers()[1:]
    assert "Nothing has to be done" in same
    assert "Nothing has to be done" not in other


def test_who_can_end_nothing_is_not_told_of_it(tmp_path: Path) -> None:
    square = Square(tmp_path / "registry", RECORDED)
    square.say("example-bob", "/help")
    square.rest()
    assert "Reopen when" not in square.answers()[0]
