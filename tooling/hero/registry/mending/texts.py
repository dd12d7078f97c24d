"""Candidates that set a text apart from YAML: in quotes, in brackets, or as a block below `|`."""

import re
from collections.abc import Iterator, Sequence

from hero.registry.mending.torn import Candidate, Key, Torn, indented, quoted, unquoted
from hero.registry.render import inline

_ITEM = re.compile(r"^(\s*- +)(\S.*)$")
_OTHER = re.compile(r"^(\s*(?:- +)?[\w-]{1,40}: +)(\S.*)$")
_AND = r"[,;]|(?<!\s)\s+(?:and|&)\s+"
_MARKS = ("", "|", "|-", "|+", ">", ">-", ">+")


def quotes(torn: Torn) -> Iterator[Candidate]:
    """A value on one line that YAML would take apart."""
    for key in _near(torn):
        single = torn.known[key.name] in ("prose", "word")
        if single and key.value and key.value not in _MARKS and not key.value.startswith("!!"):
            line = torn.lines[key.row]
            start = line.index(":", key.indent) + 1
            better = torn.with_line(key.row, f"{line[:start]} {quoted(key.value)}")
            yield Candidate(better, f"put the text of `{key.name}` in quotes")
    line = torn.lines[min(torn.row, len(torn.lines) - 1)] if torn.lines else ""
    if not torn.key(torn.row) and (match := _OTHER.match(line)) and match[2][0] not in "[{":
        better = torn.with_line(torn.row, match[1] + quoted(match[2]))
        yield Candidate(better, f"put the text of `{match[1].strip(' -:')}` in quotes")
    if torn.row < len(torn.lines) and (item := _ITEM.match(torn.lines[torn.row])):
        better = torn.with_line(torn.row, item[1] + quoted(item[2]))
        yield Candidate(better, "put this item in quotes")


def unclosed(torn: Torn) -> Iterator[Candidate]:
    """Quotes that are not closed where the line ends; the parser notices that much later."""
    lines, names = list(torn.lines), []
    for key in torn.fields():
        mark = key.value[:1]
        if mark in ("'", '"') and key.row <= torn.row and mark not in key.value[1:]:
            head = lines[key.row][: lines[key.row].index(":", key.indent) + 1]
            lines[key.row] = f"{head} {quoted(key.value)}"
            names.append(f"`{key.name}`")
    yield Candidate(lines, f"close the quotes of {' and '.join(names)}")


def flow_lists(torn: Torn) -> Iterator[Candidate]:
    """A list in brackets with a bracket missing, or with logins that still have their `@`."""
    for key in _near(torn):
        if torn.known[key.name] != "list" or not key.value:
            continue
        text, _, comment = key.value.partition(" #")
        apart = _AND if "@" in text else ","
        items = [unquoted(each).lstrip("@") for each in re.split(apart, text.strip("[] \t"))]
        line = torn.lines[key.row]
        start = line.index(":", key.indent) + 1
        value = inline([each for each in items if each]) + (f"  #{comment}" if comment else "")
        better = torn.with_line(key.row, f"{line[:start]} {value}")
        yield Candidate(better, f"write `{key.name}` as a list in brackets", "and")


def logins(torn: Torn) -> Iterator[Candidate]:
    """One login that still has its `@`."""
    for key in _near(torn):
        if torn.known[key.name] == "word" and re.fullmatch(r"@[\w-]+", key.value):
            line = torn.lines[key.row].replace("@", "", 1)
            yield Candidate(torn.with_line(key.row, line), f"write `{key.name}` without `@`")


def mentions(torn: Torn) -> Iterator[Candidate]:
    """Logins inside brackets that still have their `@`."""
    if torn.row < len(torn.lines):
        line = re.sub(r"(?<=[\[,{ ])@(?=[A-Za-z0-9])", "", torn.lines[torn.row])
        yield Candidate(torn.with_line(torn.row, line), "write logins without `@`")


def items(torn: Torn) -> Iterator[Candidate]:
    """Items with an `@`, and a list that begins on the line of its key."""
    key = torn.above()
    if key is None or torn.known[key.name] != "list":
        return
    lines = list(torn.lines)
    for row in range(key.row + 1, torn.end(key)):
        if item := _ITEM.match(lines[row]):
            lines[row] = item[1] + inline(unquoted(item[2]).lstrip("@"))
    yield Candidate(lines, f"write the items of `{key.name}` without `@`")
    if key.value.startswith("- "):
        start = torn.lines[key.row].index(":", key.indent) + 1
        rest = indented(torn.lines[key.row + 1 : torn.end(key)], key.indent + 2)
        first = [torn.lines[key.row][:start], f"{' ' * (key.indent + 2)}{key.value}"]
        better = [*torn.lines[: key.row], *first, *rest, *torn.lines[torn.end(key) :]]
        yield Candidate(better, f"begin the list of `{key.name}` on a line of its own")


def blocks(torn: Torn) -> Iterator[Candidate]:
    """A text of several lines that is not set apart, or not far enough."""
    for key in _near(torn):
        if torn.known[key.name] == "prose":
            yield Candidate(as_block(torn, key), f"indent the text of `{key.name}` below `|`")


def as_block(torn: Torn, key: Key) -> list[str]:
    """The lines with everything up to the next field as the text of this one."""
    end = torn.end(key)
    # A comment that stands before the next field belongs to that one.
    while end < len(torn.lines) and end > key.row + 1 and torn.lines[end - 1].startswith("# "):
        end -= 1
    body = _body(torn.lines[key.row + 1 : end], key)
    mark = key.value if key.value in _MARKS and key.value else "|"
    if key.value not in _MARKS:
        body = _with_head(key, body)
    name = torn.lines[key.row]
    head = name[: name.index(":", key.indent) + 1]
    return [*torn.lines[: key.row], f"{head} {mark}", *body, *torn.lines[end:]]


def _body(lines: Sequence[str], key: Key) -> list[str]:
    """The lines below a key, none of them further left than the first where that is indented."""
    first = next((line for line in lines if line.strip()), "")
    column = len(first) - len(first.lstrip(" "))
    if key.value not in _MARKS or column <= key.indent or first[column] == "\t":
        return indented(lines, key.indent + 2)
    shallow = [" " * column + line.lstrip(" \t") for line in lines]
    pairs = zip(lines, shallow, strict=True)
    body = [line if line.startswith(" " * column) else moved for line, moved in pairs]
    return [line if line.strip() else "" for line in body]


def _with_head(key: Key, body: list[str]) -> list[str]:
    """What stood on the line of the key comes first; quotes around the whole are no text."""
    first, column = key.value, " " * (key.indent + 2)
    if first[0] in "\"'\u201c":
        whole = unquoted("\n".join([first, *body]).rstrip())
        return [column + whole.split("\n")[0].strip(), *whole.split("\n")[1:]]
    return [column + first, *body]


def _near(torn: Torn) -> Iterator[Key]:
    """The field at which, or below which, the parser stopped, and the one before that."""
    if (key := torn.above()) is not None:
        yield key
        if key.row and (before := Torn(torn.lines, key.row - 1, torn.known).above()):
            yield before
