"""The condition that enough advocates approve."""

from typing import Literal

from hero.registry.conditions.case import Approval, Asked, Case, Finding
from hero.registry.phrases import both, counted
from hero.registry.words import Field


class Approvals(Asked):
    """Enough advocates approve, each counted once.

    Approvals count on the last commit alone, from those who are on the roster on that day, learn
    no longer, and neither propose the idea nor wrote the change.
    """

    needs: Literal["approvals"]
    count: int = Field(1, gt=0, le=9, description="How many.")

    @property
    def words(self) -> str:
        """What is asked."""
        noun = "advocate approves" if self.count == 1 else "advocates approve"
        return counted(self.count, noun, noun)

    def judge(self, case: Case) -> Finding:
        """Count them; unknown where nobody has asked the forge."""
        if case.facts.approvals is None:
            return self.unknown(f"{self.words} in the pull, on its last commit")
        counting: dict[int, str] = {}
        refused = []
        for approval in case.facts.approvals:
            advocate = case.advocate(approval.login, approval.id)
            why = _refused(case, approval)
            if advocate and not why:
                counting.setdefault(advocate.id, approval.login)
            else:
                refused.append(f"{approval.login}'s does not count: {why or 'not on the roster'}")
        if len(counting) >= self.count:
            return self.holds(f"approved by {both(list(counting.values()))}")
        more = counted(self.count - len(counting), "more approval" if counting else "approval")
        said = [f"{more} by an advocate, on the last commit of the pull", *sorted(set(refused))]
        return self.lacks("; ".join(said))


def _refused(case: Case, approval: Approval) -> str | None:
    """Why an approval does not count, whoever gave it."""
    if case.proposes(approval.login):
        return "it is their own idea"
    if approval.login.lower() in {login.lower() for login in case.facts.authors or ()}:
        return "they wrote the change"
    if case.facts.head and approval.commit and approval.commit != case.facts.head:
        return "it stands on an older commit"
    return None
