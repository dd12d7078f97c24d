"""Writing a file of a registry anew: whole or not at all, and only where nobody else has."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from hero.registry.failure import Failed

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def rewrite(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Give a file other bytes: they are written beside it, and then take its name.

    It keeps its mode. Raises Failed where a link is on the way, where it is no plain file, and
    where it no longer holds what it held `before`.
    """
    target = root / path
    if any(folder.is_symlink() for folder in _folders(root, path)):
        raise Failed(f"{path} stands behind a link, and links are not followed")
    try:
        mode = _mode_of(target, path, before)
        _write(target, after, mode)
    except OSError as error:
        raise Failed(f"{path} cannot be written: {error.strerror or error}") from error


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
        if file.read(len(before) + 1) != before:
            raise Failed(f"{path} changed while it was being checked", "run the command again")
    return stat.S_IMODE(status.st_mode)


def _write(target: Path, raw: bytes, mode: int) -> None:
    passing = target.with_name(f".{target.name}.{os.getpid()}")
    handle = os.open(passing, _NEW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        passing.replace(target)
    except BaseException:
        with suppress(OSError):
            passing.unlink()
        raise
