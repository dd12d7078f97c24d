"""Actions on pulls of our own: a branch below `hero/` with one commit, and the pull from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from hero.reconcile.forge import Forge, ForgeRefused

Files = Mapping[str, bytes | None]


@dataclass(frozen=True)
class Put:
    """Point a branch of ours at one commit with these files; `onto` is the commit it follows.

    `pull` is the pull from that branch, where there is one.
    """

    branch: str
    onto: str
    files: Files
    message: str
    pull: int | None = None

    @property
    def words(self) -> str:
        """What it does."""
        where = f"#{self.pull}: " if self.pull else ""
        return f"{where}put {', '.join(sorted(self.files))} on {self.branch}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.put(self.branch, self.onto, self.files, self.message)


@dataclass(frozen=True)
class Propose:
    """Put files on a branch of ours, and open the pull from it.

    Where the repository forbids a job to open pulls, `instead` is said on `thread` (an issue or a
    pull): it links the page on which a person opens it with one click. It holds `marker`.
    """

    put: Put
    title: str
    body: str
    thread: int | None = None
    instead: str = ""
    marker: str = ""

    @property
    def words(self) -> str:
        """What it does."""
        return f"{self.put.words}, and open a pull: {self.title}"

    def perform(self, forge: Forge) -> None:
        """Do it, or ask people to."""
        self.put.perform(forge)
        try:
            forge.open_pull(self.put.branch, self.title, self.body)
        except ForgeRefused as refused:
            if refused.kind != "permission" or self.thread is None:
                raise
            forge.comment(self.thread, self.instead, self.marker)


@dataclass(frozen=True)
class Reword:
    """Give a pull of ours another title and text."""

    pull: int
    title: str
    body: str

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: edit its title and text"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.edit_pull(self.pull, self.title, self.body)


@dataclass(frozen=True)
class Retire:
    """Close a pull of ours that nothing is left of, and remove its branch."""

    branch: str
    pull: int | None = None

    @property
    def words(self) -> str:
        """What it does."""
        return f"close #{self.pull}, remove {self.branch}" if self.pull else f"remove {self.branch}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        if self.pull is not None:
            forge.close_pull(self.pull)
        forge.drop(self.branch)
