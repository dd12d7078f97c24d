"""What commands do on the forge beside pulls of our own: answers, and the end of a pull."""

from dataclasses import dataclass

from hero.reconcile.forge import Forge


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer somebody's commands, once; or give the answer another text.

    `pull` is the pull that the answer is about: it is not merged where this is refused, so nothing
    is ever done that was not answered.
    """

    thread: int
    body: str
    marker: str
    about: str
    pull: int | None = None
    comment: int | None = None

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.thread}: {'correct the answer' if self.comment else 'answer'} {self.about}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        if self.comment is None:
            forge.comment(self.thread, self.body, self.marker)
        else:
            forge.edit_comment(self.comment, self.body)


@dataclass(frozen=True, slots=True)
class ClosePull:
    """Close a pull that is not ours, with what it asked for recorded, or taken back."""

    pull: int

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: close it"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.close_pull(self.pull)


@dataclass(frozen=True, slots=True)
class Unask:
    """Take the request for somebody's review back, since they passed."""

    pull: int
    logins: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it does."""
        return f"#{self.pull}: no longer ask {', '.join(self.logins)} for a review"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.unrequest(self.pull, self.logins)
