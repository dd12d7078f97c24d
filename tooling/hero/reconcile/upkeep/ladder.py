"""What follows a missed deadline of advocates, rung by rung, and never two at once.

Reminded, the accountable advocate has some working days. Then a backup is asked by name, later the
lead changes hands, and last of all whoever owns the question is told. Each rung is counted from
the comment that told the one before, so nothing is skipped after weeks without the schedule.
Nobody loses a seat for being late, and whoever led may claim the lead back.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hero.advocates.handover import BACKUP_AFTER, LEAD_AFTER, OWNER_AFTER
from hero.advocates.subject import Owner
from hero.process.calendar import calendar
from hero.process.turn import holders
from hero.reconcile.upkeep import sentences
from hero.reconcile.upkeep.notice import Notice
from hero.reconcile.upkeep.persons import Persons
from hero.reconcile.upkeep.told import day_of, hands_mark, key_of
from hero.reconcile.upkeep.waits import REMIND, Waiting, key
from hero.registry.conditions.case import same
from hero.registry.idea import Idea

BACKUP, LEAD, OWNER, STAND_IN = "backup", "lead", "owner", "stand-in"
#: Working days between one rung and the next; a leave of so many days asks for a stand-in.
TO_LEAD, TO_OWNER, LONG = LEAD_AFTER - BACKUP_AFTER, OWNER_AFTER - LEAD_AFTER, 10

#: By slug the advocate who would be asked next, were the first not there; and the idea's owner.
Backups = Mapping[str, tuple[str, Owner | None]]


@dataclass
class Rungs:
    """What hand-over comes to today: notices, those that go with a change of the lead, and by
    slug the advocates in their new order."""

    notices: list[Notice] = field(default_factory=list)
    changes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: dict[str, Notice] = field(default_factory=dict)


def rungs(
    waiting: list[Waiting], backups: Backups, persons: Persons, pending: frozenset[str]
) -> Rungs:
    """The next rung of each idea. `pending` are the ideas whose lead a pull is about to change."""
    found = Rungs()
    for each in waiting:
        found.notices += _stand_in(each, backups, persons)
        late = [owed for owed in each.owed if owed.kind == "deadline" and owed.role == "advocate"]
        if not late or each.slug not in backups or same(_first(each.idea)) in each.snoozed:
            continue
        other, owner = backups[each.slug]
        for notice in _rung(each, other, owner, persons):
            found.notices.append(notice)
        change = _change(each, persons, pending)
        if change is not None:
            found.changes[each.slug], notice = change
            if each.told.day(LEAD, stay_key(each)) is None:
                found.told[each.slug] = notice
    return found


def stay_key(each: Waiting) -> str:
    """Names the stay in a stage: in each the lead changes at most once."""
    since = next((owed.since for owed in each.owed if owed.since), None)
    return key_of(each.slug, "stay", each.idea.stage, since)


def _rung(each: Waiting, other: str, owner: Owner | None, persons: Persons) -> Iterator[Notice]:
    """A backup is asked; or whoever owns the question is told."""
    stay, first = stay_key(each), _first(each.idea)
    asked, led = each.told.day(BACKUP, stay), each.told.day(LEAD, stay)
    since = min(owed.on for owed in each.owed)
    if asked is None:
        reminded = each.told.day(REMIND, *(key(owed) for owed in each.owed))
        ripe = reminded is not None and persons.days_since(reminded) >= BACKUP_AFTER
        alone = not any(True for _ in persons.here(holders(each.idea, "advocate")))
        free = persons.at_work(other) and same(other) not in each.snoozed
        if (ripe or alone) and free and same(other) != same(first):
            body = hands_mark(stay, first, other) + sentences.backup(other, first, each.idea)
            yield Notice(each.issue.number, each.slug, BACKUP, (stay,), body, since, (other,))
        return
    if led is None or owner is None or each.told.day(OWNER, stay) is not None:
        return
    if persons.days_since(led) >= TO_OWNER:
        calls = (owner.name,) if owner.role != "network" else ()
        body = sentences.tell_owner(owner, each.idea)
        yield Notice(each.issue.number, each.slug, OWNER, (stay,), body, since, calls)


def _change(
    each: Waiting, persons: Persons, pending: frozenset[str]
) -> tuple[tuple[str, ...], Notice] | None:
    """Whoever was asked takes the lead, and whoever led stays on the idea.

    Once it was told it is done, and whoever claims the lead back keeps it.
    """
    stay = stay_key(each)
    asked, hands = each.told.day(BACKUP, stay), each.told.hands.get(stay)
    if asked is None or hands is None:
        return None
    before, after = hands
    if persons.days_since(_last_word(each, before, asked)) < TO_LEAD:
        return None
    over = each.told.day(LEAD, stay) is not None and each.slug not in pending
    if over or same(_first(each.idea)) != same(before) or not _may_lead(each.idea, after, persons):
        return None
    row = persons.advocate(after)
    lead = row.login if row else after
    rest = (login for login in each.idea.advocates if same(login) != same(lead))
    body = sentences.lead(lead, _first(each.idea), each.idea)
    since = min(owed.on for owed in each.owed)
    calls = (lead, _first(each.idea))
    return (lead, *rest), Notice(each.issue.number, each.slug, LEAD, (stay,), body, since, calls)


def _last_word(each: Waiting, login: str, since: dt.date) -> dt.date:
    """When whoever leads last wrote on the thread, from a day on: that gives them time again."""
    theirs = (one for one in each.issue.comments if same(one.by.login) == same(login))
    return max([since, *map(day_of, theirs)])


def _may_lead(idea: Idea, login: str, persons: Persons) -> bool:
    out = (*idea.proposers, *(each.login for each in idea.passed))
    here = persons.advocate(login) is not None and persons.leave(login) is None
    return here and same(login) not in map(same, out)


def _stand_in(each: Waiting, backups: Backups, persons: Persons) -> Iterator[Notice]:
    """A long leave of whoever leads: somebody is asked to look after the idea meanwhile."""
    leave = long_leave(each, persons)
    if leave is None or each.slug not in backups:
        return
    first, other = _first(each.idea), backups[each.slug][0]
    about = key_of(each.slug, "leave", first.lower(), leave[0])
    if each.told.day(STAND_IN, about) is None and persons.at_work(other):
        body = sentences.stand_in(other, first, each.idea)
        number = each.issue.number
        yield Notice(number, each.slug, STAND_IN, (about,), body, leave[0], (other,))


def long_leave(each: Waiting, persons: Persons) -> tuple[dt.date, dt.date] | None:
    """The leave that keeps whoever leads away for long while something is due from advocates."""
    leave = persons.leave(_first(each.idea)) if each.asks else None
    days = calendar(persons.registry.network.holidays)
    long = leave is not None and days.between(*leave) >= LONG
    return leave if long else None


def _first(idea: Idea) -> str:
    """Whoever is accountable; nobody has the empty name."""
    return next(iter(holders(idea, "advocate")), "")
