"""Writes on tracking issues that belong together: half of one would say something wrong."""

from dataclasses import dataclass

from hero.reconcile.forge import Forge
from hero.reconcile.issue_actions import OpenIssue, Reply


@dataclass(frozen=True)
class Text:
    """Our text on an issue: the issue's own, with its title, or a comment of ours."""

    issue: int
    title: str
    body: str
    comment: int | None = None

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.issue}: keep the text up to date"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        if self.comment is None:
            forge.edit_issue(self.issue, self.title, self.body)
        else:
            forge.edit_comment(self.comment, self.body)


@dataclass(frozen=True)
class Begin:
    """Open the issue of an idea, and tell there what has been decided so far.

    `posts` are (text, marker).
    """

    open: OpenIssue
    posts: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """What it does."""
        more = f", and tell of {len(self.posts)} moves" if self.posts else ""
        return f"{self.open.words}{more}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        asked = self.open
        number = forge.open_issue(asked.title, asked.body, asked.marker, asked.labels)
        for body, marker in self.posts:
            forge.comment(number, body, marker)


@dataclass(frozen=True)
class End:
    """Tell of the last move, close the issue, and note in our text that it was us."""

    issue: int
    done: bool
    posts: tuple[Reply, ...]
    text: Text

    @property
    def words(self) -> str:
        """What it does."""
        told = "".join(f"{post.words}; " for post in self.posts)
        return f"{told}#{self.issue}: close it as {'completed' if self.done else 'not planned'}"

    def perform(self, forge: Forge) -> None:
        """Do it, in this order: what is refused half-way is done again by the next run."""
        for post in self.posts:
            post.perform(forge)
        forge.close_issue(self.issue, self.done)
        self.text.perform(forge)


@dataclass(frozen=True)
class Revive:
    """Open an issue again that we had closed, since its idea is active again, and say so."""

    issue: int
    posts: tuple[Reply, ...]
    text: Text

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.issue}: open it again{''.join(f'; {post.words}' for post in self.posts)}"

    def perform(self, forge: Forge) -> None:
        """Do it. The text last, without which the next run would not know that it was us."""
        forge.reopen_issue(self.issue)
        for post in self.posts:
            post.perform(forge)
        self.text.perform(forge)


@dataclass(frozen=True)
class Fold:
    """Say on a second issue about one idea where the first is, and close it."""

    text: Text

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.text.issue}: close it, a second issue about one idea"

    def perform(self, forge: Forge) -> None:
        """Do it. The text last: what is refused half-way is found again by its marker."""
        forge.close_issue(self.text.issue, False)
        self.text.perform(forge)
