"""A registry in a folder."""

import os
import stat
from pathlib import Path

from hero.registry.source import SourceRefused

#: Read, without following a link and without waiting for a pipe to be filled.
_PLAINLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Folder:
    """A Source over a folder. Symbolic links are never followed: an idea is a plain file."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)

    def paths(self, under: str) -> list[str]:
        """All files below, links included (reading one is refused); hidden ones are left out.

        A folder that is a link or cannot be opened is listed with a slash at its end, so that it
        is told of and not taken for empty.
        """
        return sorted(_walk(f"{self.root}/{under}", under))

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a plain file of at most `limit`; raises SourceRefused for all else."""
        whole = f"{self.root}/{path.rstrip('/')}"
        try:
            handle = os.open(whole, _PLAINLY)
        except OSError as error:
            if os.path.islink(whole):  # noqa: PTH114 (because: Path would triple the time)
                raise SourceRefused("file-link") from error
            raise SourceRefused("file-unreadable", says=error.strerror or str(error)) from error
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise SourceRefused("file-unreadable", says="it is not a plain file")
            if status.st_size > limit:
                raise SourceRefused("file-size", size=status.st_size, limit=limit)
            return _all(handle, limit)
        except OSError as error:
            raise SourceRefused("file-unreadable", says=error.strerror or str(error)) from error
        finally:
            os.close(handle)


def _all(handle: int, limit: int) -> bytes:
    """The whole file, also where it comes in pieces, and never more than the limit."""
    raw = os.read(handle, limit)
    while len(raw) < limit and (more := os.read(handle, limit - len(raw))):
        raw += more
    return raw


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Is it a folder, or a link to one? A link to itself is neither."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _walk(folder: str, under: str) -> list[str]:
    found: list[str] = []
    if os.path.islink(folder):  # noqa: PTH114 (because: a Path for each folder costs more)
        return [f"{under}/"]
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return found
    except OSError:
        return [f"{under}/"]
    with entries:
        for entry in entries:
            path = f"{under}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                found.extend(_walk(entry.path, path))
            else:
                found.append(path)
    return found
