"""Writes for an idea that came by the form: it gets a pull, and its author hears which."""

from dataclasses import dataclass

from hero.reconcile.forge import Forge, ForgeRefused
from hero.reconcile.own_pulls import Put

#: Where the number of the pull goes: no text of ours has this character otherwise.
SLOT = "\0"


@dataclass(frozen=True)
class Submit:
    """Put an idea on a branch of ours, open the pull from it, and say so on the issue.

    `told` is said there once there is a pull, `by_hand` where we may not open one; each holds
    `marker`. `comment` is one of ours that is given that text instead of a new one.
    """

    put: Put
    title: str
    body: str
    issue: int
    told: str
    by_hand: str
    marker: str
    comment: int | None = None

    @property
    def words(self) -> str:
        """What it does."""
        return f"{self.put.words}, open a pull, and answer #{self.issue}"

    def perform(self, forge: Forge) -> None:
        """Do it. What is refused half-way is done again by the next run: each step happens once."""
        self.put.perform(forge)
        try:
            pull = forge.open_pull(self.put.branch, self.title, self.body)
            text = self.told.replace(SLOT, str(pull))
        except ForgeRefused as refused:
            if refused.kind != "permission":
                raise
            text = self.by_hand
        if self.comment is None:
            forge.comment(self.issue, text, self.marker)
        else:
            forge.edit_comment(self.comment, text)
