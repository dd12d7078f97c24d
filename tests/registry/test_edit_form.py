"""What an edit writes is what a person would have written there."""

from typing import Any

import pytest

from hero.registry.diagnostic import Route
from hero.registry.document import Document
from hero.registry.edit import EditRefused, insert, replace


@pytest.mark.parametrize(
    ("before", "route", "value", "after"),
    [
        ("a: 1\n", ("a",), "x\ny\n", "a: |\n  x\n  y\n"),
        ("a: 1\n", ("a",), "x\ny", "a: |-\n  x\n  y\n"),
        ("a: 1\n", ("a",), "x\n\ny\n", "a: |\n  x\n\n  y\n"),
        ("a: 1", ("a",), "x\ny\n", 'a: "x\\ny\\n"'),
        ("a: 1\r\nb: 2\r\n", ("a",), "x\ny\n", "a: |\r\n  x\r\n  y\r\nb: 2\r\n"),
        ("a:\n    b: 1\n", ("a", "b"), "x\ny\n", "a:\n    b: |\n      x\n      y\n"),
        ("- 1\n", (0,), "x\ny\n", '- "x\\ny\\n"\n'),
        ("- a: 1\n", (0, "a"), "x\ny\n", "- a: |\n    x\n    y\n"),
        ("a: {b: 1}\n", ("a", "b"), "x\ny\n", 'a: {b: "x\\ny\\n"}\n'),
        ("a: 1\n", ("a",), " x\ny\n", 'a: " x\\ny\\n"\n'),
        ("a: 1\n", ("a",), "x\n  \ny\n", 'a: "x\\n  \\ny\\n"\n'),
        ("a: 1\n", ("a",), "x\n\x1by\n", 'a: "x\\n\\u001by\\n"\n'),
        ("a: 1\n", ("a",), "x\n\n", 'a: "x\\n\\n"\n'),
        ("a: 1\n", ("a",), "\nx\n", 'a: "\\nx\\n"\n'),
        ("a:\n  1\n", ("a",), 2, "a:\n  2\n"),
        ("a:\nb: 2\n", ("a",), 1, "a: 1\nb: 2\n"),
        ("a: # why\n", ("a",), 1, "a: 1 # why\n"),
        ("a:\n- 1\n- 2\nb: 3\n", ("a",), 4, "a:\n  4\nb: 3\n"),
        ("a: [1, 2]\n", ("a", 1), "x, y", 'a: [1, "x, y"]\n'),
        ("a: |\n  x\n\n# why\n", ("a",), "y", "a: y\n\n# why\n"),
    ],
)
def test_replaced(before: str, route: Route, value: Any, after: str) -> None:
    assert replace(Document.read("x", before.encode()), route, value).text == after


@pytest.mark.parametrize(
    ("before", "route", "value", "after"),
    [
        ("a: []\n", ("a",), 1, "a: [1]\n"),
        ("a: [ ]\n", ("a",), 1, "a: [ 1]\n"),
        ("a: [1]\n", ("a",), 2, "a: [1, 2]\n"),
        ("a: [1,]\n", ("a",), 2, "a: [1, 2]\n"),
        ("a: [1 ,]\n", ("a",), 2, "a: [1 , 2]\n"),
        ("a: {}\n", ("a", "b"), 1, "a: {b: 1}\n"),
        ("a: {b: 1}\n", ("a", "c"), "x\ny\n", 'a: {b: 1, c: "x\\ny\\n"}\n'),
        ("a:\n", ("a",), 1, "a: [1]\n"),
        ("a:\n- 1 # one\n", ("a",), 2, "a:\n- 1 # one\n- 2\n"),
        ("a:\n  - 1\nb: 2\n", ("a",), 3, "a:\n  - 1\n  - 3\nb: 2\n"),
        ("a: 1", ("b",), 2, "a: 1\nb: 2"),
        ("a: 1\n# end\n", ("b",), 2, "a: 1\nb: 2\n# end\n"),
        ("a: 1\n", ("b",), "x\ny\n", "a: 1\nb: |\n  x\n  y\n"),
        ("- a: 1\n", (0, "b"), "x\ny\n", "- a: 1\n  b: |\n    x\n    y\n"),
        ("a: 1\r\n", ("b",), 2, "a: 1\r\nb: 2\r\n"),
        ("# empty", ("a",), 1, "# empty\na: 1\n"),
        ("", ("a",), "x\ny\n", "a: |\n  x\n  y\n"),
    ],
)
def test_inserted(before: str, route: Route, value: Any, after: str) -> None:
    assert insert(Document.read("x", before.encode()), route, value).text == after


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("a: 1\n", ("b",)),
        ("a: 1\n", ("a", "b")),
        ("a: [1]\n", ("a", 1)),
        ("a: &n {b: 1}\nc: *n\n", ("c", "b")),
        ("a: &n {b: 1}\nc: *n\n", ("c",)),
        ("a: &n {b: 1}\nc: *n\n", ("a", "b")),
        ("a: [\n", ("a",)),
        ("", ("a",)),
    ],
)
def test_what_is_not_there_is_not_replaced(text: str, route: Route) -> None:
    with pytest.raises(EditRefused, match=r"\w"):
        replace(Document.read("x", text.encode()), route, 2)


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("a: 1\n", ("a",)),
        ("a: 1\n", ("b", "c")),
        ("a: {b: 1}\n", ("a", "b")),
        ("a: {b: 1}\n", ("a",)),
        ("a: [\n", ("b",)),
        ("- 1\n", ("a",)),
    ],
)
def test_what_is_there_already_or_has_no_place_is_not_inserted(text: str, route: Route) -> None:
    with pytest.raises(EditRefused, match=r"\w"):
        insert(Document.read("x", text.encode()), route, 2)
