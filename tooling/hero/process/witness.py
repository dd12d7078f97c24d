"""What git has seen, as values: who changed which idea, when, and what its file said then.

A history is the first-parent line of a branch, oldest commit first: one step for each commit that
the branch has pointed at. What came in by a merge is one step, and those who wrote it on the side
branch are its writers.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

#: The name that stands for a file that is there and is no plain file: a link, a submodule.
NO_PLAIN_FILE = "-"

#: GitHub's private addresses: `12345+login@users.noreply.github.com`, or without the number.
_NOREPLY = re.compile(r"(?:\d+\+)?([A-Za-z0-9][A-Za-z0-9_-]*)@users\.noreply\.github\.com")


class Author(NamedTuple):
    """Somebody as git knows them. Both parts are a stranger's words."""

    name: str
    email: str

    @property
    def login(self) -> str | None:
        """The GitHub login, where the address is one of GitHub's private ones."""
        found = _NOREPLY.fullmatch(self.email)
        return found[1] if found else None

    @property
    def known_as(self) -> str:
        """The login where it is known, else the name, else the address."""
        return self.login or self.name or self.email


class Touch(NamedTuple):
    """One file of an idea in one step: the names of its contents before and after.

    None where there was, or is, no such file. `writers` wrote it.
    """

    slug: str
    path: str
    before: str | None
    after: str | None
    writers: tuple[Author, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of the line. `written` and `arrived` are seconds since 1970: when its author
    made it, for a merge when the first of its side commits was made, and when it was committed.
    `policies` has the new contents of those that it changed.
    """

    commit: str
    author: Author
    written: int
    arrived: int
    touches: tuple[Touch, ...]
    policies: tuple[tuple[str, str | None], ...] = ()

    @property
    def day(self) -> dt.date:
        """The day on which it was committed, in UTC."""
        return day_of(self.arrived)


@dataclass(frozen=True, slots=True)
class Record:
    """One version of an idea's file: what the registry keeps in it, as plain data of any shape,
    and the digest of its texts: equal digests, equal texts.
    """

    kept: dict[str, Any]
    texts: bytes

    def several(self, name: str) -> list[Any]:
        """A kept list; empty where the file has none, or something else in its place."""
        value = self.kept.get(name)
        return value if isinstance(value, list) else []


def day_of(seconds: int) -> dt.date:
    """The day in UTC of so many seconds since 1970; the nearest there is for absurd ones."""
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    except (OverflowError, OSError, ValueError):
        return dt.date.max if seconds > 0 else dt.date.min
