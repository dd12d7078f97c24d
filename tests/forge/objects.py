"""Git's objects as values: commits, trees, changed files. They never change, so they are kept."""

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.forge.store import EMPTY_TREE, GitFailed, Store


@dataclass(frozen=True)
class Signature:
    """Who, and when, in a commit."""

    name: str
    email: str
    on: dt.datetime

    def env(self, role: str) -> dict[str, str]:
        """Return what git reads; `role` is AUTHOR or COMMITTER."""
        moment = f"{int(self.on.timestamp())} +0000"
        values = {"NAME": self.name, "EMAIL": self.email, "DATE": moment}
        return {f"GIT_{role}_{key}": value for key, value in values.items()}


@dataclass(frozen=True)
class Commit:
    """A commit: its tree, its parents, who made it, what it says."""

    sha: str
    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature
    message: str


@dataclass(frozen=True)
class Entry:
    """What stands in a tree: mode, kind, name of the object, bytes (None for a tree), path."""

    mode: str
    kind: str
    sha: str
    size: int | None
    path: str


@functools.lru_cache(maxsize=20_000)
def _commit(path: str, sha: str) -> Commit:
    raw = Store(Path(path)).run("cat-file", "commit", sha).decode(errors="replace")
    head, _, message = raw.partition("\n\n")
    fields = [line.split(" ", 1) for line in head.splitlines() if not line.startswith(" ")]
    one = {key: value for key, value in fields if key != "parent"}
    parents = tuple(value for key, value in fields if key == "parent")
    people = (signature(one["author"]), signature(one["committer"]))
    return Commit(sha, one["tree"], parents, *people, message.rstrip("\n"))


def commit(store: Store, sha: str) -> Commit:
    """Read a commit; raises GitFailed where there is none."""
    return _commit(str(store.path), sha)


def signature(line: str) -> Signature:
    """Read `Name <mail> seconds zone`."""
    who, _, when = line.rpartition("> ")
    name, _, email = who.partition(" <")
    return Signature(name, email, dt.datetime.fromtimestamp(int(when.split()[0]), dt.UTC))


def tree(store: Store, sha: str, recursive: bool = False) -> list[Entry]:
    """List a tree, with all that is below where `recursive`."""
    words = ["ls-tree", "-z", "-l", "-t", *(["-r"] if recursive else []), sha]
    if sha == EMPTY_TREE:
        return []
    lines = store.run(*words).decode(errors="surrogateescape").split("\0")
    return [_entry(line) for line in lines if line]


def _entry(line: str) -> Entry:
    meta, path = line.split("\t", 1)
    mode, kind, sha, size = meta.split()
    return Entry(mode, kind, sha, None if size == "-" else int(size), path)


def at(store: Store, sha: str, path: str) -> Entry | None:
    """Return what stands at a path of a commit; None where nothing does."""
    words = ("ls-tree", "-z", "-l", "--full-tree", sha, "--", path)
    lines = store.run(*words).decode(errors="surrogateescape").split("\0")
    found = [_entry(line) for line in lines if line]
    return next((each for each in found if each.path == path), None)


def kind(store: Store, sha: str) -> str | None:
    """Return blob, tree, commit or tag; None where there is no such object."""
    try:
        return store.text("cat-file", "-t", sha)
    except GitFailed:
        return None


def blob(store: Store, sha: str) -> bytes:
    """Return the bytes of a blob."""
    return store.run("cat-file", "blob", sha)


def write_blob(store: Store, data: bytes) -> str:
    """Keep bytes; the name of the blob."""
    return store.text("hash-object", "-w", "--stdin", data=data)


def write_tree(
    store: Store, start: str | None, changes: Mapping[str, tuple[str, str] | None]
) -> str:
    """Write a tree from another with `path: (mode, sha)` set and `path: None` taken out."""
    index = {"GIT_INDEX_FILE": str(store.path / f"index-{id(changes)}")}
    try:
        if start:
            store.run("read-tree", start, env=index)
        lines = [_index_line(path, change) for path, change in changes.items()]
        store.run("update-index", "-z", "--index-info", data=b"".join(lines), env=index)
        return store.run("write-tree", env=index).decode().strip()
    finally:
        (store.path / f"index-{id(changes)}").unlink(missing_ok=True)


def _index_line(path: str, change: tuple[str, str] | None) -> bytes:
    mode, sha = change or ("0", "0" * 40)
    return f"{mode} {sha}\t".encode() + path.encode(errors="surrogateescape") + b"\0"


def write_commit(
    store: Store, tree: str, parents: Iterable[str], message: str, by: tuple[Signature, Signature]
) -> str:
    """Write a commit by an author and a committer; its name."""
    words = [word for parent in parents for word in ("-p", parent)]
    env = {**by[0].env("AUTHOR"), **by[1].env("COMMITTER")}
    data = message.encode(errors="replace")
    return store.run("commit-tree", tree, *words, "-F", "-", data=data, env=env).decode().strip()
