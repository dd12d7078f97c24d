"""The law of a pull with a new idea, in other words than the plan's: who must agree, and to what.

It is written from the playbook, so that a plan can be held against it; it imports no judgement.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from hero.reconcile.seen import PullSeen, Review

#: The account numbers of the small registry's advocates.
ADVOCATES = frozenset({101, 102, 103})
#: What makes an idea of the tests unsound.
BAD = "nonsense: true\n"

Waits = Literal["proposer", "advocate", "nobody"]


@dataclass(frozen=True)
class Law:
    """What a pull is like, as far as the law asks; `proposers` are logins.

    `is_new` is False where it moves an idea: that never happens by waiting.
    """

    pull: PullSeen
    sound: bool
    proposers: frozenset[str]
    today: dt.date
    advocates: frozenset[int] = ADVOCATES
    is_new: bool = True

    @property
    def last(self) -> list[Review]:
        """Each person's last yes or no; remarks and machines do not speak."""
        said: dict[object, Review] = {}
        for review in sorted(self.pull.reviews, key=lambda each: each.on):
            if review.verdict != "commented" and not review.by.bot:
                said[review.by.id or review.by.login] = review
        return list(said.values())

    @property
    def objections(self) -> list[str]:
        """Who of the advocates wants changes, as their last word."""
        no = (each for each in self.last if each.verdict == "changes_requested")
        return [each.by.login for each in no if each.by.id in self.advocates]

    @property
    def approvals(self) -> list[str]:
        """The advocates who approve of the head, and have no part in it."""
        part = {self.pull.author.login, *self.proposers, *(a.login for a in self.pull.authors)}
        own = {login.lower() for login in part}
        yes = (each for each in self.last if each.verdict == "approved")
        here = (
            each for each in yes if each.commit == self.pull.head and each.by.id in self.advocates
        )
        return [each.by.login for each in here if each.by.login.lower() not in own]

    @property
    def is_due(self) -> bool:
        """Have five working days gone by, for what its proposers alone wrote?"""
        authors = {each.login for each in (*self.pull.authors, self.pull.author) if not each.bot}
        opened, days = self.pull.opened.date(), 0
        for passed in range(1, (self.today - opened).days):
            days += (opened + dt.timedelta(passed)).weekday() < 5
        return self.is_new and days >= 5 and authors <= self.proposers

    @property
    def waits_on(self) -> Waits:
        """Whose turn it is; nobody's where it may be merged."""
        pull = self.pull
        if not self.sound or pull.draft or pull.mergeable is False or self.objections:
            return "proposer"
        return "nobody" if self.approvals or self.is_due else "advocate"

    @property
    def conclusion(self) -> str:
        """How the check ends."""
        if not self.sound:
            return "failure"
        return "success" if self.waits_on == "nobody" else "action_required"

    @property
    def labels(self) -> frozenset[str]:
        """The labels of ours that are right."""
        waits = () if self.waits_on == "nobody" else (f"waits on: {self.waits_on}",)
        return frozenset({"stage: proposed" if self.is_new else "stage: exploring", *waits})
