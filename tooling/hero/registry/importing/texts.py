"""Strangers' text made fit for a file: what a YAML reader, an editor or a page would trip over."""

import re
import textwrap
from dataclasses import dataclass

#: The most characters of a long text, with room for the line feed at its end.
LONGEST = 20_000

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Control characters, halves of surrogate pairs, characters that never mean anything, and those
#: that turn the direction of writing, by which a text can show something other than it says.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that can stand in a file, and what was done to it (words of `notes.KINDS`)."""

    text: str
    changes: tuple[str, ...] = ()
    whole: str = ""


def prose(text: str, longest: int = LONGEST) -> Cleaned:
    """A text of several lines: it ends in one line feed, or is empty."""
    text, changes = _fit(text)
    lines = (line if line.strip() else "" for line in text.split("\n"))
    text = textwrap.dedent("\n".join(lines)).rstrip().strip("\n")
    if len(text) >= longest:
        left = len(text) - longest + 100
        text = f"{text[: longest - 100].rstrip()} … (shortened: {left:,} more characters)"
        changes = (*changes, "shortened")
    return Cleaned(text + "\n" if text else "", changes)


def line(text: str, longest: int) -> Cleaned:
    """One line of at most `longest` characters, cut at a word; `whole` is what it was before."""
    text, changes = _fit(text)
    text = " ".join(text.split())
    whole = _unquoted(text)
    if whole != text:
        changes = (*changes, "unquoted")
    if len(whole) <= longest:
        return Cleaned(whole, changes, whole)
    start = whole[: longest - 1]
    if not whole[longest - 1].isspace() and start.rfind(" ") > longest // 2:
        start = start[: start.rfind(" ")]
    return Cleaned(start.rstrip(" ,;:.-(") + "…", (*changes, "shortened"), whole)


def _fit(text: str) -> tuple[str, tuple[str, ...]]:
    fit, changes = text, []
    for pattern, instead, change in (
        (_BREAKS, "\n", "breaks"),
        (_BLANKS, " ", "blanks"),
        (_UNFIT, "", "unfit"),
    ):
        before, fit = fit, pattern.sub(instead, fit)
        # The line ends of one system or another are no news, and every CSV file has them.
        if fit != before and before.replace("\r\n", "\n") != fit:
            changes.append(change)
    return fit, tuple(changes)


def says(text: str) -> bool:
    """Is there anything to see in this text?"""
    return any(character.isprintable() and not character.isspace() for character in text)


def _unquoted(text: str) -> str:
    """Without quotes around the whole: the other tool's way to write a text, not part of it."""
    for quote in "\"'":
        inside = text[1:-1]
        if len(text) > 2 and text[0] == text[-1] == quote and quote not in inside:
            return inside.strip()
    return text
