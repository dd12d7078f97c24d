"""The texts of an idea that say what it is about, quickly out of its file.

Of ten thousand files only three are shown, so the others need no parser: a field reaches from its
name at the start of a line to the next name. What that cannot read as YAML means it goes through
the parser: escapes, references, a mapping in braces.
"""

import re
from collections.abc import Mapping
from typing import Any

from hero.registry.parse import parse

#: What is compared, and how much a word of it counts. A tag is a word that a person chose.
WEIGHTS: Mapping[str, float] = {
    "title": 2.0, "summary": 1.5, "tags": 4.0, "problem": 1.0, "proposal": 1.0,
}  # fmt: skip

#: The texts by field; those that are missing are empty.
Texts = Mapping[str, str]

#: The most characters of one text that are compared: the rules allow no longer one.
LONGEST = 50_000

_NAME = re.compile(rb"^([a-z_]+)[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)


def texts_in(path: str, raw: bytes) -> Texts:
    """The texts in the bytes of an idea's file; none where there is nothing to be read."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    names = list(_NAME.finditer(raw))
    found: dict[str, str] = {}
    for number, name in enumerate(names):
        field = name[1].decode()
        if field not in WEIGHTS or field in found:
            continue
        end = names[number + 1].start() if number + 1 < len(names) else len(raw)
        value = raw[name.end() : end].strip()
        if _needs_parser(value):
            return texts_of(parse(path, raw).data)
        found[field] = value.decode(errors="replace")[:LONGEST]
    return found if "title" in found else texts_of(parse(path, raw).data)


def texts_of(data: Any) -> Texts:
    """The texts in an idea's data, whatever that is."""
    if not isinstance(data, Mapping):
        return {}
    return {field: _text(data[field]) for field in WEIGHTS if data.get(field) is not None}


def texts_from(words: str) -> Texts:
    """Words as somebody types them: they stand for a title."""
    return {"title": words[:LONGEST]}


def _needs_parser(value: bytes) -> bool:
    return value[:1] in (b"*", b"&", b"!") or (value[:1] == b'"' and b"\\" in value)


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return " ".join(map(str, value[:100]))[:LONGEST]
    return str(value)[:LONGEST]
