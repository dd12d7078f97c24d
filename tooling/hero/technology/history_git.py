"""Git as a witness: its processes, started so that no setting of the machine changes the answer."""

import fcntl
import os
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from hero.registry.failure import Failed

#: Settings that would change what is said: other objects in place of the real ones, another
#: repository than the one that holds the folder.
_LEFT_OUT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
_SET = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SETTINGS = ("-c", "log.showRoot=true", "-c", "log.showSignature=false")


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder in a repository: `prefix` leads from its top to the folder, and ends in a slash.

    `head` is the commit that is checked out. `shallow`: git has only the newest commits.
    `tracks_cache`: the commit has a `.hero` of its own, which is no cache of ours.
    """

    root: Path
    prefix: str
    head: str
    shallow: bool
    tracks_cache: bool

    def start(self, *words: str) -> "Running":
        """Start git in the folder."""
        return Running(self.root, *words)


class Running:
    """A git process: `input` is to be written and closed, `output` to be read to its end."""

    def __init__(self, root: Path, *words: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        self.verb = words[0]
        #: What it wrote about what went wrong, once it has ended.
        self.complaint = ""
        self._error = tempfile.TemporaryFile()  # noqa: SIM115 (because: it is read at the end)
        try:
            self._process = subprocess.Popen(
                ["git", *_SETTINGS, *words],
                cwd=root,
                env=kept | _SET,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._error,
                bufsize=1 << 16,
            )
        except OSError as error:
            self._error.close()
            if not root.is_dir():
                raise
            raise Failed("git was not found", "install git") from error
        self.input = cast(BinaryIO, self._process.stdin)
        self.output = cast(BinaryIO, self._process.stdout)

    def widen(self, size: int) -> None:
        """Let its output run so many bytes ahead, where the system has such pipes."""
        if hasattr(fcntl, "F_SETPIPE_SZ"):
            with suppress(OSError):
                fcntl.fcntl(self.output, fcntl.F_SETPIPE_SZ, size)

    def said(self) -> bytes:
        """All that it says, without being asked more. Raises Failed where it fails."""
        self.input.close()
        out = self.output.read()
        self.close()
        return out

    def close(self) -> None:
        """Wait for its end. Raises Failed where it did not end well."""
        if code := self.stop():
            said = self.complaint or f"exit code {code}"
            raise Failed(f"git {self.verb} failed: {said}")

    def kill(self) -> None:
        """End it at once: nobody wants to know the rest."""
        self._process.kill()
        self.stop()

    def stop(self) -> int:
        """Wait for its end, and return its exit code."""
        with suppress(OSError):
            self.input.close()
        self.output.close()
        code = self._process.wait()
        with self._error as error:
            error.seek(0)
            self.complaint = error.read().decode(errors="replace").strip()
        return code


def repository(root: Path) -> Repository:
    """The repository that holds a folder. Raises Failed where there is none, or no commit yet."""
    asked = ("--show-prefix", "--is-shallow-repository", "HEAD^{commit}", "HEAD:./.hero")
    process = Running(root, "rev-parse", *asked)
    process.input.close()
    out = process.output.read()
    tracked = process.stop() == 0
    # A folder's name may hold line ends, so the answers are counted from the end.
    lines = out.decode(errors="surrogateescape").split("\n")[:-1]
    # Git repeats a question that it has no answer to.
    lines = lines[:-1] if tracked or lines[-1:] == [asked[-1]] else lines
    head = lines[-1] if lines else ""
    if len(lines) < 3 or len(head) not in (40, 64):
        raise _no_witness(root, process.complaint)
    return Repository(root, "\n".join(lines[:-2]), head, lines[-2] == "true", tracked)


def _no_witness(root: Path, error: str) -> Failed:
    """Why there is nobody to ask."""
    if "not a git repository" in error:
        return Failed(
            f"{root} is not in a git repository, so nobody has witnessed what its files say",
            "run `git init` and commit; or go to a clone of the registry",
        )
    if "dubious ownership" in error:
        return Failed(f"git does not trust {root}: {error.strip()}")
    if "HEAD" in error:
        return Failed(
            "this repository has no commit yet, so there is nothing to hold the files against",
            "commit the registry",
        )
    return Failed(f"git rev-parse failed: {error.strip()}")
