"""Where each route of a YAML text stands. Only read when somebody needs to point or to edit."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import yaml
from yaml._yaml import CParser

from hero.registry.diagnostic import Route, Span

Form = Literal["plain", "quoted", "block", "mapping", "sequence"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the text: character offsets of its key (if any) and of itself, ends exclusive.

    `flow`: it stands inside or is itself a `{…}` or `[…]`. `alias`: it is `*name`.
    """

    start: int
    end: int
    form: Form
    flow: bool
    key: tuple[int, int] | None = None
    alias: bool = False


def locate(text: str) -> dict[Route, Node]:
    """All routes of a text that parsed. Of a duplicate key, the first counts, as in the data."""
    nodes: dict[Route, Node] = {}
    parser = CParser(text)
    parser.get_event()
    if type(parser.get_event()) is not yaml.StreamEndEvent:
        _walk(parser, parser.get_event(), (), None, False, text, nodes)
    return nodes


def _walk(
    parser: Any,
    event: Any,
    route: Route,
    key: tuple[int, int] | None,
    in_flow: bool,
    text: str,
    nodes: dict[Route, Node],
) -> int:
    """Record the node that begins with this event, and return where it ends."""
    start, end = event.start_mark.index, event.end_mark.index
    form: Form = "plain"
    flow = in_flow
    if isinstance(event, yaml.ScalarEvent):
        form = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}.get(event.style, "plain")
        if form == "block":
            end = start + len(text[start:end].rstrip())
    elif not isinstance(event, yaml.AliasEvent):
        mapping = isinstance(event, yaml.MappingStartEvent)
        form = "mapping" if mapping else "sequence"
        flow = in_flow or bool(event.flow_style)
        nodes[route] = Node(start, start, form, flow, key)
        end = _children(parser, route, mapping, flow, text, nodes)
    alias = isinstance(event, yaml.AliasEvent)
    nodes[route] = Node(start, end, form, flow, key, alias)
    return end


def _children(
    parser: Any, route: Route, mapping: bool, flow: bool, text: str, nodes: dict[Route, Node]
) -> int:
    """Record what a collection holds, and return where its last visible character ends."""
    last = 0
    for index, event in enumerate(_until_end(parser)):
        if event.__class__ in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            return event.end_mark.index if flow else last
        if not mapping:
            last = _walk(parser, event, (*route, index), None, flow, text, nodes)
            continue
        key = (event.start_mark.index, event.end_mark.index)
        step = (*route, event.value)
        target = nodes if step not in nodes else {}
        last = _walk(parser, parser.get_event(), step, key, flow, text, target)
    return last


def _until_end(parser: Any) -> Iterator[Any]:
    while True:
        yield parser.get_event()


class Lines:
    """Turns character offsets into lines and columns."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span of a stretch, cut at the end of its first line and at least one wide."""
        stop = self.text.find("\n", start)
        if stop != -1 and stop < end:
            end = start + len(self.text[start:stop].rstrip())
        line, column = self.at(start)
        return Span(line, column, line, column + max(1, end - start))
