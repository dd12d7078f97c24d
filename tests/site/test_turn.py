"""Whose turn it is."""

import pytest

from hero.process.turn import seeks, turn
from tests.site.memory import IDEA, registry

DECIDED = "decisions: [{date: 2026-02-03, from: proposed, to: %s, by: Ann, because: Yes.}]\n"


@pytest.mark.parametrize(
    ("more", "role", "who", "seeking"),
    [
        ("", "advocate", (), ("advocate", "builder")),
        ("advocates: [Ann]\n", "advocate", ("Ann",), ("builder",)),
        ("advocates: [Ann]\nbuilder: cy\n", "advocate", ("Ann",), ()),
        (
            "advocates: [Ann]\npassed: [{login: Ann, date: 2026-01-01}]\nbuilder: cy\n",
            "advocate",
            (),
            ("advocate",),
        ),
        ("stage: trying\nadvocates: [Ann]\n" + DECIDED % "trying", "builder", (), ("builder",)),
        ("stage: used\n" + DECIDED % "used", None, (), ()),
        ("stage: resting\n" + DECIDED % "resting", None, (), ()),
    ],
)
def test_whose_turn(
    more: str, role: str | None, who: tuple[str, ...], seeking: tuple[str, ...]
) -> None:
    found = registry({"faster": IDEA + more})
    idea = found.ideas["faster"]
    stage = found.stage(idea)
    assert (turn(idea, stage).role, turn(idea, stage).who) == (role, who)
    assert seeks(idea, stage, found.pipeline) == seeking


def test_what_is_due_is_said_in_words() -> None:
    found = registry({"faster": IDEA + "proposed_on: 2026-03-05\n"})
    idea = found.ideas["faster"]
    due = turn(idea, found.stage(idea)).due
    assert [each.sentence for each in due] == ["First reply: within 2 working days of 5 Mar 2026."]


def test_a_resting_idea_says_until_when() -> None:
    text = IDEA + "stage: resting\nrevisit_on: 2027-03-01\n" + DECIDED % "resting"
    found = registry({"faster": text})
    idea = found.ideas["faster"]
    assert turn(idea, found.stage(idea)).because == "It rests until 1 March 2027."
