"""From bytes to plain data, strictly and quickly: one pass over the C parser's events.

A loader over events is faster than PyYAML's own (it makes no nodes) and sees what that one hides:
duplicate keys, tags, anchors. Plain scalars become null, true and false, whole numbers, decimal
numbers and ISO dates; everything else stays text, so `no`, `on` and `12:30` mean themselves.
Keys are always text.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from hero.registry import faults
from hero.registry.diagnostic import Span
from hero.registry.problem import FAULTS, Problem
from hero.registry.scalars import resolve

#: The most levels of nesting, aliases, and characters that aliases may stand for. Our deepest
#: file needs five levels and none needs an alias.
DEPTH, ALIASES, ALIASED = 12, 10, 20_000


@dataclass(slots=True)
class Parsed:
    """Plain data, and what was wrong; `data` is None where nothing could be made of the text."""

    data: Any = None
    problems: list[Problem] = field(default_factory=list)


class _Stop(Exception):
    """The rest of the text must not be read."""


def parse(path: str, raw: bytes) -> Parsed:
    """Parse one YAML document. Never raises on bad bytes: they become problems."""
    parsed = Parsed()
    if unfit := faults.unfit(path, raw):
        parsed.problems.append(unfit)
        return parsed
    builder = _Builder(path, raw, parsed.problems)
    try:
        parsed.data = builder.document()
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        parsed.problems.append(faults.syntax(path, raw.decode(), error))
    except yaml.reader.ReaderError as error:
        parsed.problems.append(faults.character(path, raw, error))
    return parsed


class _Builder:
    """Turns events into data, counting what must stay within limits."""

    __slots__ = ("aliased", "aliases", "anchors", "event", "path", "problems")

    def __init__(self, path: str, raw: bytes, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.event = CParser(raw).get_event
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliases = self.aliased = 0

    def document(self) -> Any:
        self.event()
        event = self.event()
        if type(event) is StreamEndEvent:
            return None
        data = self.node(self.event(), 1)
        self.event()
        event = self.event()
        if type(event) is not StreamEndEvent:
            self.problem("yaml-document", event)
            raise _Stop
        return data

    def node(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is AliasEvent:
            return self.alias(event)
        if event.tag is not None:
            self.problem("yaml-tag", event, tag=event.tag)
        if kind is ScalarEvent:
            data: Any = event.value
            if event.style == "" and event.tag is None:
                data = resolve(data)
        elif depth > DEPTH:
            self.problem("yaml-depth", event, limit=DEPTH)
            raise _Stop
        elif kind is MappingStartEvent:
            data = self.mapping(depth)
        else:
            data = []
            event_in = self.event()
            while type(event_in) is not SequenceEndEvent:
                data.append(self.node(event_in, depth + 1))
                event_in = self.event()
        if event.anchor is not None:
            self.anchors[event.anchor] = (data, _size(data))
        return data

    def mapping(self, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        key = self.event()
        while type(key) is not MappingEndEvent:
            if type(key) is not ScalarEvent or key.tag is not None or key.anchor is not None:
                self.problem("yaml-key", key)
                raise _Stop
            if (name := key.value) in data:
                self.problem("yaml-duplicate-key", key, key=name)
                self.node(self.event(), depth + 1)
            else:
                data[name] = self.node(self.event(), depth + 1)
            key = self.event()
        return data

    def alias(self, event: Any) -> Any:
        self.aliases += 1
        data, size = self.anchors.get(event.anchor, (None, 0))
        self.aliased += size
        if event.anchor not in self.anchors or self.aliases > ALIASES or self.aliased > ALIASED:
            detail = {"alias": event.anchor, "known": event.anchor in self.anchors}
            self.problem("yaml-alias", event, limit=ALIASES, **detail)
            raise _Stop
        return data

    def problem(self, kind: str, event: Any, **detail: Any) -> None:
        start, end = event.start_mark, event.end_mark
        last = end.column + 1 if end.line == start.line else start.column + 2
        span = Span(start.line + 1, start.column + 1, start.line + 1, max(last, start.column + 2))
        more = len(self.problems) == FAULTS - 1
        detail |= {"more": True} if more else {}
        self.problems.append(Problem(kind, self.path, span=span, detail=detail))
        if more:
            raise _Stop


def _size(data: Any) -> int:
    """How many characters an alias to this data stands for."""
    if isinstance(data, dict):
        return 1 + sum(len(key) + _size(value) for key, value in data.items())
    if isinstance(data, list):
        return 1 + sum(map(_size, data))
    return 1 + len(data) if isinstance(data, str) else 8
