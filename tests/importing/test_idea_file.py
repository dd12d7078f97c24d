"""The text of an idea's file, written from its data."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.document import Document
from hero.registry.idea_file import Unwritable, idea_text

DAY = dt.date(2026, 11, 20)
TEXTS = st.text(max_size=60)


def test_fields_stand_in_the_order_of_the_model_and_decisions_one_a_line() -> None:
    decision = {"date": DAY, "from": "proposed", "to": "exploring", "by": "ada", "because": "a: b"}
    data = {
        "decisions": [decision, decision],
        "stage": "exploring",
        "links": {"depends_on": ["a", "b"]},
        "proposers": ["ada"],
        "problem": "One.\n\nTwo.\n",
        "proposal": "One line.\n",
        "title": "yes",
    }
    assert idea_text(data, 1) == (
        "# yaml-language-server: $schema=../schema.json\n"
        "title: yes\n"
        "problem: |\n"
        "  One.\n"
        "\n"
        "  Two.\n"
        "proposal: |\n"
        "  One line.\n"
        "proposers: [ada]\n"
        "links:\n"
        "  depends_on: [a, b]\n"
        "stage: exploring\n"
        "decisions:\n"
        '  - {date: 2026-11-20, from: proposed, to: exploring, by: ada, because: "a: b"}\n'
        '  - {date: 2026-11-20, from: proposed, to: exploring, by: ada, because: "a: b"}\n'
    )


def test_the_first_line_depends_on_the_depth() -> None:
    assert idea_text({"title": "a"}, 0).startswith(
        "# yaml-language-server: $schema=./schema.json\n"
    )
    assert "$schema=../../schema.json\n" in idea_text({"title": "a"}, 2)


def test_texts_that_make_no_block_are_quoted() -> None:
    for text in ("  indented\nthen not\n", "a\n \nb\n", "a\u202fb\nc\n", "a\n\n\n"):
        assert f"problem: {text!r}".startswith("problem: ")
        assert Document.read("", idea_text({"problem": text}, 0).encode()).data == {"problem": text}


def test_what_yaml_cannot_say_is_refused() -> None:
    for value in ("\ud800", 10**20, float("inf"), {"a": {1: 2}}):
        with pytest.raises(Unwritable):
            idea_text({"title": value}, 0)


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS) | st.dates() | st.booleans(), min_size=1))
def test_whatever_is_written_reads_back_the_same(data: dict[str, object]) -> None:
    document = Document.read("", idea_text(data, 0).encode())
    assert (document.data, document.problems) == (data, ())
