"""Pulls that wait: the advocate who was asked, or whoever opened it, is reminded once."""

import datetime as dt
from collections.abc import Iterator

from hero.process.calendar import calendar
from hero.process.workdays import due_on
from hero.reconcile.reading import Reading
from hero.reconcile.ready import ready
from hero.reconcile.scene import Scene
from hero.reconcile.seen import PullSeen
from hero.reconcile.upkeep import sentences
from hero.reconcile.upkeep.notice import Notice
from hero.reconcile.upkeep.persons import Persons
from hero.reconcile.upkeep.told import key_of, spoke, told
from hero.reconcile.upkeep.waits import REMIND
from hero.reconcile.voices import reviewers
from hero.registry.conditions.case import same

#: Working days after which whoever opened a pull is reminded that it waits for them.
MENDED = 10


def intakes(scene: Scene, persons: Persons) -> Iterator[Notice]:
    """What to say on open pulls that touch ideas."""
    for each in scene.read:
        pull = each.pull
        if not pull.locked and not pull.author.bot and each.slug is not None:
            on = ready(each).on
            if on == "advocate":
                yield from _unread(scene, each, persons)
            elif on == "proposer":
                yield from _unmended(scene, each, persons)


def _unread(scene: Scene, each: Reading, persons: Persons) -> Iterator[Notice]:
    """No advocate has said a word by the day that was promised: the first who is here is asked."""
    pull, me, today = each.pull, scene.observed.place.me, scene.today
    opened = pull.opened.astimezone(dt.UTC).date()
    due = _reply_by(scene, opened)
    about = key_of(pull.number, "unread")
    late = due is not None and today > due
    if not late or told(pull, me).day(REMIND, about) or _heard(scene, pull, opened):
        return
    who = next(persons.here(_asked(scene, pull)), None)
    if who is not None and due is not None and persons.at_work(who):
        body = sentences.unread(who, pull.author.login)
        yield Notice(pull.number, each.slug or "", REMIND, (about,), body, due, (who,))


def _unmended(scene: Scene, each: Reading, persons: Persons) -> Iterator[Notice]:
    """Nothing has come from its author for long; a push makes it another question."""
    pull, me = each.pull, scene.observed.place.me
    days = [pull.opened, *(one.on for one in pull.comments), *(one.on for one in pull.reviews)]
    last = max(days).astimezone(dt.UTC).date()
    about = key_of(pull.number, "unmended", pull.head)
    silent = persons.days_since(last) >= MENDED and told(pull, me).day(REMIND, about) is None
    who = pull.author.login
    if silent and persons.at_work(who):
        body = sentences.unmended(who)
        yield Notice(pull.number, each.slug or "", REMIND, (about,), body, last, (who,))


def _reply_by(scene: Scene, opened: dt.date) -> dt.date | None:
    """The first day that the pipeline promises to whoever proposes something."""
    days = calendar(scene.base.network.holidays)
    theirs = [
        due_on(days, deadline, opened)
        for deadline in scene.base.pipeline.initial.deadlines
        if deadline.waits_on == "advocate"
    ]
    return min((day for day in theirs if day is not None), default=None)


def _asked(scene: Scene, pull: PullSeen) -> list[str]:
    """The advocates of a pull, the accountable one first; else who was asked for a review."""
    assignment = scene.seats.by_pull.get(pull.number)
    seated = [seat.candidate.login for seat in assignment.seats] if assignment else []
    others = [row.login for row in reviewers(pull, scene.base.roster, scene.today)]
    return [login for login in (*seated, *others) if same(login) != same(pull.author.login)]


def _heard(scene: Scene, pull: PullSeen, opened: dt.date) -> bool:
    own = (pull.author.login, *(each.login for each in pull.authors))
    return spoke(pull, opened, scene.observed.place.me, own)
