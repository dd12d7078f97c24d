"""The condition that the challenge which an idea answers is still open."""

from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding


class ChallengeOpen(Asked):
    """The challenge that the idea answers is open; an idea that answers none is free of this."""

    needs: Literal["challenge_open"]

    @property
    def words(self) -> str:
        """What is asked."""
        return "the challenge that it answers is still open"

    def judge(self, case: Case) -> Finding:
        """Open from its first day to its last."""
        slug, challenge = case.idea.challenge, case.challenge
        if slug is None:
            return self.holds("it answers none")
        if challenge is None:
            return self.lacks(f"there is no challenge `{slug}`")
        if case.facts.today < challenge.opens:
            return self.lacks(f"`{slug}` opens on {challenge.opens}")
        if case.facts.today > challenge.closes:
            return self.lacks(f"`{slug}` closed on {challenge.closes}: remove `challenge`")
        return self.holds(f"`{slug}` is open until {challenge.closes}")
