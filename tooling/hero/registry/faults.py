"""Why bytes are no YAML: the parser's own words, and its place, made useful to the rules."""

import re
from typing import Any

import yaml

from hero.registry.diagnostic import Span
from hero.registry.problem import Problem

_ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")

#: Where the parser notices something long after it began, its beginning is the better place; so
#: it is where the text ends before something is closed.
_BEGAN = ("could not find expected ':'", "unexpected end of stream")


def unfit(path: str, raw: bytes) -> Problem | None:
    """What keeps these bytes from being text that the parser and an editor see alike."""
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        mark = "UTF-8" if raw.startswith(b"\xef") else "UTF-16"
        return Problem("yaml-encoding", path, span=Span(1, 1, 1, 2), detail={"mark": mark})
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        byte = raw[error.start]
        return Problem("yaml-encoding", path, span=_span_after(before), detail={"byte": byte})
    if ("\r" in text or not text.isascii()) and (odd := _ODD_BREAK.search(text)):
        span = _span_after(text[: odd.start()])
        detail = {"character": f"U+{ord(odd[0]):04X}"}
        return Problem("yaml-line-break", path, span=span, detail=detail)
    return None


def syntax(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Where the parser gave up, and why. `line` is the line there, `at` the character."""
    says, mark = error.problem or "", error.problem_mark or error.context_mark
    if mark is None:
        return Problem("yaml-syntax", path, detail={"says": says, "line": "", "at": ""})
    late = any(part in says for part in _BEGAN) or mark.index >= len(text.rstrip())
    mark = error.context_mark if late and error.context_mark else mark
    # What is noticed at the end of the text stands in its last line that says something.
    lines = text.rstrip().split("\n")
    row = min(mark.line, len(lines) - 1)
    line, column = lines[row], mark.column if row == mark.line else len(lines[row])
    detail = {"says": says, "line": line, "at": line[column : column + 1]}
    span = Span(row + 1, column + 1, row + 1, column + 2)
    return Problem("yaml-syntax", path, span=span, detail=detail)


def character(path: str, raw: bytes, error: Any) -> Problem:
    """A character that YAML does not allow; the reader counts bytes, people count characters."""
    span = _span_after(raw[: error.position].decode(errors="ignore"))
    at = error.character if isinstance(error.character, int) else ord(error.character[:1])
    detail = {"says": "a character that YAML does not allow", "line": "", "at": chr(at)}
    return Problem("yaml-syntax", path, span=span, detail=detail)


def _span_after(before: str) -> Span:
    """The span of the one character that stands after this text."""
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(line, column, line, column + 1)
