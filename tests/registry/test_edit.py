"""A change by slices says what was asked and leaves every other byte alone."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.diagnostic import Route
from hero.registry.document import Document
from hero.registry.edit import EditRefused, insert, replace
from hero.registry.render import inline

TEXT = """\
# a comment
title: Quarantine flaky tests  # why
theme: 'dx'
problem: |
  First line.

  - a list

# between
proposal: >-   # folded
   one
   two
tags:
- a  # first
-   b
advocates: [example-a, "example-b",]   # flow
links: {relates_to: [x], depends_on: []}
decisions:
  - {date: 2026-10-02, from: proposed, to: exploring}   # one
  - date: 2026-10-03
    because: |
      For
      reasons.

  # after
empty:
nested:
  deeper:
    key: plain
      continued
last: "x"
"""
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        ["", " ", "no", "2026-01-01", "a: b", "- x", "# y", "a\nb\n", "a\n\n b", "|", "~"]
    ),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=3),
    st.dictionaries(st.sampled_from(["a", "b: c", "1"]), st.integers(0, 9), max_size=2),
)
ENDINGS = st.sampled_from(["lf", "crlf", "no final newline"])


def _document(ending: str) -> Document:
    text = TEXT.replace("\n", "\r\n") if ending == "crlf" else TEXT
    text = text.removesuffix("\n") if ending == "no final newline" else text
    return Document.read("ideas/x.yml", text.encode())


NODES = _document("lf").nodes
ROUTES = [route for route in NODES if route]


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


DATA = _document("lf").data
LISTS = [route for route in NODES if isinstance(_at(DATA, route), list | None)]
MAPPINGS = [route for route in NODES if isinstance(_at(DATA, route), dict)]
TEXTS = [route for route in NODES if route not in LISTS + MAPPINGS]


@given(route=st.sampled_from(ROUTES), value=VALUES, ending=ENDINGS)
def test_replace_changes_its_slice_alone(route: Route, value: Any, ending: str) -> None:
    before = _document(ending)
    after = replace(before, route, value)
    assert _at(after.data, route) == value
    node = before.nodes[route]
    assert after.text.startswith(before.text[: node.start])
    assert after.text.endswith(before.text[node.end :])


@given(value=VALUES, ending=ENDINGS, route=st.sampled_from(LISTS))
def test_insert_appends_to_a_list(value: Any, ending: str, route: Route) -> None:
    before = _document(ending)
    after = insert(before, route, value)
    assert _at(after.data, route) == [*(_at(before.data, route) or []), value]
    _assert_only_added(before.text, after.text)


@given(value=VALUES, ending=ENDINGS, route=st.sampled_from(MAPPINGS))
def test_insert_adds_a_key(value: Any, ending: str, route: Route) -> None:
    before = _document(ending)
    after = insert(before, (*route, "new key"), value)
    assert _at(after.data, route) == {**_at(before.data, route), "new key": value}
    _assert_only_added(before.text, after.text)


@given(value=VALUES, ending=ENDINGS, route=st.sampled_from(TEXTS))
def test_insert_refuses_what_is_no_list(value: Any, ending: str, route: Route) -> None:
    with pytest.raises(EditRefused):
        insert(_document(ending), route, value)


def _assert_only_added(before: str, after: str) -> None:
    """Taking one stretch out of what there is now gives back what there was."""
    added = len(after) - len(before)
    pairs = enumerate(zip(before, after, strict=False))
    kept = next((at for at, (old, new) in pairs if old != new), len(before))
    assert added > 0
    assert after[kept + added :] == before[kept:]


@given(value=VALUES)
def test_inline_reads_back(value: Any) -> None:
    assert Document.read("x", f"k: {inline(value)}\n".encode()).data == {"k": value}
    assert Document.read("x", f"[{inline(value)}, 1]\n".encode()).data == [value, 1]


@pytest.mark.parametrize("text", ["", "# only a comment", "\n"])
def test_insert_into_an_empty_document(text: str) -> None:
    after = insert(Document.read("x", text.encode()), ("stage",), "proposed")
    assert after.data == {"stage": "proposed"}
    assert after.text.startswith(text)


def test_an_alias_is_not_edited() -> None:
    document = Document.read("x", b"a: &n [1]\nb: *n\n")
    with pytest.raises(EditRefused):
        insert(document, ("b",), 2)


def test_a_decision_is_one_line_more() -> None:
    document = Document.read("x", b"stage: proposed\ndecisions:\n  - {to: a}\n")
    decision = {"date": dt.date(2026, 10, 2), "because": "Yes: it pays, twice"}
    assert insert(document, ("decisions",), decision).text == (
        "stage: proposed\ndecisions:\n  - {to: a}\n"
        '  - {date: 2026-10-02, because: "Yes: it pays, twice"}\n'
    )


def test_a_comment_stays_beside_a_text_of_several_lines() -> None:
    document = Document.read("x", b"title: one  # why\n")
    assert replace(document, ("title",), "a\nb\n").text == 'title: "a\\nb\\n"  # why\n'
