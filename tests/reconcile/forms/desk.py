"""A square on which people come by the form: what GitHub makes of their answers."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hero.reconcile.apply import Outcome
from hero.reconcile.seen import Account, PullSeen
from tests.reconcile.town import BOT, account
from tests.reconcile.tracking.square import Square

PROBLEM = "Two teams wait for one rig, and the booking sheet has been lost twice since May."
PROPOSAL = "Put a calendar beside the rig, and let each team book it by the hour."
BENEFIT = "Both teams wait less; we would see it in hours waited a week."
ANSWERS = {
    "Theme": "Reliability",
    "Problem": PROBLEM,
    "Proposal": PROPOSAL,
    "Benefit": BENEFIT,
    "First step": "_No response_",
    "Challenge": "_No response_",
    "Tags": "_No response_",
    "Also by": "_No response_",
}
_TRAILER = re.compile(r"^Co-authored-by: .* <(\d+)\+([\w-]+)@", re.MULTILINE)


def filled(changes: Mapping[str, str | None] | None = None) -> str:
    """The text of an issue as GitHub writes it; None leaves a section out."""
    given = ANSWERS | dict(changes or {})
    parts = [f"### {label}\n\n{text}" for label, text in given.items() if text is not None]
    return "\n\n".join(parts)


class Desk(Square):
    """Its forge tells co-authors by the trailers of our commits, as GitHub does."""

    def run(self, limit: int = 1000) -> list[Outcome]:
        """Reconcile; commits of ours name their co-authors from then on."""
        done = super().run(limit)
        self.credit()
        for number, pull in self.forge.pulls_seen.items():
            if pull.state == "merged":
                # What is on the default branch is its own affair from then on.
                self.set(number, files=())
        return done

    def credit(self) -> None:
        """Let pulls from our branches have the authors that their commits name."""
        for number, pull in self.forge.pulls_seen.items():
            tip = self.forge.tips.get(pull.branch)
            found = _TRAILER.search(tip.message) if tip else None
            if found and pull.state == "open":
                who = Account(found[2], int(found[1]))
                self.set(number, authors=(BOT, who))

    def edit(self, changes: Mapping[str, str | None], number: int = 1, **fields: object) -> None:
        """Let the author edit the issue."""
        self.change(number, body=filled(changes), edited=self.clock, **fields)

    def ours(self, number: int = 1) -> PullSeen:
        """The open pull of an issue."""
        branch = f"hero/form/{number}"
        (pull,) = [
            each
            for each in self.forge.pulls_seen.values()
            if each.branch == branch and each.state == "open"
        ]
        return pull

    def added(self, number: int = 1) -> tuple[str, str]:
        """The path and the text of the file that the pull of an issue adds."""
        (file,) = self.ours(number).files
        return file.path, self.forge.blobs[file.blob or ""].decode()

    def push(self, number: int, files: Mapping[str, str | None], **more: object) -> None:
        """Push to a pull, as a person does."""
        super().push(number, files, **more)
        pull = self.forge.pulls_seen[number]
        if pull.branch in self.forge.tips:
            tip = self.forge.tips[pull.branch]
            self.forge.tips[pull.branch] = replace(tip, tip=pull.head, message="Mend a slip")


__all__ = ["ANSWERS", "BENEFIT", "PROBLEM", "PROPOSAL", "Desk", "account", "filled"]
