"""What an idea waits for, and on whom: a missed deadline, a day that has come."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from hero.process.deadlines import Deadlines
from hero.process.flow.owed import Owed
from hero.process.turn import holders
from hero.reconcile.seen import Account, IssueSeen
from hero.reconcile.upkeep import sentences
from hero.reconcile.upkeep.notice import Notice
from hero.reconcile.upkeep.persons import Persons
from hero.reconcile.upkeep.told import Told, key_of, spoke, told
from hero.registry.conditions.case import same
from hero.registry.idea import Idea
from hero.registry.registry import Registry

#: By slug the people, in small letters, who asked not to be reminded of the idea for now.
Snoozed = Mapping[str, Collection[str]]
REMIND = "reminder"


@dataclass(frozen=True)
class Waiting:
    """An idea with its thread, what is late there, and what we said before.

    `asks`: something is expected of its advocates, late or not. `snoozed` are the people, in
    small letters, who asked not to be reminded of it for now.
    """

    slug: str
    idea: Idea
    issue: IssueSeen
    owed: tuple[Owed, ...]
    told: Told
    asks: bool = False
    snoozed: Collection[str] = ()


def waiting(
    registry: Registry,
    threads: Iterable[tuple[str, IssueSeen]],
    me: Account,
    today: dt.date,
    snoozed: Snoozed,
) -> Iterator[Waiting]:
    """The ideas that are talked about on a thread, with what is late there or due by now."""
    deadlines = Deadlines(registry)
    clock = dt.datetime.combine(today, dt.time(), dt.UTC)
    for slug, issue in threads:
        idea = registry.ideas.get(slug)
        if idea is None or issue.locked:
            continue
        every = [each for each in deadlines.of_idea(slug) if each.met_on is None]
        every = [each for each in every if not _answered(each, idea, issue, me)]
        owed = tuple(each for each in every if _is_late(each, clock))
        asks = any(each.kind == "deadline" and each.role == "advocate" for each in every)
        yield Waiting(slug, idea, issue, owed, told(issue, me), asks, snoozed.get(slug, ()))


def key(owed: Owed) -> str:
    """Names what is owed. A leave that moves the day does not make it another."""
    when = owed.since if owed.kind == "deadline" else owed.on
    return key_of(owed.about, owed.kind, owed.stage, owed.what, when)


def reminders(each: Waiting, persons: Persons) -> Iterator[Notice]:
    """One notice for each person, of all that they were not reminded of yet."""
    fresh = [owed for owed in each.owed if each.told.day(REMIND, key(owed)) is None]
    by_person: dict[str, list[Owed]] = {}
    for owed in fresh:
        who = whom(owed, each.idea, persons)
        if who is not None and persons.at_work(who) and same(who) not in each.snoozed:
            by_person.setdefault(who, []).append(owed)
    for who, theirs in by_person.items():
        keys = tuple(map(key, theirs))
        body = sentences.reminder(who, each.idea, theirs, closed=each.issue.state == "closed")
        since = min(owed.on for owed in theirs)
        yield Notice(each.issue.number, each.slug, REMIND, keys, body, since, (who,))


def whom(owed: Owed, idea: Idea, persons: Persons) -> str | None:
    """The one person who is waited for: the first who is here, of a role that nobody has taken
    the accountable advocate. None: nobody is here, which hand-over sees to."""
    who = owed.who or holders(idea, "advocate")
    if owed.role == "advocate" or not owed.who:
        who = tuple(login for login in who if persons.advocate(login))
        return next(persons.here(who), None)
    return who[0] if who else None


def _is_late(owed: Owed, clock: dt.datetime) -> bool:
    """Is it late? A day that was named for a look or a reading is kept on the day itself."""
    if owed.kind in ("revisit", "reading"):
        return clock.date() >= owed.on
    return owed.state(clock) == "overdue"


def _answered(owed: Owed, idea: Idea, issue: IssueSeen, me: Account) -> bool:
    """Has a person replied on the thread, where a reply is what is owed?"""
    return bool(owed.reply and owed.since and spoke(issue, owed.since, me, idea.proposers))
