"""The commit that figures were computed at, and whether the files still say what it says."""

from pathlib import Path
from typing import NamedTuple

from hero.registry.failure import Failed
from hero.technology.git import commit_named, commit_of, opened, run


class Commit(NamedTuple):
    """The full name of a commit (None: there is none), and whether the registry is as it says."""

    name: str | None
    clean: bool

    @property
    def words(self) -> str:
        """The same for people."""
        if self.name is None:
            return "not in git"
        short = f"at commit {self.name[:12]}"
        return short if self.clean else f"{short} with changes that are not committed"


def commit_at(root: Path, revision: str | None = None) -> Commit:
    """The commit that is checked out in a folder, looking at its ideas and playbooks alone.

    Of a revision, its commit; Failed where there is none.
    """
    if revision is not None:
        return Commit(commit_named(opened(root), revision), True)
    name = commit_of(root)
    if name is None:
        return Commit(None, False)
    try:
        words = ("-C", str(root.resolve()), "status", "--porcelain", "--untracked-files=all")
        changed = run(opened(root), *words, "--", "ideas", "playbooks")
    except Failed:
        return Commit(name, False)
    return Commit(name, not changed.strip())
