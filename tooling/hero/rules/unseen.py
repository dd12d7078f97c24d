"""Characters that nobody sees, and the company in which writing needs them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

Kind = Literal["control", "direction", "invisible", "private", "piled"]

#: Every character that is worth a closer look; only some of them are out of place.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
#: Writing in which letters join, or words part, by characters without a form of their own.
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff"
    "\ufb50-\ufdff\ufe70-\ufefc\U00011000-\U00011fff]"
)
#: No writing sets so many marks over one letter; so many cover the lines above and below.
_PILE = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{8,}"
)
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")


def unseen(text: str) -> Iterator[tuple[int, Kind]]:
    """Where a text holds a character that is not seen and not needed, and of which kind it is."""
    flags = [match.span() for match in _FLAG.finditer(text)] if "\U000e007f" in text else []
    for match in _ODD.finditer(text):
        at = match.start()
        if not _needed(text, at) and not any(start <= at < end for start, end in flags):
            yield at, _kind(text[at])
    for pile in _PILE.finditer(text):
        yield from ((at, "piled") for at in range(*pile.span()))


def blank(text: str) -> bool:
    """Does a text show nothing, whatever stands in it?"""
    return all(char.isspace() or _ODD.match(char) for char in text)


def named(char: str) -> str:
    """A character by number and name."""
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X}" + (f", {name}" if name else "")


def _kind(char: str) -> Kind:
    if char in _DIRECTION:
        return "direction"
    category = unicodedata.category(char)
    # Tags spell hidden words in ASCII, to machines alone.
    if category == "Cc" or "\U000e0000" <= char <= "\U000e007f":
        return "control"
    return "private" if category == "Co" else "invisible"


def _needed(text: str, at: int) -> bool:
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in "\u200c\u200d" and _JOINING.match(before):
        return True
    if char == "\u200d":
        return _pictures(before) and _pictures(after)
    if char == "\u200b":
        return bool(_JOINING.match(before) or _JOINING.match(after))
    if char in "\u200e\u200f\u061c":
        return _RIGHT_TO_LEFT.search(text) is not None
    if "\ufe00" <= char <= "\ufe0f":
        return before.isprintable() and not before.isspace() and not _varies(before)
    if "\U000e0100" <= char <= "\U000e01ef":
        return unicodedata.category(before or " ") == "Lo"
    if char == "\u2800":
        return "\u2800" <= before <= "\u28ff" or "\u2801" <= after <= "\u28ff"
    return False


def _varies(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _pictures(char: str) -> bool:
    """Is this part of an emoji? Skin tones and the mark that asks for colour are."""
    return bool(char) and (char == "\ufe0f" or unicodedata.category(char) in ("So", "Sk"))
