"""Candidates that change white space alone: tabs, strange blanks, columns, blanks left out."""

import re
from collections.abc import Iterator

from hero.registry.mending.torn import Candidate, Torn, field_in, named

#: Blanks that look like one and are none for YAML, and characters that cannot be seen at all.
_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_LEAD = re.compile(rf"^[ \t{_ODD}{_UNSEEN}]+")
_AFTER = re.compile(rf"^( *(?:- *)?[A-Za-z][\w -]{{0,40}}:|- *)[ \t{_ODD}{_UNSEEN}]+")
_BULLET = re.compile(r"^(\s*)([-\u2013\u2014\u2022*\u00b7])(\s*)(\S.*)$")
_NO_COLON = re.compile(
    r"^(\s*)([A-Za-z][\w -]{0,40}?)\s*"
    r"(?::(?=\S)|[=\uff1a;](?!=)|->|\s[-\u2013\u2014](?=\s))\s*(.*)$"
)


def control_characters(torn: Torn) -> Iterator[Candidate]:
    """Characters that nobody can see or type, from a terminal or a broken copy."""
    lines = [re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", line) for line in torn.lines]
    yield Candidate(lines, "remove the invisible control characters")


def odd_blanks(torn: Torn) -> Iterator[Candidate]:
    """Blanks from a word processor where YAML needs plain ones."""
    lines = [_plain_blanks(line) for line in torn.lines]
    about = "turn the special blanks at the start of lines into plain ones"
    yield Candidate(lines, about)
    fields = [row for row, line in enumerate(lines) if field_in(line.lstrip(), row, torn.known)]
    if lines == list(torn.lines):
        return
    shallow = {row for row in fields if len(lines[row]) - len(lines[row].lstrip()) < 4}
    yield Candidate(
        [line.lstrip() if row in shallow else line for row, line in enumerate(lines)], about
    )


def _plain_blanks(line: str) -> str:
    line = _LEAD.sub(lambda match: _plain(match[0]), line)
    return _AFTER.sub(lambda match: match[1] + _plain(match[0][len(match[1]) :]), line)


def _plain(blanks: str) -> str:
    return re.sub(f"[{_ODD}]", " ", re.sub(f"[{_UNSEEN}]", "", blanks))


def tabs(torn: Torn) -> Iterator[Candidate]:
    """Tabs at the start of lines; how wide one was meant to be cannot be seen."""
    for width in (2, 4, 8):
        lines = [_expanded(line, width, row == torn.row) for row, line in enumerate(torn.lines)]
        yield Candidate(lines, "indent with spaces in place of tabs")


def _expanded(line: str, width: int, here: bool) -> str:
    """Without the tabs before the text; those after spaces may belong to it, unless it is here."""
    blanks = line[: len(line) - len(line.lstrip(" \t"))]
    lines = blanks + line[len(blanks) :]
    if blanks.startswith("\t") or (here and "\t" in blanks):
        lines = blanks.expandtabs(width) + line[len(blanks) :]
    return re.sub(r"^( *-)\t+", r"\1 ", lines) if lines.strip() else ""


def colons(torn: Torn) -> Iterator[Candidate]:
    """A field without its colon, or without the blank after it; all of the file at once."""
    lines = list(torn.lines)
    for row, line in enumerate(lines):
        match = _NO_COLON.match(line)
        if match and len(match[1]) < 4 and named(match[2]) in torn.known:
            lines[row] = f"{match[1]}{match[2]}: {match[3]}".rstrip()
        elif field_in(line + ":", row, torn.known) and named(line) in torn.known:
            lines[row] = line.rstrip() + ":"
    yield Candidate(lines, "put a colon and a blank between the field and its value")


def bullets(torn: Torn) -> Iterator[Candidate]:
    """Items of a list without the blank after the hyphen, or with another mark for it."""
    lines = list(torn.lines)
    for key in torn.fields():
        if torn.known[key.name] != "list" or key.value:
            continue
        for row in range(key.row + 1, torn.end(key)):
            if match := _BULLET.match(lines[row]):
                lines[row] = f"{' ' * (key.indent + 2)}- {match[4]}"
    yield Candidate(lines, "begin each item of the list with a hyphen and a blank")


def columns(torn: Torn) -> Iterator[Candidate]:
    """A field that begins a little to the right of its neighbours."""
    key = torn.above()
    if key and 0 < key.indent < 9:
        line = torn.lines[key.row].lstrip(" \t")
        about = f"begin `{key.name}` in the first column"
        yield Candidate(torn.with_line(key.row, line), about)
    lines = list(torn.lines)
    for each in torn.fields():
        if each.indent < 4:
            lines[each.row] = lines[each.row].lstrip(" \t")
    yield Candidate(lines, "begin all fields in the first column")
