"""Reading is strict, agrees with YAML's own reader, and knows where everything stands."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.diagnostic import Route
from hero.registry.document import Document
from hero.registry.parse import parse
from hero.registry.render import inline
from hero.registry.scalars import resolve
from hero.registry.spans import Node
from tests.registry.texts import CALM, DATA, IDEA, RAW, written


@CALM
@given(data=DATA)
def test_a_value_on_one_line_reads_back(data: Any) -> None:
    assert parse("x", f"{inline(data)}\n".encode()).data == data
    assert parse("x", f"- key: {inline(data)}\n".encode()).data == [{"key": data}]


@CALM
@given(pair=written())
def test_what_another_program_wrote_reads_back(pair: tuple[Any, str]) -> None:
    data, text = pair
    parsed = parse("x", text.encode())
    assert parsed.problems == []
    assert parsed.data == data


@CALM
@given(raw=RAW)
def test_what_is_read_at_all_is_what_the_usual_reader_reads(raw: bytes) -> None:
    parsed = parse("x", raw)
    if not parsed.problems:
        assert same(parsed.data, yaml.load(raw, yaml.CBaseLoader))  # noqa: S506 (because: all text)


def same(ours: Any, texts: Any) -> bool:
    """Is this the same data, where the other reader leaves every scalar as its text?"""
    if isinstance(ours, dict):
        return list(ours) == list(texts) and all(same(ours[key], texts[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(texts) and all(map(same, ours, texts))
    return bool(ours == texts) or texts is None or resolve(texts) == ours


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("On", "On"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("2026-02-30", "2026-02-30"),
        ("2026-10-02 12:30:00", "2026-10-02 12:30:00"),
        ("<<", "<<"),
        ("9" * 5000, "9" * 5000),
        ("=", "="),
    ],
)
def test_where_we_read_otherwise_on_purpose(text: str, value: Any) -> None:
    assert parse("x", f"- {text}\n".encode()).data == [value]
    key = text[:1000]
    assert parse("x", f"{key}: 1\n".encode()).data == {key: 1}


def test_an_idea_reads_as_the_usual_reader_reads_it() -> None:
    assert parse("x", IDEA.encode()).data == yaml.load(IDEA, yaml.CSafeLoader)


@CALM
@given(raw=RAW | written().map(lambda pair: pair[1].encode()) | st.just(IDEA.encode()))
def test_places_and_data_agree(raw: bytes) -> None:
    document = Document.read("x", raw)
    if not document.problems and document.data is not None:
        routes = dict(every_route(document.data, (), document.nodes))
        assert list(routes) == list(document.nodes)
        for route, value in routes.items():
            assert fits(document, document.nodes[route], value), route


def every_route(data: Any, route: Route, nodes: Any) -> Iterator[tuple[Route, Any]]:
    """All routes of the data; what an alias stands for stands elsewhere."""
    yield route, data
    if route in nodes and not nodes[route].alias:
        items = data if isinstance(data, dict | list) else []
        for step, value in items.items() if isinstance(items, dict) else enumerate(items):
            yield from every_route(value, (*route, step), nodes)


def fits(document: Document, node: Node, value: Any) -> bool:
    """Does the slice of this place say this value?"""
    text = document.text[node.start : node.end]
    if node.alias:
        return text.startswith("*")
    if node.form == "block":
        return isinstance(value, str) and re.match(r"(&\S+\s+)?[|>]", text) is not None
    if node.form in ("mapping", "sequence"):
        return isinstance(value, dict if node.form == "mapping" else list)
    # Inside brackets and not: the slice means the same on its own.
    return bool(parse("x", b"- " + text.encode()).data == [value] or "\n" in text)


@CALM
@given(raw=RAW)
def test_places_are_inside_the_text(raw: bytes) -> None:
    document = Document.read("x", raw)
    spans = [problem.span for problem in document.problems if problem.span]
    if not document.problems:
        spans += [span for route in document.nodes if (span := document.span(route))]
    lines = document.text.split("\n")
    for span in spans:
        assert 1 <= span.line <= len(lines)
        assert span.line == span.end_line
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.column < span.end_column <= len(lines[span.line - 1]) + 2
