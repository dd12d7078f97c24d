"""The tour on a terminal: who did what, in short, wrapped to its width; plain text in a pipe."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

from tests.tour.heard import Line
from tests.tour.story import SCENES, Scene

#: So many lines of what the bot writes are shown; the comment has all of it.
SHOWN = 4
#: Nobody reads wider lines.
WIDEST = 100
BOLD, BLUE, GREEN, GREY = "1", "34", "32", "2"
NAMES = {f"example-{name.lower()}": name for name in ("Ada", "Grace", "Linus")}


def painted(text: str, code: str, colours: bool) -> str:
    """A text in a colour, where there are colours."""
    return f"\x1b[{code}m{text}\x1b[0m" if colours else text


def scene(number: int, told: Scene, day: str, lines: Iterable[Line], colours: bool) -> str:
    """A scene with what was said in it."""
    head = painted(f"{number}/{len(SCENES)}  {told.title}", BOLD, colours)
    parts = [f"{head}   {painted(day, GREY, colours)}"]
    quiet = f"     Nobody says anything. {told.act.__doc__}"
    parts += [text for line in lines for text in _line(line, colours)] or [quiet]
    return "\n".join(parts) + "\n"


def _line(line: Line, colours: bool) -> Iterator[str]:
    who = NAMES.get(line.who, "bot")
    start = f"  {who:>7}  {line.where}: "
    rows = line.words.splitlines()
    shown = rows[:SHOWN] if line.bot else rows
    if len(rows) > len(shown):
        shown[-1] += f" … ({len(rows) - len(shown)} more)"
    text = [start + shown[0], *(f"{'':11}{row}" for row in shown[1:])] if shown else []
    for row in text:
        for part in textwrap.wrap(row, width(), subsequent_indent=" " * 13) or [""]:
            yield part.replace(f"{who:>7}", painted(f"{who:>7}", _colour(line), colours), 1)


def _colour(line: Line) -> str:
    return BLUE if line.bot else GREEN


def width() -> int:
    """How wide the terminal is, at most so wide as one reads."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def has_colours(environ: Iterable[str]) -> bool:
    """Is this a terminal, whose person did not ask for no colours?"""
    return sys.stdout.isatty() and "NO_COLOR" not in environ
