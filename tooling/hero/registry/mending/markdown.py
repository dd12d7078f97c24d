"""A candidate for a file that was written as a page: headings in place of fields."""

import re
from collections.abc import Iterator, Mapping

from hero.registry.mending.guesses import MEANT
from hero.registry.mending.torn import Candidate, Torn, field_in, indented, named
from hero.registry.render import inline

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S.*)$")
_BOLD = re.compile(r"^ {0,3}\*\*([^*]{1,40})\*\*:?[ \t]*(.*)$")


def headings(torn: Torn) -> Iterator[Candidate]:
    """Headings that name fields, with the texts below them."""
    sections: list[tuple[str, list[str]]] = []
    dropped: list[str] = []
    marked: set[str] = set()
    for row, line in enumerate(torn.lines):
        found = _section(line, row, torn.known, first=not sections)
        if found:
            name, text, mark = found
            sections.append((name, [text] if text else []))
            dropped.append(mark)
            marked |= {name} if not torn.key(row) else set()
        elif sections:
            sections[-1][1].append(line)
        elif line.strip() and not line.startswith("#"):
            return
    names = [name for name, _ in sections]
    prose = [name for name in marked if torn.known[name] == "prose"]
    if len(prose) < 2 or len(set(names)) < len(names):
        return
    lines = [line for name, texts in sections for line in _written(name, texts, torn.known)]
    yield Candidate([*lines, ""], "turn the headings into fields", " ".join(dropped))


def _section(
    line: str, row: int, known: Mapping[str, str], first: bool
) -> tuple[str, str, str] | None:
    """The field that a line begins, the text beside its name, and the name as it was written."""
    if key := field_in(line, row, known):
        return key.name, key.value, key.name
    heading = _HEADING.match(line)
    match = heading or _BOLD.match(line)
    if not match:
        return None
    words = match[1].rstrip("#").rstrip(" \t") if heading else match[1]
    name = named(words)
    name = name if name in known else MEANT.get(name, name)
    if name in known:
        return name, match[2] if match is not heading else "", words
    if heading and first and "title" in known:
        return "title", re.sub(r"^(title|idea|proposal):\s+", "", words, flags=re.I), "title"
    return None


def _written(name: str, texts: list[str], known: Mapping[str, str]) -> list[str]:
    """A field with what stood below its heading."""
    body = "\n".join(texts).strip("\n").split("\n")
    if known[name] == "prose" and (len(body) > 1 or ": " in body[0]):
        return [f"{name}: |", *indented(body, 2), ""]
    items = [re.sub(r"^\s*[-*] *", "", line).strip() for line in body if line.strip()]
    if known[name] == "list" and not body[0].startswith("["):
        each = [word.strip().lstrip("@") for item in items for word in item.split(",")]
        return [f"{name}: {inline([word for word in each if word])}"]
    text = " ".join(items)
    return [f"{name}: {text if text.startswith('[') else inline(text)}" if text else f"{name}:"]
