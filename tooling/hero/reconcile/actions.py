"""What reconcile may do on the forge: one small class for each write, which says itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from hero.reconcile.forge import CheckText, Forge, ForgeRefused
from hero.reconcile.seen import Review


class Action(Protocol):
    """A write that is planned. `words` say it; performing it makes the planned thing true."""

    @property
    def words(self) -> str:
        """What it does, in one line."""

    def perform(self, forge: Forge) -> None:
        """Do it. Raises ForgeRefused."""


@dataclass(frozen=True, slots=True)
class Say:
    """Write the comment of a pull, or give it another text."""

    pull: int
    body: str
    marker: str
    comment: int | None = None

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: {'edit' if self.comment else 'write'} the comment"

    def perform(self, forge: Forge) -> None:
        """Write or edit it."""
        if self.comment is None:
            forge.comment(self.pull, self.body, self.marker)
        else:
            forge.edit_comment(self.comment, self.body)


@dataclass(frozen=True, slots=True)
class Unsay:
    """Take away a second copy of our comment, which a race has left."""

    pull: int
    comment: int

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: remove a second copy of the comment"

    def perform(self, forge: Forge) -> None:
        """Remove it."""
        forge.delete_comment(self.comment)


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask advocates for a review."""

    pull: int
    logins: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: ask {_listed(self.logins)} for a review"

    def perform(self, forge: Forge) -> None:
        """Ask them."""
        forge.request(self.pull, self.logins)


@dataclass(frozen=True, slots=True)
class Assign:
    """Assign advocates who cannot be asked for a review."""

    pull: int
    logins: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: assign {_listed(self.logins)}, who cannot be asked for a review"

    def perform(self, forge: Forge) -> None:
        """Assign them."""
        forge.assign(self.pull, self.logins)


@dataclass(frozen=True, slots=True)
class MakeLabel:
    """Make a label that is missing. `colour` is six hexadecimal digits."""

    name: str
    colour: str
    about: str

    @property
    def words(self) -> str:
        """What it does."""
        return f"make the label “{self.name}”"

    def perform(self, forge: Forge) -> None:
        """Make it."""
        forge.make_label(self.name, self.colour, self.about)


@dataclass(frozen=True, slots=True)
class Relabel:
    """Change our labels on a pull, and no others."""

    pull: int
    add: frozenset[str]
    remove: frozenset[str]

    @property
    def words(self) -> str:
        """What it does."""
        changes = [f"+“{name}”" for name in sorted(self.add)]
        changes += [f"-“{name}”" for name in sorted(self.remove)]
        return f"#{self.pull}: labels {_listed(changes)}"

    def perform(self, forge: Forge) -> None:
        """Change them."""
        forge.label(self.pull, self.add, self.remove)


@dataclass(frozen=True, slots=True)
class WriteCheck:
    """Write the check on the head of a pull: a run, or a status where the token may not."""

    pull: int
    head: str
    name: str
    text: CheckText
    as_status: bool

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: check {self.head[:12]}: {self.text.conclusion}, {self.text.title}"

    def perform(self, forge: Forge) -> None:
        """Write it."""
        if not self.as_status:
            forge.check(self.head, self.name, self.text)
            return
        state = {"success": "success", "failure": "failure"}.get(self.text.conclusion, "pending")
        forge.status(self.head, self.name, state, self.text.title)


@dataclass(frozen=True, slots=True)
class Merge:
    """Merge a pull, if its head and the `reviews` it was judged by (None: any) are still these."""

    pull: int
    head: str
    title: str
    text: str
    reviews: tuple[Review, ...] | None = None

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: merge {self.head[:12]}: {self.title}"

    def perform(self, forge: Forge) -> None:
        """Merge it, unless it was made a draft or reviewed since it was judged."""
        (now,) = forge.pulls([self.pull])
        if now.draft or self.reviews not in (None, now.reviews):
            raise ForgeRefused("conflict", f"#{self.pull} has changed since it was looked at.")
        forge.merge(self.pull, self.head, self.title, self.text)


@dataclass(frozen=True, slots=True)
class Publish:
    """Start the workflow that publishes: what a job's token merges starts none by itself."""

    workflow: str
    branch: str

    @property
    def words(self) -> str:
        """What it does."""
        return f"start the workflow {self.workflow}"

    def perform(self, forge: Forge) -> None:
        """Start it."""
        forge.dispatch(self.workflow, self.branch, {})


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
