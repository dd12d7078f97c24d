"""A fix: the slices of a file's text to change so that a diagnostic goes away."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Slice:
    """Characters `start` to `end` (exclusive) of a text, to be replaced by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends one diagnostic, in one file.

    `safe`: it keeps what the writer meant beyond doubt, so it may be made without asking. Others
    are offered, to be taken or left. `about` says in a few words what it does.
    """

    path: str
    slices: tuple[Slice, ...]
    about: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fix as reviewers offer it: whole lines of a file, by number from 1, and their successors.

    `first` to `last` are replaced.
    """

    path: str
    first: int
    last: int
    replacement: str


def fix_to(path: str, before: str, after: str, about: str, safe: bool = False) -> Fix | None:
    """The fix that turns one text into another by its one differing slice; None for no change."""
    if before == after:
        return None
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    most -= start
    same = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    change = Slice(start, len(before) - same, after[start : len(after) - same])
    return Fix(path, (change,), about, safe)


def applied(text: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    """The text with these fixes, and which of them were made.

    The first of two fixes that touch the same characters wins; the other can be made next time.
    """
    made: list[Fix] = []
    taken: list[Slice] = []
    for fix in fixes:
        if not any(_touch(new, old) for new in fix.slices for old in taken):
            made.append(fix)
            taken.extend(fix.slices)
    for change in sorted(taken, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text, made


def suggestion(text: str, fix: Fix) -> Suggestion:
    """A fix of this text as whole lines."""
    start = min(each.start for each in fix.slices)
    end = max(each.end for each in fix.slices)
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop == -1 else stop
    inside = [Slice(s.start - begin, s.end - begin, s.text) for s in fix.slices]
    piece = text[begin:stop]
    for change in sorted(inside, reverse=True):
        piece = piece[: change.start] + change.text + piece[change.end :]
    first = text.count("\n", 0, begin) + 1
    return Suggestion(fix.path, first, first + text.count("\n", begin, stop), piece)


def _touch(one: Slice, two: Slice) -> bool:
    return one.start <= two.end and two.start <= one.end
