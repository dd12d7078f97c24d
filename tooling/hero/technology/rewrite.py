"""Writing a file of a registry anew: whole or not at all, and only where nobody else has."""

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hero.registry.failure import Failed

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def rewrite(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Give a file other bytes: they are written beside it, and then take its name.

    It keeps its mode. Raises Failed where a link is on the way, where it is no plain file or may
    not be written, and where it no longer holds what it held `before`.
    """
    rewrite_all(root, [(path, before, after)])


def rewrite_all(root: Path, files: Iterable[tuple[str, bytes, bytes]]) -> None:
    """Give files (path, before, after) other bytes, one after the other in this order.

    All are written beside their targets before the first one takes its name, so whatever stands in
    the way of one is met before any has changed. Raises Failed as `rewrite` does.
    """
    ready: list[tuple[str, Path]] = []
    try:
        for path, before, after in files:
            ready.append((path, _prepared(root, path, before, after)))
        for path, passing in ready:
            _named(root / path, passing, path)
    finally:
        for _, passing in ready:
            passing.unlink(missing_ok=True)


def _prepared(root: Path, path: str, before: bytes, after: bytes) -> Path:
    """A file beside the target that holds the new bytes."""
    target = root / path
    if any(folder.is_symlink() for folder in _folders(root, path)):
        raise Failed(f"{path} stands behind a link, and links are not followed")
    try:
        return _written(target, after, _mode_of(target, path, before))
    except OSError as error:
        raise Failed(f"{path} cannot be written: {error.strerror or error}") from error


def _named(target: Path, passing: Path, path: str) -> None:
    """Let the new file take the name of the old one."""
    try:
        passing.replace(target)
    except OSError as error:
        raise Failed(f"{path} cannot be written: {error.strerror or error}") from error
    _forget_others(target)


def _folders(root: Path, path: str) -> list[Path]:
    """The folders between the root and the file, which itself is looked at when it is opened."""
    parts = path.split("/")[:-1]
    return [root.joinpath(*parts[: number + 1]) for number in range(len(parts))]


def _mode_of(target: Path, path: str, before: bytes) -> int:
    """The file's permissions; it must be a plain file that holds what is expected."""
    if target.is_symlink():
        raise Failed(f"{path} is a link, and links are not followed")
    with os.fdopen(os.open(target, _READ), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise Failed(f"{path} is no plain file")
        if not status.st_mode & _WRITABLE:
            raise Failed(f"{path} is read-only", f"`chmod u+w {path}` lets it be written")
        if file.read(len(before) + 1) != before:
            raise Failed(f"{path} changed while it was being checked", "run the command again")
    return stat.S_IMODE(status.st_mode)


def _written(target: Path, raw: bytes, mode: int) -> Path:
    """A file beside the target that holds these bytes, safe on the disk."""
    passing = target.with_name(f".{target.name}.{os.getpid()}")
    # Nobody else has this number, so a file of this name was left by somebody who was stopped.
    passing.unlink(missing_ok=True)
    handle = os.open(passing, _NEW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            passing.unlink()
        raise
    return passing


def _forget_others(target: Path) -> None:
    """Take away what others began to write here and left: it was made of bytes that are no more."""
    begun = re.compile(re.escape(f".{target.name}.") + r"\d+")
    with suppress(OSError):
        for each in target.parent.iterdir():
            if begun.fullmatch(each.name):
                each.unlink()
