"""Values as YAML text, in the form that fits the place where they will stand."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from hero.registry.scalars import resolve

#: What a plain scalar must not begin with, and must not hold.
_BAD_START = tuple("-?:,[]{}#&*!|>'\"%@`= \t")
_BAD_INSIDE = (": ", " #", "\t", "[", "]", "{", "}", ",")
#: Outside of brackets, less needs quotes.
_BAD_IN_BLOCK = (": ", " #", "\t")

#: A text of so many characters reads better folded than in quotes.
LONG = 40

#: The longest line that is written where a value can be set on several.
WIDTH = 100


def inline(value: Any) -> str:
    """A value on one line, right in block and in flow style."""
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inline(k)}: {inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(inline, value)) + "]"
    return _number(value)


def block(text: str, indent: int, newline: str) -> str | None:
    """A text of several lines as a literal block, or None where that would change it."""
    lines = text.removesuffix("\n").split("\n")
    if "\n" not in text or not lines[-1] or not lines[0] or lines[0][0] in " \t":
        return None
    if not all(line.replace("\t", " ").isprintable() for line in lines):
        return None
    if any(line and not line.strip() for line in lines):
        return None
    header = "|" if text.endswith("\n") else "|-"
    return newline.join([header, *(" " * indent + line if line else "" for line in lines)])


def folded(text: str, indent: int, newline: str) -> str | None:
    """One long line as a folded block of lines, or None where that would change it."""
    words = text.split(" ")
    if "" in words or not text.isprintable():
        return None
    lines = [words[0]]
    for word in words[1:]:
        if indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return newline.join([">-", *(" " * indent + line for line in lines)])


def pair(key: Any, value: Any, column: int, newline: str, spread: bool = False) -> str:
    """A key with its value, for a place at this column of a block.

    A text that is too long for a line is folded, one of several lines keeps them. Mappings in a
    list stand below each other. Those that are too wide for a line get a line for each of their
    keys; with `spread`, all of them do.
    """
    name = f"{inline(key)}: "
    if isinstance(value, str):
        return name + _text(value, column, len(name), newline)
    deeper = column + 2
    start = newline + " " * deeper
    if isinstance(value, Mapping) and _spread(value, deeper, spread):
        return name.rstrip() + start + pairs(value, deeper, newline)
    if isinstance(value, list | tuple) and any(isinstance(each, Mapping) for each in value):
        items = [item(each, deeper, newline, spread) for each in value]
        return name.rstrip() + "".join(start + each for each in items)
    return name + inline(value)


def pairs(value: Mapping[Any, Any], column: int, newline: str) -> str:
    """A mapping with a line for each of its keys."""
    lines = [pair(key, each, column, newline) for key, each in value.items()]
    return (newline + " " * column).join(lines)


def item(value: Any, column: int, newline: str, spread: bool = False) -> str:
    """A value as one item of a list whose dashes stand at this column."""
    if not _spread(value, column + 2, spread):
        return f"- {inline(value)}"
    broken = None if spread else _broken(value, column + 3, newline)
    return f"- {broken or pairs(value, column + 2, newline)}"


def _text(text: str, column: int, taken: int, newline: str) -> str:
    """A text beside its key, of which so many characters are taken."""
    plain = text if _is_plain(text, _BAD_IN_BLOCK) else inline(text)
    many = block(text, column + 2, newline)
    if not many and (column + taken + len(plain) > WIDTH or (plain != text and len(text) > LONG)):
        many = folded(text, column + 2, newline)
    return many or plain


def _broken(value: Mapping[Any, Any], column: int, newline: str) -> str | None:
    """A mapping in braces on several lines, or None where one of its parts is too wide."""
    lines = [""]
    for key, each in value.items():
        part = f"{inline(key)}: {inline(each)}"
        if column + len(part) + 1 > WIDTH:
            return None
        if column + len(lines[-1]) + len(part) + 3 > WIDTH and lines[-1]:
            lines.append("")
        lines[-1] += f", {part}" if lines[-1] else part
    return "{" + ("," + newline + " " * column).join(lines) + "}"


def _spread(value: Any, column: int, spread: bool) -> bool:
    """Does a mapping get a line for each of its keys?"""
    whole = isinstance(value, Mapping) and bool(value)
    return whole and (spread or column + len(inline(value)) > WIDTH)


def _is_plain(text: str, bad: Sequence[str] = _BAD_INSIDE) -> bool:
    return (
        text != ""
        and text.isprintable()
        and text[-1] not in ": "
        and not text.startswith(_BAD_START)
        and not any(sign in text for sign in bad)
        and isinstance(resolve(text), str)
        and text not in ("---", "...", "<<")
    )


def _quoted(text: str) -> str:
    """A double-quoted scalar. JSON's escapes are YAML's, but for half of a surrogate pair."""
    plain = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escape(char) for char in plain)


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _number(value: float) -> str:
    """A number that reads back as itself; the loader knows `1.0e+20`, not `1e+20`."""
    text = repr(value)
    mantissa, mark, exponent = text.partition("e")
    if mark and "." not in mantissa:
        mantissa += ".0"
    return mantissa + mark + exponent
