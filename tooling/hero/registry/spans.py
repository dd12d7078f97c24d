"""Where each route of a YAML text stands. Only read when somebody needs to point or to edit."""

import re
from bisect import bisect_right
from collections.abc import Callable
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
    walk = _Walk(text)
    walk.event()
    if type(walk.event()) is not yaml.StreamEndEvent:
        walk.node(walk.event(), (), None, in_flow=False)
    return walk.nodes


_FORMS: dict[str | None, Form] = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}


class _Walk:
    """Goes through the parser's events and records each node."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.event: Callable[[], Any] = CParser(text).get_event
        self.nodes: dict[Route, Node] = {}

    def node(self, event: Any, route: Route, key: tuple[int, int] | None, in_flow: bool) -> int:
        """Record the node that begins with this event, and return where it ends."""
        kind = type(event)
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            mapping = kind is yaml.MappingStartEvent
            flow = in_flow or bool(event.flow_style)
            # The parent comes first in the order of routes, so its place is taken already here.
            self.nodes[route] = Node(start, start, "plain", flow)
            end = self.mapping(route, flow) if mapping else self.sequence(route, flow)
            form: Form = "mapping" if mapping else "sequence"
            self.nodes[route] = Node(start, end, form, flow, key)
            return end
        form = _FORMS.get(event.style, "plain") if kind is yaml.ScalarEvent else "plain"
        if form == "block":
            end = start + len(self.text[start:end].rstrip())
        self.nodes[route] = Node(start, end, form, in_flow, key, kind is yaml.AliasEvent)
        return end

    def mapping(self, route: Route, flow: bool) -> int:
        """Record what a mapping holds, and return where its last visible character ends."""
        last: int = 0
        key = self.event()
        while not isinstance(key, yaml.MappingEndEvent):
            step = (*route, key.value)
            kept = self.nodes
            if step in kept:
                self.nodes = {}
            last = self.node(self.event(), step, (key.start_mark.index, key.end_mark.index), flow)
            self.nodes = kept
            key = self.event()
        return _end(key) if flow else last

    def sequence(self, route: Route, flow: bool) -> int:
        """The same for a list."""
        last: int = 0
        item, index = self.event(), 0
        while not isinstance(item, yaml.SequenceEndEvent):
            last = self.node(item, (*route, index), None, flow)
            item, index = self.event(), index + 1
        return _end(item) if flow else last


def _end(event: Any) -> int:
    return int(event.end_mark.index)


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
