"""Markdown with its code taken out: code is shown as it is and does nothing."""

import re
from bisect import bisect_right

_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_TICKS = re.compile(r"`+")


def prose(text: str) -> str:
    """The text, of the same length, with spaces where code stood; lines stay lines."""
    if "`" in text or "~~~" in text:
        text = _without_spans(_without_fences(text))
    return text


def _without_fences(text: str) -> str:
    parts, at = [], 0
    while opening := _FENCE.search(text, at):
        mark = opening[1]
        closing = re.compile(rf"^ {{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
        closed = closing.search(text, opening.end())
        end = closed.end() if closed else len(text)
        parts += [text[at : opening.start()], _blank(text[opening.start() : end])]
        at = end
    return "".join([*parts, text[at:]])


def _without_spans(text: str) -> str:
    """Code spans end at the next run of as many backticks as began them."""
    runs: dict[int, list[int]] = {}
    every = [(match.start(), len(match[0])) for match in _TICKS.finditer(text)]
    for start, length in every:
        runs.setdefault(length, []).append(start)
    parts, at = [], 0
    for start, length in every:
        if start < at:
            continue
        same = runs[length]
        after = bisect_right(same, start)
        if after < len(same):
            end = same[after] + length
            parts += [text[at:start], _blank(text[start:end])]
            at = end
    return "".join([*parts, text[at:]])


def _blank(code: str) -> str:
    return re.sub(r"[^\n]", " ", code)
