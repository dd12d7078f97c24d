"""Who speaks, as far as the registry knows them."""

import datetime as dt
from dataclasses import dataclass

from hero.reconcile.seen import Account
from hero.registry.conditions.case import rostered, same
from hero.registry.idea import Idea
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who gives a command. `login` is how the registry writes them.

    `advocate`: on the roster on that day, by the number of their account. `known` is False for an
    account that has taken the login of somebody on the roster: it is nobody here.
    """

    login: str
    id: int
    advocate: bool
    known: bool = True

    def proposes(self, idea: Idea) -> bool:
        """Is the idea theirs? Proposers are known by login alone."""
        return self.known and same(self.login) in map(same, idea.proposers)

    def takes_part(self, idea: Idea) -> bool:
        """Do they have to do with the idea: as advocate, proposer, builder or sponsor?"""
        roles = {same(login) for login in (idea.builder, idea.sponsor) if login}
        return self.advocate or self.proposes(idea) or (self.known and same(self.login) in roles)


def speaker(registry: Registry, account: Account, on: dt.date) -> Speaker:
    """Who an account is on a day."""
    roster, number = registry.roster, account.id or 0
    row = rostered(roster, account.login, on, number) if number else None
    if row is not None:
        return Speaker(row.login, number, advocate=True)
    own = next((each.login for each in roster.advocates if each.id == number), account.login)
    taken = any(
        same(each.login) == same(account.login) and each.id != number for each in roster.advocates
    )
    return Speaker(own, number, advocate=False, known=not taken)
