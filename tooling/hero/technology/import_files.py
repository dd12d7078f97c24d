"""The files of an import: the source, the place of the ideas, ideas written inside a folder."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from hero.registry.document import Document
from hero.registry.failure import Failed
from hero.registry.importing.account import Outcome
from hero.registry.importing.ideas import Made
from hero.registry.registry import IDEA_BYTES, IDEAS

#: The most bytes of a source file, and of a mapping.
SOURCE_BYTES, MAPPING_BYTES = 200_000_000, 1_000_000

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class FileRefused(Exception):
    """A file that must not be written; the words say why."""


def read_whole(path: Path, limit: int) -> bytes:
    """The bytes of a file that the user named. Raises Failed."""
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise Failed(f"{path} cannot be read: {error.strerror or error}") from error
    if len(raw) > limit:
        raise Failed(f"{path} has more than {limit:,} bytes", "import it in several parts")
    return raw


@dataclass(frozen=True, slots=True)
class Home:
    """Where ideas are imported to: the folder, the registry's root around it, and its depth.

    The root is None outside a registry; the folder then stands for `ideas`. `under` is the folder
    below the root, with `/`; `depth` is how far it is below `ideas`.
    """

    out: Path
    root: Path | None = None
    under: str = IDEAS
    depth: int = 0

    @classmethod
    def of(cls, out: Path) -> "Home":
        """The home of a folder, which need not exist."""
        whole = out.resolve()
        for folder in (whole, *whole.parents):
            if folder.name == IDEAS:
                under = whole.relative_to(folder.parent)
                return cls(whole, folder.parent, under.as_posix(), len(under.parts) - 1)
        return cls(whole)


def settle(home: Home, made: Made, replace: bool) -> Outcome:
    """Write one idea unless it is there already; another one there is only replaced on request."""
    if made.refused is not None:
        return Outcome(made.row, made.key, "refused", "", made.refused, made.notes)
    *folders, name = made.path.split("/")
    try:
        with _folder(home.out, folders) as at:
            there = _read(at, name)
            if there is not None and _same(there, made.text):
                return Outcome(made.row, made.key, "unchanged", made.path, "", made.notes)
            if there is not None and not replace:
                raise FileRefused("it is there with other content; `--replace` overwrites it")
            _write(at, name, made.text.encode())
    except (FileRefused, OSError) as error:
        words = str(error) if isinstance(error, FileRefused) else error.strerror or str(error)
        why = f"{made.path}: {words}"
        return Outcome(made.row, made.key, "refused", made.path, why, made.notes)
    return Outcome(made.row, made.key, "written", made.path, "", made.notes)


@contextmanager
def _folder(out: Path, names: list[str]) -> Iterator[int]:
    """A handle of a folder below `out`, made where it is missing; no link is followed below."""
    out.mkdir(parents=True, exist_ok=True)
    handle = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for name in names:
            with suppress(FileExistsError):
                os.mkdir(name, dir_fd=handle)
            try:
                inner = os.open(name, _FOLDER, dir_fd=handle)
            except OSError as error:
                raise FileRefused(f"`{name}` is no folder, and links are not followed") from error
            os.close(handle)
            handle = inner
        yield handle
    finally:
        os.close(handle)


def _read(at: int, name: str) -> bytes | None:
    """What stands under this name, or None. Raises FileRefused where it is no plain file."""
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=at)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileRefused(f"a link or something unreadable is there ({error.strerror})") from error
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileRefused("something is there that is no plain file")
        return file.read(IDEA_BYTES + 1)


def _same(raw: bytes, text: str) -> bool:
    """Does the file say the same, whatever its comments, quotes and line ends?"""
    if raw == text.encode():
        return True
    there = Document.read("", raw)
    return not there.problems and there.data == Document.read("", text.encode()).data


def _write(at: int, name: str, raw: bytes) -> None:
    """Whole or not at all: the name is given to the finished file."""
    passing = f".{name}.{os.getpid()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    handle = os.open(passing, flags, 0o666, dir_fd=at)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        os.replace(passing, name, src_dir_fd=at, dst_dir_fd=at)
    except OSError:
        os.unlink(passing, dir_fd=at)
        raise
