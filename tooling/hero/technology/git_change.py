"""Two revisions of a registry side by side: where they parted, and which files differ."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from git import Repo

from hero.registry.failure import Failed
from hero.technology.git import commit_named, is_shallow, opened, run


@dataclass(frozen=True, slots=True)
class Comparison:
    """What to compare with, and what differs.

    `base` is the commit where the two parted, or else the one that was asked for. `paths` are the
    files that differ, from the registry's root. `head_day` is the day of the head's commit, None
    for a folder. `note` says what a reader must know, and what to do about it; else it is empty.
    """

    base: str
    paths: frozenset[str]
    head_day: dt.date | None = None
    note: str = ""


def compare(root: Path, base: str, head: str | None) -> Comparison:
    """Compare a revision with another one, or with the folder where no head is given.

    What the base gained since the two parted is no change of the head's: so the commit at which
    they parted counts. Raises Failed where there is no repository, or no such revision.
    """
    repository = opened(root)
    tip, end = commit_named(repository, base), commit_named(repository, head or "HEAD")
    parted = _parted(repository, tip, end)
    start = parted or tip
    return Comparison(
        start,
        _differing(repository, root, start, end if head else None),
        _day(repository, end) if head else None,
        "" if parted else _no_common(base, head or "HEAD", is_shallow(repository)),
    )


def _parted(repository: Repo, base: str, head: str) -> str | None:
    """The commit that both go back to; None where they share no history that is here."""
    try:
        return run(repository, "merge-base", base, head).decode().split()[0]
    except Failed:
        return None


def _no_common(base: str, head: str, shallow: bool) -> str:
    mend = (
        "this clone is shallow: run `git fetch --unshallow` and check again"
        if shallow
        else f"if that is not meant, name the commit that {head} began from"
    )
    return (
        f"{base} and {head} share no history here, so they are compared as they stand: "
        f"what {base} gained in the meantime looks as if it were taken out; {mend}"
    )


def _differing(repository: Repo, root: Path, start: str, end: str | None) -> frozenset[str]:
    """The files that differ between two commits, or a commit and the folder."""
    top = Path(str(repository.working_tree_dir or root)).resolve()
    within = root.resolve().relative_to(top).as_posix()
    prefix = "" if within == "." else within + "/"
    words = ["diff", "--name-only", "--no-renames", "-z", start, *([end] if end else []), "--"]
    raw = run(repository, *words)
    if end is None:
        raw += run(repository, "ls-files", "--others", "--exclude-standard", "--full-name", "-z")
    paths = (each.decode(errors="surrogateescape") for each in raw.split(b"\0") if each)
    return frozenset(path.removeprefix(prefix) for path in paths if path.startswith(prefix))


def _day(repository: Repo, commit: str) -> dt.date:
    """The day of a commit, in UTC: when it was made, not when its author says it was written."""
    stamp = run(repository, "show", "--no-patch", "--format=%ct", commit)
    return dt.datetime.fromtimestamp(int(stamp), dt.UTC).date()
