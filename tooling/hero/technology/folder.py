"""A registry in a folder."""

import os
import stat
from pathlib import Path

from hero.registry.source import SourceRefused


class Folder:
    """A Source over a folder. Symbolic links are never followed: an idea is a plain file."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def paths(self, under: str) -> list[str]:
        """All files below, links included (reading one is refused); hidden ones are left out."""
        return sorted(_walk(str(self.root / under), under))

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a plain file of at most `limit`; raises SourceRefused for all else."""
        try:
            handle = os.open(self.root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError as error:
            if (self.root / path).is_symlink():
                raise SourceRefused("file-link") from error
            raise SourceRefused("file-unreadable", says=error.strerror or str(error)) from error
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise SourceRefused("file-unreadable", says="it is not a plain file")
            if status.st_size > limit:
                raise SourceRefused("file-size", size=status.st_size, limit=limit)
            return file.read(limit)


def _walk(folder: str, under: str) -> list[str]:
    found: list[str] = []
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return found
    with entries:
        for entry in entries:
            path = f"{under}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                found.extend(_walk(entry.path, path))
            else:
                found.append(path)
    return found
