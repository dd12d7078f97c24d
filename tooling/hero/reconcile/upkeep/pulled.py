"""What the pulls say that brought an idea or a decision: when it came in, and who approved it."""

import datetime as dt
from collections.abc import Sequence

from hero.process.change import UPKEEP_BRANCH
from hero.reconcile.overlay import is_idea
from hero.reconcile.reading import paths_of
from hero.reconcile.seen import Account, Observed, Place, PullSeen
from hero.reconcile.upkeep.witness import Brought
from hero.reconcile.voices import facts_of
from hero.registry.conditions.case import rostered, same
from hero.registry.idea import Idea
from hero.registry.policies import Roster
from hero.registry.slug import slug_of


def merged_pull(observed: Observed, slug: str, brought: Brought | None) -> PullSeen | None:
    """The pull that a commit names, where the forge agrees: merged here, with the idea's file."""
    if brought is None:
        return None
    for pull in observed.merged:
        here = pull.state == "merged" and pull.base == observed.place.branch
        theirs = {slug_of(path) for path in paths_of(pull) if is_idea(path)}
        if pull.number == brought.pull and here and slug in theirs:
            return pull
    return None


def came_in(idea: Idea, brought: Brought, pull: PullSeen | None) -> dt.date:
    """The day on which an idea was proposed: its pull was opened, or else it was committed.

    What was promised in that pull counts from the same day.
    """
    days = [brought.day, *(each.date for each in idea.decisions[:1])]
    if pull is not None:
        days.append(pull.opened.astimezone(dt.UTC).date())
    return min(days)


def approvers(
    pull: PullSeen, idea: Idea, roster: Roster, day: dt.date, spoken: Sequence[Account] = ()
) -> tuple[str, ...]:
    """The advocates of that day who approved just what was merged, as the roster writes them.

    As in a gate: each once, and never who proposed it or wrote the pull. `spoken` agreed by a
    command.
    """
    facts = facts_of(pull, day)
    own = {same(login) for login in (*idea.proposers, *(facts.authors or ()))}
    yes = (each for each in facts.approvals or () if each.commit == pull.head)
    told = [*((each.login, each.id) for each in yes), *((each.login, each.id) for each in spoken)]
    rows = (rostered(roster, login, day, number) for login, number in told)
    found = {row.id: row.login for row in rows if row and same(row.login) not in own}
    return tuple(found.values())


def is_upkeep_pull(pull: PullSeen, place: Place) -> bool:
    """Is this the open pull from our own branch for upkeep, whoever opened it?"""
    ours = (pull.head_repository or "").lower() == place.name.lower()
    return ours and pull.branch == UPKEEP_BRANCH and pull.state == "open"
