"""A bare git repository: its refs and objects, read and written by git itself."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Nobody's own settings reach in, and nothing asks for a password.
QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_COMMITTER_NAME": "GitHub",
    "GIT_COMMITTER_EMAIL": "noreply@github.com",
    "GIT_AUTHOR_NAME": "GitHub",
    "GIT_AUTHOR_EMAIL": "noreply@github.com",
}
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

# GitHub keeps the refs of pulls to itself.
SETTINGS = {
    "http.receivepack": "true",
    "receive.hideRefs": "refs/pull",
    "uploadpack.allowAnySHA1InWant": "true",
    "uploadpack.allowFilter": "true",
    "gc.auto": "0",
    "receive.autogc": "false",
    "core.quotepath": "false",
}


class GitFailed(Exception):
    """Git said no; its words."""


@dataclass
class Store:
    """A bare repository. With `frozen` its refs are those of an earlier moment."""

    path: Path
    frozen: Mapping[str, str] | None = None

    def run(
        self, *words: str, data: bytes | None = None, env: Mapping[str, str] | None = None
    ) -> bytes:
        """Run git in the repository and return what it wrote; raises GitFailed."""
        done = subprocess.run(
            ["git", "-C", str(self.path), *words],
            input=data,
            capture_output=True,
            check=False,
            env={**os.environ, **QUIET, **(env or {})},
        )
        if done.returncode:
            raise GitFailed(done.stderr.decode(errors="replace").strip() or f"git {words[0]}")
        return done.stdout

    def text(self, *words: str, data: bytes | None = None) -> str:
        """Run git and return its one line."""
        return self.run(*words, data=data).decode(errors="replace").strip()

    def refs(self, prefix: str = "refs/") -> dict[str, str]:
        """Return the refs whose names begin so, sorted by name."""
        if self.frozen is not None:
            return {name: sha for name, sha in self.frozen.items() if name.startswith(prefix)}
        lines = self.run("for-each-ref", "--format=%(objectname) %(refname)").decode()
        pairs = (line.split(" ", 1) for line in lines.splitlines())
        return {name: sha for sha, name in pairs if name.startswith(prefix)}

    def ref(self, name: str) -> str | None:
        """Return where a whole ref name points."""
        return self.refs(name).get(name)

    def resolve(self, revision: str) -> str | None:
        """Return the commit that a branch, tag or name of a commit means."""
        for prefix in ("refs/heads/", "refs/tags/", "", "refs/"):
            found = self.ref(prefix + revision) if prefix or revision.startswith("refs/") else None
            if found:
                return self.text("rev-parse", f"{found}^{{commit}}")
        try:
            words = ("rev-parse", "--verify", "--quiet", "--end-of-options")
            return self.text(*words, f"{revision}^{{commit}}")
        except GitFailed:
            return None

    def move(self, ref: str, new: str | None, old: str | None) -> bool:
        """Set, make or delete a ref if it is still at `old`; whether it was."""
        line = f"update {ref} {new}" if new else f"delete {ref}"
        expected = old or "0" * 40
        try:
            self.run("update-ref", "--stdin", data=f"{line} {expected}\n".encode())
        except GitFailed:
            return False
        return True

    def is_ancestor(self, old: str, new: str) -> bool:
        """Say whether a move from one commit to the other is a fast forward."""
        try:
            self.run("merge-base", "--is-ancestor", old, new)
        except GitFailed:
            return False
        return True

    def merge_base(self, one: str, other: str) -> str | None:
        """Return the commit where two histories part; None where they never met."""
        try:
            return self.text("merge-base", one, other).splitlines()[0]
        except GitFailed:
            return None

    def fetch(self, source: Path, sha: str, ref: str) -> None:
        """Take a commit of another repository and let a ref point at it."""
        self.run("fetch", "--quiet", "--no-tags", str(source), f"+{sha}:{ref}")


def create(path: Path, branch: str = "main") -> Store:
    """Make an empty bare repository."""
    path.mkdir(parents=True)
    store = Store(path)
    store.run("init", "--quiet", "--bare", f"--initial-branch={branch}", ".")
    for name, value in SETTINGS.items():
        store.run("config", name, value)
    return store


def fork(source: Store, path: Path) -> Store:
    """Make a bare repository with the branches of another, whose objects it shares."""
    store = create(path, source.text("symbolic-ref", "--short", "HEAD"))
    alternates = path / "objects" / "info" / "alternates"
    alternates.write_text(f"{source.path / 'objects'}\n")
    lines = "".join(f"create {ref} {sha}\n" for ref, sha in source.refs("refs/heads/").items())
    store.run("update-ref", "--stdin", data=lines.encode())
    return store
