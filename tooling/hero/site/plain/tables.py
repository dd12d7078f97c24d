"""Tables as Markdown, a line a row."""

import re
from collections.abc import Iterator

from hero.site.plain.elements import BLOCKS, Element
from hero.site.plain.words import CELL_BREAK, inline

_SIDES = {"hero-right": "--:", "hero-center": ":-:", "hero-left": ":--"}


def table(table: Element) -> Iterator[str]:
    """The table without its caption; nothing where it has no rows."""
    rows = [[*_cells(row)] for row in table.all("tr")]
    if not rows:
        return
    headed = any(True for _ in table.all("thead"))
    head, body = (rows[0], rows[1:]) if headed else ([Element("th")] * len(rows[0]), rows)
    sides = [next((_SIDES[k] for k in c.kind.split() if k in _SIDES), "---") for c in rows[-1]]
    sides += ["---"] * (len(head) - len(sides))
    lines = [_row(head), f"| {' | '.join(sides[: len(head)])} |", *map(_row, body)]
    yield "\n".join(lines)


def _cells(row: Element) -> Iterator[Element]:
    for each in row.inside:
        if isinstance(each, Element):
            if id_ := row.attributes.pop("id", None):
                each.inside.insert(0, Element("span", {"id": id_}))
            yield each


def _row(cells: list[Element]) -> str:
    return f"| {' | '.join(_cell(each) for each in cells)} |"


def _cell(cell: Element) -> str:
    words = inline(_unblocked(cell), CELL_BREAK).strip()
    return re.sub(r"^(<br>\s*)+|(\s*<br>)+$", "", words)


def _unblocked(element: Element) -> list[Element | str]:
    """What a cell holds, with breaks in place of blocks."""
    found: list[Element | str] = []
    for each in element.inside:
        if isinstance(each, Element) and each.tag in BLOCKS:
            found += [*([Element("br")] if found else []), *_unblocked(each)]
        else:
            found.append(each)
    return found
