"""A text that the parser gave up on: its lines, the place, and the fields that can be there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

#: A line that begins a field: its indentation, its name, what stands between them and the value.
_FIELD = re.compile(r"^([ \t]*)([A-Za-z][\w -]{0,40}?)([ \t]*:)(?:[ \t]+(\S.*)?)?$")

#: Quotes that open and close a text, straight ones and those that word processors set.
QUOTES = "\"'\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb`\u00b4"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text to try instead, and what was done. `dropped`: words that were marks, not text."""

    lines: list[str]
    about: str
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A line that begins a field the file can have: `name` is the field's right name."""

    row: int
    indent: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Torn:
    """Lines, the row (from 0) at which the parser stopped, and the kind of value of each field:
    `prose`, `list` (of words), `records` or `word`."""

    lines: tuple[str, ...]
    row: int
    known: Mapping[str, str]

    def key(self, row: int) -> Key | None:
        """The field that this row begins, if it is one that the file can have."""
        return field_in(self.lines[row], row, self.known) if row < len(self.lines) else None

    def fields(self) -> Iterator[Key]:
        """All rows that begin a field."""
        yield from (key for row in range(len(self.lines)) if (key := self.key(row)))

    def above(self) -> Key | None:
        """The last field that begins at or above the row at which the parser stopped."""
        rows = range(min(self.row, len(self.lines) - 1), -1, -1)
        return next((key for row in rows if (key := self.key(row))), None)

    def end(self, key: Key) -> int:
        """The row of the next field of the same level, or of the end."""
        rows = range(key.row + 1, len(self.lines))
        after = (row for row in rows if (next_ := self.key(row)) and next_.indent <= key.indent)
        return next(after, len(self.lines))

    def with_line(self, row: int, line: str) -> list[str]:
        """The lines with another one in this row."""
        return [*self.lines[:row], line, *self.lines[row + 1 :]]


def field_in(line: str, row: int, known: Mapping[str, str]) -> Key | None:
    """The field that a line begins, if it is one of these."""
    if (match := _FIELD.match(line)) and (name := named(match[2])) in known:
        return Key(row, len(match[1]), name, (match[4] or "").rstrip())
    return None


def named(words: str) -> str:
    """A field's name as it would be written: `First step` is `first_step`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", words.strip(QUOTES + " *:"))
    return re.sub(r"[\s_-]+", "_", spaced).lower()


def quoted(value: str) -> str:
    """A text in quotes that say exactly it, without those in which it stood, closed or not."""
    text = unquoted(value)
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def unquoted(value: str) -> str:
    """A text without the quotes around it, also where the second one is missing."""
    text = value.strip()
    if text[:1] not in tuple(QUOTES.replace("`", "").replace("\u00b4", "")):
        return text
    opened, rest = text[0], text[1:]
    if opened in rest[:-1].replace("\\" + opened, "") and rest[-1:] not in tuple(QUOTES):
        return text  # The quotes stand around a part of it and belong to the text.
    text = rest
    if text[-1:] in tuple(QUOTES) and not text.endswith("\\" + text[-1:]):
        text = text[:-1]
    return text.replace('\\"', '"') if opened == '"' else text.replace("''", "'")


def words(text: str) -> Counter[str]:
    """The words of a text, whatever stands between them."""
    return Counter(re.findall(r"[^\W_]+", text.lower()))


def keeps(before: str, after: str, dropped: str = "") -> bool:
    """Are all words of the one text still in the other?"""
    return not words(before) - words(after) - words(dropped)


def indented(lines: Iterable[str], column: int) -> list[str]:
    """Lines moved so that the outermost of them begin in this column."""
    every = list(lines)
    widths = [len(line) - len(line.lstrip(" \t")) for line in every if line.strip()]
    outermost = min(widths, default=0)
    return [" " * column + line[outermost:] if line.strip() else "" for line in every]
