"""Spending rewritings on a folder: all that is changed is ready before anything takes effect."""

import posixpath
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hero.registry.failure import Failed
from hero.registry.rewriting import Rewriting
from hero.technology.rewrite import rewrite_all


def spend(root: Path, rewritings: Iterable[Rewriting]) -> None:
    """Write, change and remove files below a folder. Raises Failed.

    What exists must still hold what it held before. Changed files take effect first, then new
    ones, then removals, so a run that was stopped can be made again.
    """
    every = list(rewritings)
    for each in every:
        _hold(root, each)
    rewrite_all(
        root,
        [
            (each.path, each.before, each.after)
            for each in every
            if each.before is not None and each.after is not None
        ],
    )
    for each in every:
        if each.before is None and each.after is not None:
            target = root / each.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(each.after)
    for each in every:
        if each.after is None:
            (root / each.path).unlink(missing_ok=True)
            _prune(root, posixpath.dirname(each.path))


def uncommitted(root: Path, *under: str) -> list[str]:
    """The paths below these folders that git has not got as they stand; none outside of git."""
    from hero.technology.git import opened, run

    try:
        repository = opened(root)
    except Failed:
        return []
    asked = ("-C", str(root.resolve()), "status", "--porcelain", "-z", "--", *under)
    told = run(repository, *asked).decode(errors="replace")
    return [entry[3:] for entry in told.split("\0") if len(entry) > 3]


def files_below(root: Path, *folders: str) -> dict[str, bytes]:
    """The plain files below these folders of a root, by path; links are left out."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def _hold(root: Path, each: Rewriting) -> None:
    """Raise Failed where a file that is to be written or removed is another than was seen."""
    target = root / each.path
    if target.is_symlink() or any(folder.is_symlink() for folder in _above(root, target)):
        raise Failed(f"{each.path} stands behind a link, and links are not followed")
    if each.before is None and target.exists():
        raise Failed(f"{each.path} is there already", "run the command again")
    if each.after is None and target.exists() and target.read_bytes() != each.before:
        raise Failed(f"{each.path} changed meanwhile", "run the command again")


def _prune(root: Path, folder: str) -> None:
    """Take folders away that nothing is left in."""
    while folder:
        with suppress(OSError):
            (root / folder).rmdir()
        if (root / folder).exists():
            return
        folder = posixpath.dirname(folder)


def _above(root: Path, target: Path) -> list[Path]:
    """The folders between the root and a file."""
    return [folder for folder in target.parents if folder != root and root in folder.parents]


def tracked(root: Path, *under: str) -> list[str]:
    """The files below these folders that git has, as paths below the root. Raises Failed."""
    from hero.technology.git import opened, run

    told = run(opened(root), "-C", str(root.resolve()), "ls-files", "-z", "--", *under).decode()
    return [path for path in told.split("\0") if path and (root / path).is_file()]
