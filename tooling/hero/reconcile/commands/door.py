"""Commands on a pull that brings an idea in, and what else changes no file: seats, snoozes."""

import datetime as dt
from collections.abc import Iterable, Mapping

from hero.reconcile.commands.dates import day_first
from hero.reconcile.commands.hearing import Saying, sayings_of
from hero.reconcile.commands.parse import MOST, Command
from hero.reconcile.commands.people import speaker
from hero.reconcile.seen import Account, PullSeen
from hero.registry.conditions.case import same
from hero.registry.policies import Roster
from hero.registry.registry import Registry


def given(saying: Saying, verb: str) -> Command | None:
    """The command of this name that somebody gave, if they did."""
    found = (each for each in saying.commands[:MOST] if each.known and each.verb == verb)
    return next(found, None)


def passed(pull: PullSeen, roster: Roster, me: Account) -> frozenset[str]:
    """The account numbers of the advocates who passed on a pull, and did not claim it since."""
    numbers = {str(row.id) for row in roster.advocates}
    gone: set[str] = set()
    for saying in sayings_of(pull, me):
        who = {str(saying.by.id)} & numbers
        gone = gone | who if _alone(saying, "pass") else gone
        gone = gone - who if _alone(saying, "claim") else gone
    return frozenset(gone)


def claimed(pull: PullSeen, registry: Registry, me: Account) -> tuple[str, ...]:
    """The account number of the advocate who last took a pull's idea on, unless they passed."""
    gone = passed(pull, registry.roster, me)
    for saying in reversed(sayings_of(pull, me)):
        by = speaker(registry, saying.by, saying.day)
        if _alone(saying, "claim") and by.advocate and str(by.id) not in gone:
            return (str(by.id),)
    return ()


def snoozes(
    sayings: Iterable[Saying], registry: Registry, slug: str, today: dt.date
) -> Mapping[str, dt.date]:
    """Until when each person, by login in small letters, is not to be reminded of an idea.

    Only those count who take part in it. Each person's last word counts; days that have come are
    left out.
    """
    idea = registry.ideas.get(slug)
    found: dict[str, dt.date] = {}
    for saying in sayings:
        command = given(saying, "snooze")
        by = speaker(registry, saying.by, saying.day)
        day = day_first(command.rest, saying.day) if command else None
        if day is not None and idea is not None and by.takes_part(idea):
            found[same(by.login)] = day[0]
    return {login: day for login, day in found.items() if day > today}


def snoozed_until(
    sayings: Iterable[Saying], registry: Registry, slug: str, today: dt.date, login: str
) -> dt.date | None:
    """Until when somebody is not to be reminded of an idea; None where they may be."""
    return snoozes(sayings, registry, slug, today).get(same(login))


def _alone(saying: Saying, verb: str) -> bool:
    command = given(saying, verb)
    return command is not None and not command.rest
