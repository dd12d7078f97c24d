"""A document: YAML text that knows what it says and where everything stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hero.registry.diagnostic import Route, Span
from hero.registry.parse import parse
from hero.registry.problem import Problem
from hero.registry.spans import Lines, Node, locate


@dataclass(frozen=True)
class Document:
    """One YAML text: its data (None where nothing could be read), problems, and places."""

    path: str
    text: str
    data: Any = None
    problems: tuple[Problem, ...] = field(default=())

    @classmethod
    def read(cls, path: str, raw: bytes) -> "Document":
        """Read bytes; what is wrong with them becomes problems, never an exception."""
        parsed = parse(path, raw)
        text = raw.decode(errors="replace")
        return cls(path, text, parsed.data, tuple(parsed.problems))

    @cached_property
    def nodes(self) -> Mapping[Route, Node]:
        """Every route and where it stands; none where the text could not be parsed."""
        return {} if self.data is None else locate(self.text)

    @cached_property
    def lines(self) -> Lines:
        """The text by lines."""
        return Lines(self.text)

    @property
    def newline(self) -> str:
        """The line ending that the text uses."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def span(self, route: Route, on_key: bool = False) -> Span | None:
        """Where a route stands: its value where that is one line's worth, else its key.

        Of a route that is not there, the nearest ancestor that is; None for the whole file.
        """
        while route and route not in self.nodes:
            route, on_key = route[:-1], True
        if not route:
            return None
        node = self.nodes[route]
        whole = node.form in ("mapping", "sequence", "block") or node.start == node.end
        start, end = node.key if node.key and (on_key or whole) else (node.start, node.end)
        return self.lines.span(start, end)
