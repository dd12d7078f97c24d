"""A registry in git: the files of any revision, without a checkout."""

import datetime as dt
import tempfile
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from git import Repo
from git.exc import GitCommandError, GitCommandNotFound, InvalidGitRepositoryError, NoSuchPathError

from hero.process.witness import day_of
from hero.registry.failure import Failed
from hero.registry.source import SourceRefused

#: Blobs above this size are not even fetched; no file of a registry may be so large.
FETCHED = 4_000_000


class Entry(NamedTuple):
    """A file as a tree lists it: mode, object name, size in bytes."""

    mode: str
    name: str
    size: int


class Revision:
    """A Source over one revision of the repository that holds `root`.

    Raises Failed where there is no repository, or no such revision.
    """

    def __init__(self, root: Path, revision: str) -> None:
        self.repository = opened(root)
        self.commit = commit_named(self.repository, revision)
        top = Path(str(self.repository.working_tree_dir or root)).resolve()
        within = root.resolve().relative_to(top).as_posix()
        self.prefix = "" if within == "." else within + "/"
        self._fetched: dict[str, bytes] = {}

    def paths(self, under: str) -> list[str]:
        """All files below, sorted. Their contents are fetched here, in one go, so that workers
        need no git."""
        start = f"{under}/"
        found = [
            path
            for path in self._entries
            if f"{path}/".startswith(start) and not any(p.startswith(".") for p in path.split("/"))
        ]
        self._fetch(found)
        return sorted(self._named(path) for path in found)

    def _named(self, path: str) -> str:
        """A link that may stand for a folder is told by a slash, as a folder on disk tells it."""
        link = self._entries[path].mode == "120000" and not path.endswith((".yml", ".yaml"))
        return f"{path}/" if link else path

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a plain file of at most `limit`; raises SourceRefused for all else."""
        entry = self._entries.get(path)
        if entry is None:
            raise SourceRefused("file-unreadable", says="there is no such file")
        if entry.mode == "120000":
            raise SourceRefused("file-link")
        if entry.mode == "160000":
            raise SourceRefused("file-unreadable", says="it is not a plain file")
        if entry.size > limit:
            raise SourceRefused("file-size", size=entry.size, limit=limit)
        if entry.name not in self._fetched:
            self._fetch([path])
        return self._fetched[entry.name]

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        listed = run(self.repository, "ls-tree", "-r", "-z", "-l", self.commit)
        entries = {}
        for line in filter(None, listed.split(b"\0")):
            about, _, raw = line.partition(b"\t")
            mode, _kind, name, size = about.decode().split()
            path = raw.decode(errors="surrogateescape")
            if path.startswith(self.prefix):
                count = int(size) if size.isdigit() else 0
                entries[path.removeprefix(self.prefix)] = Entry(mode, name, count)
        return entries

    def _fetch(self, paths: list[str]) -> None:
        entries = [self._entries[path] for path in paths]
        names = {e.name for e in entries if e.mode.startswith("100") and e.size <= FETCHED}
        names -= self._fetched.keys()
        if not names:
            return
        with tempfile.TemporaryFile() as wanted:
            wanted.write("".join(f"{name}\n" for name in sorted(names)).encode())
            wanted.seek(0)
            raw = run(self.repository, "cat-file", "--batch", stdin=wanted)
        at = 0
        while at < len(raw):
            end = raw.index(b"\n", at)
            name, _kind, size = raw[at:end].decode().split()
            self._fetched[name] = raw[end + 1 : end + 1 + int(size)]
            at = end + 1 + int(size) + 1


def commit_of(root: Path) -> str | None:
    """The full name of the commit that is checked out, or None outside of git."""
    try:
        return commit_named(opened(root), "HEAD")
    except Failed:
        return None


def configured(root: Path, key: str) -> str | None:
    """A value of git's configuration, as seen from a folder; None where it is not set."""
    try:
        raw = run(opened(root), "config", "--get", key)
    except Failed:
        return None
    return raw.decode(errors="replace").strip() or None


def opened(root: Path) -> Repo:
    """The repository that holds a folder. Raises Failed where there is none."""
    try:
        return Repo(root, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise Failed(f"{root} is not in a git repository", "run `git init` there") from error
    except GitCommandNotFound as error:
        raise Failed("git was not found", "install git") from error


def commit_named(repository: Repo, revision: str) -> str:
    """The full name of the commit that a revision names. Raises Failed where there is none."""
    wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return run(repository, *wanted).decode().strip()
    except Failed as error:
        mend = (
            "this clone is shallow: run `git fetch --unshallow`"
            if is_shallow(repository)
            else ("`git branch --all` lists branches; `git fetch` brings those of the forge")
        )
        raise Failed(f"git knows no revision {revision!r} here", mend) from error


def is_shallow(repository: Repo) -> bool:
    """Does the clone lack older history?"""
    return run(repository, "rev-parse", "--is-shallow-repository").strip() == b"true"


def run(repository: Repo, *words: str, stdin: object = None) -> bytes:
    """What a git command prints. Raises Failed with what git says where it fails."""
    try:
        output = repository.git.execute(
            ["git", *words],
            istream=stdin,  # type: ignore[call-overload]  # because: any binary file will do
            stdout_as_string=False,
            strip_newline_in_stdout=False,
        )
    except GitCommandError as error:
        raise Failed(f"git {words[0]} failed: {str(error.stderr).strip()}") from error
    return bytes(output)


def committed_at(root: Path, commit: str) -> dt.datetime | None:
    """The moment, in UTC, at which a commit was made; None for one that no clock shows."""
    stamp = run(opened(root), "show", "--no-patch", "--format=%ct", commit)
    try:
        return dt.datetime.fromtimestamp(int(stamp), dt.UTC)
    except (OverflowError, OSError, ValueError):
        return None


def day_of_commit(root: Path, revision: str) -> dt.date:
    """The day, in UTC, on which a revision was committed. Raises Failed where there is none."""
    repository = opened(root)
    commit = commit_named(repository, revision)
    stamp = run(repository, "show", "--no-patch", "--format=%ct", commit)
    return day_of(int(stamp))
