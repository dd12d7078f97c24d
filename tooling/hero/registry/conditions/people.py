"""The condition that named people said yes themselves."""

from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding, State, same
from hero.registry.phrases import both
from hero.registry.words import Field, Several

ROLES = {"builder": "a builder", "sponsor": "a sponsor"}


class People(Asked):
    """Named people said yes themselves: nobody is volunteered."""

    needs: Literal["people"]
    roles: Several[Literal["builder", "sponsor"]] = Field(min_length=1, description="Which.")

    @property
    def words(self) -> str:
        """What is asked."""
        return f"{both([ROLES[role] for role in self.roles])} said yes"

    def judge(self, case: Case) -> Finding:
        """Missing where nobody is named; unknown until they have said so on the forge."""
        named = {role: getattr(case.idea, role) for role in self.roles}
        vacant = [role for role, login in named.items() if login is None]
        if vacant:
            ways = both([f"`{role}: LOGIN`" for role in vacant])
            none = both([f"no {role}" for role in vacant])
            return self.lacks(f"it has {none} yet: who takes that on adds {ways}")
        said = case.facts.said_yes
        agreed = {same(login) for login in said or ()} | {
            same(login) for login in case.facts.authors or ()
        }
        silent = [login for login in dict.fromkeys(named.values()) if same(login) not in agreed]
        if not silent:
            return self.holds(both([f"{login} ({role})" for role, login in named.items()]))
        words = f"{both(silent)} must say so in the pull"
        return (
            self.unknown(words) if said is None else Finding(State.MISSING, self.words, "", words)
        )
