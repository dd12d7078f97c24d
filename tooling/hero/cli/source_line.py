"""The line of a file that a diagnostic points at, without what nobody may be shown."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from hero.registry.diagnostic import Diagnostic, Span
from hero.registry.fix import Suggestion
from hero.registry.registry import Registry
from hero.registry.secrets import masked

#: The widest piece of a source line that is shown.
WIDEST = 96


class Shown(NamedTuple):
    """A piece of a line, and where in it the carets go."""

    line: str
    before: str
    under: str


class Sources:
    """Shows lines of files. What looks like a secret becomes stars, whoever points at its line.

    A secret that its file writes with escapes has no shape of its own: none of the lines that a
    diagnostic calls secret is shown.
    """

    def __init__(self, registry: Registry, diagnostics: Sequence[Diagnostic]) -> None:
        self.registry = registry
        self.closed = {
            (each.place.path, line)
            for each in diagnostics
            if each.place.secret
            for line in _lines(registry, each)
        }

    def hides(self, offer: Suggestion) -> bool:
        """Would it give a secret away to show what stands in place of these lines?"""
        text = self.registry.document(offer.path).text
        lines = range(offer.first, offer.last + 1)
        pairs = list(zip(text.split("\n"), masked(text).split("\n"), strict=True))
        return (
            masked(offer.replacement) != offer.replacement
            or any((offer.path, line) in self.closed for line in lines)
            or any(said != shown for said, shown in pairs[offer.first - 1 : offer.last])
        )

    def shown(self, path: str, span: Span) -> Shown | None:
        """The line that a span is on, cut to a window around it."""
        lines = masked(self.registry.document(path).text).split("\n")
        if span.line > len(lines) or (path, span.line) in self.closed:
            return None
        line = printable_in_place(lines[span.line - 1].rstrip("\r"))
        start, end = span.column - 1, max(span.end_column - 1, span.column)
        first = 0 if len(line) <= WIDEST else max(0, min(start - 20, len(line) - WIDEST))
        piece = line[first : first + WIDEST]
        return Shown(piece, piece[: start - first], piece[start - first : end - first])


def _lines(registry: Registry, diagnostic: Diagnostic) -> range:
    """The lines that a value takes."""
    document = registry.document(diagnostic.place.path)
    node = document.nodes.get(diagnostic.place.route)
    if node is None:
        return range(0)
    return range(document.lines.at(node.start)[0], document.lines.at(node.end)[0] + 1)


def printable_in_place(line: str) -> str:
    """A line with one character for each of its own, none of which commands a terminal."""
    return "".join(
        char if char.isprintable() else (" " if char == "\t" else "\N{REPLACEMENT CHARACTER}")
        for char in line
    )


def width(piece: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in piece)
    marks = sum(unicodedata.combining(char) != 0 for char in piece)
    return len(piece) + wide - marks
