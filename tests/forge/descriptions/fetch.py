"""Fetch GitHub's own descriptions with npm, once, and hold them to what is locked.

The package of the REST description is 29 MB to fetch and 385 MB unpacked; only one file of it,
13 MB, is kept. The webhooks are described in the same file.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LOCKED = Path(__file__).parent / "locked.txt"
KEPT = Path(__file__).parents[3] / ".hero" / "descriptions"
MISSING = (
    "GitHub's descriptions are fetched with npm, which is not here: install Node.js with npm "
    "(on Debian and Ubuntu the packages nodejs and npm)."
)


class NotFetched(Exception):
    """A description is not there and could not be fetched, or is another one than is locked."""


@dataclass(frozen=True)
class Locked:
    """A file of a package, and its sha256."""

    package: str
    member: str
    digest: str

    @property
    def name(self) -> str:
        """Return the file's own name."""
        return self.member.rsplit("/", 1)[-1]


def locked(path: Path = LOCKED) -> list[Locked]:
    """Return what is locked."""
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return [Locked(*line.split()) for line in lines]


def described(name: str, kept: Path = KEPT) -> Path:
    """Return the file of this name, fetched if need be. Raises NotFetched."""
    one = next(each for each in locked() if each.name == name)
    path = kept / one.digest[:16] / name
    if not path.exists():
        with _alone(kept):
            if not path.exists():
                _fetch(one, path)
    return path


@contextmanager
def _alone(kept: Path) -> Iterator[None]:
    """Let one process fetch while others wait."""
    kept.mkdir(parents=True, exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fetch(one: Locked, path: Path) -> None:
    if shutil.which("npm") is None:
        raise NotFetched(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        words = ["npm", "pack", one.package, "--silent", "--pack-destination", folder]
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=folder)
        packed = list(Path(folder).glob("*.tgz"))
        if done.returncode or not packed:
            raise NotFetched(f"npm could not fetch {one.package}: {done.stderr.strip()[-300:]}")
        with tarfile.open(packed[0]) as archive:
            member = archive.extractfile(one.member)
            data = member.read() if member else b""
    keep(one, data, path)


def keep(one: Locked, data: bytes, path: Path) -> None:
    """Keep what was fetched, if it is what is locked. Raises NotFetched."""
    found = hashlib.sha256(data).hexdigest()
    if found != one.digest:
        words = f"{one.package} has another {one.name} than is locked: sha256 {found}"
        raise NotFetched(words)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)


def main() -> int:
    """Fetch all, and say what is missing."""
    try:
        for each in locked():
            described(each.name)
    except NotFetched as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
