"""What a move writes is what a person would have written, and nothing else changes."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.process.edits import Refused, edited, put
from hero.process.evaluating import Judgement, evaluated
from hero.process.moving import Wish, moved
from hero.registry.document import Document
from hero.registry.edit import insert
from hero.registry.idea import Evaluation
from hero.registry.scales import SCALES, described, words
from tests.moving.world import FACTS, TODAY, YEAR, files, idea, registry

LONG = "Both teams said that they would book it " * 4 + "every week."
SHORT = {"date": dt.date(2026, 11, 20), "by": "grace"}


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 1\n", [SHORT], "a: 1\nd:\n  - date: 2026-11-20\n    by: grace\n"),
        ("d: []\n", SHORT, "d:\n  - date: 2026-11-20\n    by: grace\n"),
        ("d:  [ ]\na: 1\n", SHORT, "d:\n  - date: 2026-11-20\n    by: grace\na: 1\n"),
        ('"d": []\n', SHORT, '"d":\n  - date: 2026-11-20\n    by: grace\n'),
        ("d: [{by: x}]\n", SHORT, "d: [{by: x}, {date: 2026-11-20, by: grace}]\n"),
        ("d:\n- {by: x}\n", SHORT, "d:\n- {by: x}\n- date: 2026-11-20\n  by: grace\n"),
        ("d:\r\n- {by: x}\r\n", SHORT, "d:\r\n- {by: x}\r\n- date: 2026-11-20\r\n  by: grace\r\n"),
        ("d:\n  - {by: x}", SHORT, "d:\n  - {by: x}\n  - date: 2026-11-20\n    by: grace"),
        ("d: []  # none\n", {"by": "x"}, "d:\n  - by: x  # none\n"),
        ("d:\n  - w: y\n", {"w": "a, b"}, "d:\n  - w: y\n  - w: a, b\n"),
        ("d:\n  - w: y\n", {"w": "a: b"}, 'd:\n  - w: y\n  - w: "a: b"\n'),
        ("d:\n  - w: y\n", {"w": "a\n\nb"}, "d:\n  - w: y\n  - w: |-\n      a\n\n      b\n"),
    ],
)
def test_a_mapping_on_lines_of_its_own(before: str, value: Any, after: str) -> None:
    document = Document.read("x", before.encode())
    assert insert(document, ("d",), value, spread=True).text == after


def test_a_long_text_is_folded() -> None:
    document = Document.read("x", b"d:\n  - w: y\n")
    made = insert(document, ("d",), {"w": LONG}, spread=True)
    lines = made.text.splitlines()
    assert lines[2] == "  - w: >-"
    assert all(len(line) <= 100 for line in lines)
    assert made.data["d"][1]["w"] == LONG


def test_a_new_field_stands_above_what_the_registry_keeps() -> None:
    text = idea(rest="# kept\nstage: proposed\n")
    made = edited(registry(files({"rig": text})), "rig", [put(("revisit_on",), TODAY)])
    assert not isinstance(made, Refused)
    old = "proposed_on: 2026-10-30\n"
    assert made.after.decode() == text.replace(old, f"revisit_on: {TODAY}\n{old}")


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=150)
PLAIN = st.lists(st.sampled_from(["a", "word:", "#x", "- y", "“so”", "é"]), max_size=60)


@given(
    because=TEXTS | PLAIN.map(" ".join),
    ending=st.sampled_from(["\n", "\r\n", ""]),
    record=st.sampled_from(["", "decisions: []\n", "stage: proposed\n", "decisions: [] # none\n"]),
)
def test_a_move_says_what_was_asked_and_keeps_every_other_byte(
    because: str, ending: str, record: str
) -> None:
    text = idea(rest=f"tags: [a,  b,]  # odd\n{record}")
    text = text.replace("\n", ending) if ending else text.removesuffix("\n")
    there = registry(files({"rig": text}))
    made = moved(there, Wish("rig", "declined", "grace", because, TODAY), FACTS)
    if isinstance(made, Refused):
        assert not because.strip() or not because.isprintable(), made
        return
    after, edit = made.files[0].after.decode(), made.files[0]
    assert edit.before == text.encode()
    assert edit.idea.decisions[-1].because == because
    assert edit.idea.stage == "declined"
    # Without what a move writes, the lines are those that were there.
    kept = [line for line in text.splitlines() if not line.startswith(("stage:", "decisions:"))]
    assert after.splitlines()[: len(kept) - 1] == kept[:-1] or record.startswith("stage")
    assert all(line in after.splitlines() for line in kept)


@pytest.mark.parametrize(
    "rest",
    [
        "tags: &t [a]\ndecisions: *t\n",
        "evaluations: &e []\ndecisions: *e\n",
        "colour: red\n",
        "stage: 3\n",
    ],
)
def test_what_cannot_be_edited_is_refused(rest: str) -> None:
    there = registry(files({"rig": idea(rest=rest)}))
    made = moved(there, Wish("rig", "declined", "grace", "No.", TODAY), FACTS)
    assert isinstance(made, Refused)
    assert f"{YEAR}/rig.yml" in made.words
    assert made.help


def test_proposers_come_once_whatever_their_letters() -> None:
    raw = files({"one": idea("One", proposers="[ada, Bea]"), "two": idea("Two", proposers="[BEA]")})
    made = moved(registry(raw), Wish("one", "duplicate", "grace", "It is.", TODAY, of="two"), FACTS)
    assert not isinstance(made, Refused)
    assert [each.slug for each in made.files] == ["two", "one"]
    assert made.files[0].idea.proposers == ("BEA", "ada")


def test_a_duplicate_of_what_cannot_be_read_is_refused() -> None:
    raw = files({"one": idea("One"), "two": "title: [\n"})
    made = moved(registry(raw), Wish("one", "duplicate", "grace", "It is.", TODAY, of="two"), FACTS)
    assert isinstance(made, Refused)
    assert f"{YEAR}/two.yml cannot be read" in made.words


def test_an_evaluation_too_wide_for_a_line_takes_two() -> None:
    there = registry(files({"rig": idea()}))
    note = "Seen in the other house, where they stopped after a year of it, for good reasons"
    made = evaluated(there, Judgement("rig", "zoe", TODAY, 3, 2, 1, note), TODAY)
    assert not isinstance(made, Refused)
    assert "value: 3, effort: 2, confidence: 1,\n     note: " in made.after.decode()
    assert made.idea.evaluations[-1].note == note


@pytest.mark.parametrize("scale", SCALES)
def test_every_number_has_words_of_its_own_in_one_place(scale: Any) -> None:
    said = [words(scale, number) for number in range(1, 6)]
    assert len(set(said)) == 5
    assert Evaluation.model_fields[scale].description == described(scale)
    assert all(f"{number}: {each}" in described(scale) for number, each in enumerate(said, 1))
    for number in (0, 6):
        with pytest.raises(IndexError):
            words(scale, number)
