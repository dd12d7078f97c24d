"""Values as YAML text, in the form that fits the place where they will stand."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from hero.registry.scalars import resolve

#: What a plain scalar must not begin with, and must not hold.
_BAD_START = tuple("-?:,[]{}#&*!|>'\"%@`= \t")
_BAD_INSIDE = (": ", " #", "\t", "[", "]", "{", "}", ",")


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


def _is_plain(text: str) -> bool:
    return (
        text != ""
        and text.isprintable()
        and text[-1] not in ": "
        and not text.startswith(_BAD_START)
        and not any(bad in text for bad in _BAD_INSIDE)
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
