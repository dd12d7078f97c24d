"""What differs between two commits, and what comes of merging them, as git works it out."""

import functools
from dataclasses import dataclass
from pathlib import Path

from tests.forge.store import EMPTY_TREE, GitFailed, Store

WORDS = {
    "A": "added",
    "M": "modified",
    "D": "removed",
    "R": "renamed",
    "C": "copied",
    "T": "changed",
}
# Above this GitHub leaves the patch of a file out.
LONGEST_PATCH = 20_000


@dataclass(frozen=True)
class Changed:
    """A changed file: its path, what happened, its blob and mode after, and where it came from."""

    path: str
    status: str
    sha: str
    mode: str
    before: str | None
    additions: int
    deletions: int
    patch: str | None


@dataclass(frozen=True)
class Merged:
    """What a merge gives: the tree; None where files are in conflict."""

    tree: str | None


@functools.lru_cache(maxsize=20_000)
def _changes(path: str, old: str, new: str) -> tuple[Changed, ...]:
    store = Store(Path(path))
    words = ("diff-tree", "-r", "-M", "-z", "--no-commit-id")
    raw = store.run(*words, "--raw", "--abbrev=40", old, new).decode(errors="surrogateescape")
    records = _raw(raw.split("\0"))
    counts, patches = _counts(store, old, new), _patches(store, old, new)
    return tuple(
        _changed(record, counts.get(record[4], (0, 0)), patch)
        for record, patch in zip(records, patches, strict=True)
    )


def _raw(fields: list[str]) -> list[tuple[str, str, str, str | None, str]]:
    """Return mode, sha, letter, path before and path of each record."""
    found = []
    todo = iter(fields)
    for meta in todo:
        if not meta:
            continue
        _, mode, old, sha, letter = meta.lstrip(":").split(" ")
        first = next(todo)
        moved = letter[0] in "RC"
        path = next(todo) if moved else first
        gone = letter == "D"
        kept = old if gone else sha
        found.append((mode, kept, letter[0], first if moved else None, path))
    return found


def _counts(store: Store, old: str, new: str) -> dict[str, tuple[int, int]]:
    words = ("diff-tree", "-r", "-M", "-z", "--no-commit-id", "--numstat", old, new)
    fields = iter(store.run(*words).decode(errors="surrogateescape").split("\0"))
    found = {}
    for line in fields:
        if not line:
            continue
        added, deleted, path = line.split("\t", 2)
        if not path:
            next(fields)
            path = next(fields)
        found[path] = (_number(added), _number(deleted))
    return found


def _number(text: str) -> int:
    return 0 if text == "-" else int(text)


def _changed(
    record: tuple[str, str, str, str | None, str], counts: tuple[int, int], patch: str | None
) -> Changed:
    mode, sha, letter, before, path = record
    return Changed(path, WORDS.get(letter, "changed"), sha, mode, before, *counts, patch)


def _patches(store: Store, old: str, new: str) -> list[str | None]:
    """Return the patch of each file, in git's order; None where there is nothing to show."""
    words = ("diff-tree", "-r", "-M", "-p", "--no-commit-id", old, new)
    text = "\n" + store.run(*words).decode(errors="replace")
    return [_shown(part) for part in text.split("\ndiff --git ")[1:]]


def _shown(part: str) -> str | None:
    start = part.find("\n@@ ")
    body = part[start + 1 :].rstrip("\n") if start >= 0 else None
    return None if body is None or len(body) > LONGEST_PATCH else body


def changes(store: Store, old: str | None, new: str) -> tuple[Changed, ...]:
    """Return what a commit changes against another, or against nothing."""
    return _changes(str(store.path), old or EMPTY_TREE, new)


def between(store: Store, base: str, head: str) -> list[str]:
    """Return the commits of `head` that `base` lacks, oldest first, as a pull lists them."""
    words = ("rev-list", "--reverse", "--topo-order", head, f"^{base}")
    return store.text(*words).split()


@functools.lru_cache(maxsize=20_000)
def _merged(path: str, base: str, head: str) -> Merged:
    store = Store(Path(path))
    words = ("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z")
    try:
        return Merged(store.run(*words, base, head).decode().split("\0")[0])
    except GitFailed:
        return Merged(None)


def merged(store: Store, base: str, head: str) -> Merged:
    """Merge two commits without touching a ref."""
    return _merged(str(store.path), base, head)
