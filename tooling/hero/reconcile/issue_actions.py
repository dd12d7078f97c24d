"""Actions on issues: opened, reworded, answered, closed."""

from dataclasses import dataclass

from hero.reconcile.forge import Forge


@dataclass(frozen=True)
class OpenIssue:
    """Open an issue whose text holds `marker`, once."""

    title: str
    body: str
    marker: str
    labels: frozenset[str]

    @property
    def words(self) -> str:
        """What it does."""
        return f"open an issue: {self.title}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.open_issue(self.title, self.body, self.marker, self.labels)


@dataclass(frozen=True)
class EditIssue:
    """Give an issue of ours another title and text."""

    issue: int
    title: str
    body: str

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.issue}: edit its title and text"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.edit_issue(self.issue, self.title, self.body)


@dataclass(frozen=True)
class CloseIssue:
    """Close an issue: as completed, or as not planned."""

    issue: int
    done: bool

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.issue}: close it as {'completed' if self.done else 'not planned'}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.close_issue(self.issue, self.done)


@dataclass(frozen=True)
class Reply:
    """Say something on an issue or a pull, once: what holds `marker` is it. `about` says it short.

    `comment` is one of ours that is given this text instead of a new one.
    """

    thread: int
    body: str
    marker: str
    about: str
    comment: int | None = None

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.thread}: {'edit: ' if self.comment else ''}{self.about}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        if self.comment is None:
            forge.comment(self.thread, self.body, self.marker)
        else:
            forge.edit_comment(self.comment, self.body)


@dataclass(frozen=True)
class RelabelIssue:
    """Change our labels on an issue, and no others."""

    issue: int
    add: frozenset[str]
    remove: frozenset[str]

    @property
    def words(self) -> str:
        """What it does."""
        changes = [f"+“{name}”" for name in sorted(self.add)]
        changes += [f"-“{name}”" for name in sorted(self.remove)]
        return f"#{self.issue}: labels {', '.join(changes)}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.label(self.issue, self.add, self.remove)
