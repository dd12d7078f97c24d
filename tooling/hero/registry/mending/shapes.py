"""Candidates for files of another shape as a whole: a pasted block, one line, JSON, a list."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hero.registry.mending.torn import Candidate, Torn, field_in, named
from hero.registry.render import inline

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})\s*(\w*)\s*$")
_RULER = re.compile(r"^(-{3}|\.{3})\s*$")
_NO_WORDS = re.compile(r"\s*([\w-]+\s*:|[-&*!|>{}\[\]\"'@`%?<])")
_JSON_END = re.compile(r"[\"\]}0-9el]\s*$")


def fences(torn: Torn) -> Iterator[Candidate]:
    """The lines above and below a block that was copied from a page."""
    marks = [row for row, line in enumerate(torn.lines) if _FENCE.match(line)]
    fields = [key.row for key in torn.fields()]
    # Fences inside a text are not the file's own, which opens above the first field.
    if not marks or not fields or marks[0] > fields[0]:
        return
    outer = [row for row in marks if row < fields[0] or row == marks[-1]]
    inside = range(outer[0], outer[-1] if len(outer) > 1 else len(torn.lines))
    lines = [
        line if row in inside or not line.strip() else f"# {line}"
        for row, line in enumerate(torn.lines)
        if row not in outer
    ]
    dropped = " ".join(torn.lines[row] for row in outer)
    yield Candidate(lines, "remove the lines of backticks around the idea", dropped)


def rulers(torn: Torn) -> Iterator[Candidate]:
    """Lines `---`, of which each begins another document; two ideas in a file stay two."""
    names = [key.name for key in torn.fields() if not key.indent]
    if len(set(names)) < len(names):
        return
    lines = [line for line in torn.lines if not _RULER.match(line)]
    yield Candidate(lines, "remove the line `---`")


def hyphens(torn: Torn) -> Iterator[Candidate]:
    """Fields that are written as the items of a list."""
    fields = [re.sub(r"^- +", "", line) for line in torn.lines]
    both = list(enumerate(zip(torn.lines, fields, strict=True)))
    if sum(new != old and bool(field_in(new, row, torn.known)) for row, (old, new) in both) > 1:
        lines = [new if field_in(new, row, torn.known) else old for row, (old, new) in both]
        yield Candidate(lines, "remove the hyphens before the fields")


def wrappers(torn: Torn) -> Iterator[Candidate]:
    """All fields one level down, below a key of their own."""
    told = [row for row, line in enumerate(torn.lines) if line.strip() and line[0] != "#"]
    if not told or not re.match(r"^[\w-]{1,40}:\s*$", torn.lines[told[0]]):
        return
    inner = torn.lines[told[0] + 1 :]
    if any(line.strip() and line[0] not in " \t" for line in inner) or len(told) < 4:
        return
    depth = min(len(line) - len(line.lstrip()) for line in inner if line.strip())
    lines = [*torn.lines[: told[0]], *(line[depth:] for line in inner)]
    about = f"move the fields out from under `{torn.lines[told[0]].strip()}`"
    yield Candidate(lines, about, torn.lines[told[0]])


def one_line(torn: Torn) -> Iterator[Candidate]:
    """Several fields on one line."""
    names = "|".join(sorted((re.escape(name) for name in torn.known), key=len, reverse=True))
    # No two tries begin in one run of blanks, or a long one would be read from each of its blanks.
    gap = r"(?:^|(?<![\s,;|])[\s,;|]++|(?<=:[ \t])[,;|][\s,;|]*+)"
    field = re.compile(rf"{gap}({names})[ \t]*:[ \t]+", re.IGNORECASE)
    for row in sorted({torn.row, 0}):
        found = list(field.finditer(torn.lines[row])) if row < len(torn.lines) else []
        said = [named(match[1]) for match in found]
        if len(found) < 3 or found[0].start() or len(set(said)) < len(said):
            continue
        ends = [*(match.start() for match in found[1:]), len(torn.lines[row])]
        values = [
            torn.lines[row][m.end() : end].strip() for m, end in zip(found, ends, strict=True)
        ]
        pairs = [f"{name}: {_value(value)}" for name, value in zip(said, values, strict=True)]
        better = [*torn.lines[:row], *pairs, *torn.lines[row + 1 :]]
        yield Candidate(better, "begin each field on a line of its own")


def _value(value: str) -> str:
    return value if value[:1] in ("[", '"', "'", "{") else inline(value)


def json(torn: Torn) -> Iterator[Candidate]:
    """JSON in which a comma or the last bracket is missing."""
    if not "\n".join(torn.lines).lstrip().startswith("{"):
        return
    lines = list(torn.lines)
    told = [row for row, line in enumerate(lines) if line.strip()]
    for row, after in pairwise(told):
        if _JSON_END.search(lines[row]) and lines[after].lstrip()[:1] in ("'", '"'):
            lines[row] = lines[row].rstrip() + ","
    commas = "put a comma between the fields"
    yield Candidate(lines, commas)
    close = (
        "close the last bracket" if lines == list(torn.lines) else f"{commas}, and a bracket last"
    )
    yield Candidate([*lines[: told[-1] + 1], "}", *lines[told[-1] + 1 :]], close)


def untitled(torn: Torn) -> Iterator[Candidate]:
    """A first line that says what the idea is, and no title."""
    told = [row for row, line in enumerate(torn.lines) if line.strip() and line[0] not in "#`-{"]
    if not told or "title" not in torn.known or any(key.name == "title" for key in torn.fields()):
        return
    line = torn.lines[told[0]].strip()
    fields = sum(1 for _ in torn.fields())
    if fields > 1 and not torn.key(told[0]) and len(line) <= 80 and not _NO_WORDS.match(line):
        better = torn.with_line(told[0], f"title: {inline(line)}")
        yield Candidate(better, "make the first line the title")


def greeting(torn: Torn) -> Iterator[Candidate]:
    """Words to the reader above the first field: they become comments."""
    first = next((key.row for key in torn.fields()), 0)
    if any(_NO_WORDS.match(line) for line in torn.lines[:first]):
        return
    before = [f"# {line}" if line.strip() else line for line in torn.lines[:first]]
    yield Candidate([*before, *torn.lines[first:]], "turn the words above the idea into a comment")
