"""What `git log --raw -z` says, commit by commit, as it comes."""

from collections.abc import Iterator
from typing import NamedTuple

from hero.process.witness import NO_PLAIN_FILE, Author

#: Seven fields, each ended by a zero byte: no name and no message can hold one.
FORMAT = "--format=%H%x00%P%x00%an%x00%ae%x00%at%x00%ct%x00%b"
FIELDS = 7

#: How a token begins that is not the name of the next commit.
_NO_NAME = (b":", b"\n", b"")

#: One pass over everything that a commit can reach. A merge is shown against its first parent.
WORDS = (
    "log",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--diff-merges=first-parent",
    "--encoding=UTF-8",
    FORMAT,
)

#: How a line of a message names somebody who wrote it too.
_BESIDE = "co-authored-by:"


class Entry(NamedTuple):
    """One file that a commit changed: names of its contents, None where there are none."""

    path: str
    before: str | None
    after: str | None


class Commit(NamedTuple):
    """One commit: its own first author and those named beside, and the files that matter."""

    name: str
    parents: tuple[str, ...]
    authors: tuple[Author, ...]
    written: int
    arrived: int
    entries: tuple[Entry, ...]


class Log:
    """Takes what git says in blocks of any size, and makes commits of it.

    Only files below `within`, a folder of the repository with a slash at its end, are told of.
    """

    def __init__(self, within: str) -> None:
        self._prefix = within.encode(errors="surrogateescape")
        self._rest = b""
        self._tokens: list[bytes] = []

    def take(self, block: bytes) -> list[Commit]:
        """The commits that are complete with this block. The empty block is the last one."""
        parts = (self._rest + block).split(b"\0")
        self._rest = parts.pop() if block else b""
        self._tokens += parts
        found: list[Commit] = []
        start = 0
        while (end := self._end(start, last=not block)) is not None:
            found.append(self._commit(start, end))
            start = end
        del self._tokens[:start]
        return found

    def _end(self, start: int, last: bool) -> int | None:
        """Where the tokens of a commit end, if they are all there: where another one begins."""
        tokens, count = self._tokens, len(self._tokens)
        at = start + FIELDS
        while at < count and tokens[at][:1] in _NO_NAME:
            at += 2 if b":" in tokens[at] else 1
        return at if at < count or (last and at == count and at > start + FIELDS - 1) else None

    def _commit(self, start: int, end: int) -> Commit:
        tokens = self._tokens
        name, parents, author, email, written, arrived, body = tokens[start : start + FIELDS]
        entries: list[Entry] = []
        at = start + FIELDS
        while at < end:
            if b":" not in tokens[at]:
                at += 1
                continue
            if tokens[at + 1].startswith(self._prefix):
                entries.append(_entry(tokens[at], tokens[at + 1][len(self._prefix) :]))
            at += 2
        authors, links = _authors(author, email, body), tuple(parents.decode().split())
        when = _seconds(written), _seconds(arrived)
        return Commit(name.decode(), links, authors, *when, tuple(entries))


def _entry(about: bytes, path: bytes) -> Entry:
    """`:100644 100644 NAME NAME M`; a name of zeros stands for no file."""
    before, after, old, new, _ = about.lstrip(b"\n").split(b" ")
    return Entry(path.decode(errors="surrogateescape"), _name(before[1:], old), _name(after, new))


def _name(mode: bytes, name: bytes) -> str | None:
    if mode == b"000000":
        return None
    return name.decode() if mode.startswith(b"100") else NO_PLAIN_FILE


def _authors(name: bytes, email: bytes, body: bytes) -> tuple[Author, ...]:
    first = Author(name.decode(errors="replace"), email.decode(errors="replace"))
    if b"-authored-by:" not in body.lower():
        return (first,)
    return tuple(dict.fromkeys([first, *_beside(body.decode(errors="replace"))]))


def _beside(body: str) -> Iterator[Author]:
    """Who is named beside the author. By hand: a pattern with blanks on both sides of a name
    would take its time over a line of blanks."""
    for line in body.split("\n"):
        if line[: len(_BESIDE)].lower() == _BESIDE:
            name, _, rest = line[len(_BESIDE) :].partition("<")
            email, closed, after = rest.partition(">")
            if closed and not after.strip():
                yield Author(name.strip(), email.strip())


def _seconds(raw: bytes) -> int:
    try:
        return int(raw)
    except ValueError:
        return 0
