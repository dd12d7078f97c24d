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
    st.sampled_from(["", " ", "no", "2026-01-01", "a: b", "- x", "# y", "a\nb\n", "a\n\n b", "|", "~"]),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=3),
    st.dictionaries(st.sampled_from(["a", "b: c", "1"]), st.integers(0, 9), max_size=2),
)
ENDINGS = st.sampled_from(["lf", "crlf", "no final newline"])


def _document(ending: str) -> Document:
    text = TEXT.replace("\n", "\r\n") if ending == "crlf" else TEXT
    text = text.removesuffix("\n") if ending == "no final newline" else text
    return Document.read("ideas/x.yml", text.encode())


ROUTES = [route for route in _document("lf").nodes if route]


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


@given(route=st.sampled_from(ROUTES), value=VALUES, ending=ENDINGS)
def test_replace_changes_its_slice_alone(route: Route, value: Any, ending: str) -> None:
    before = _document(ending)
    after = replace(before, route, value)
    assert _at(after.data, route) == value
    node = before.nodes[route]
    assert after.text.startswith(before.text[: node.start])
    assert after.text.endswith(before.text[node.end :])


@given(value=VALUES, ending=ENDINGS, route=st.sampled_from([r for r in ROUTES]))
def test_insert_keeps_every_line_that_was_there(value: Any, ending: str, route: Route) -> None:
    before = _document(ending)
    data = _at(before.data, route)
    if isinstance(data, dict):
        route = (*route, "new key")
    elif data is not None and not isinstance(data, list):
        with pytest.raises(EditRefused):
            insert(before, route, value)
        return
    after = insert(before, route, value)
    assert _at(after.data, route)[-1] == value if data is None or isinstance(data, list) else True
    assert _at(after.data, route if data is None or isinstance(data, list) else route) is not None or value is None
    start = next(i for i, (a, b) in enumerate(zip(before.text + "\0", after.text, strict=False)) if a != b)
    added = len(after.text) - len(before.text)
    assert before.text[:start] == after.text[:start]
    assert after.text[start + added :] == before.text[start:]


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
