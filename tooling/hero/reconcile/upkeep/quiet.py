"""Ideas of which nothing was heard for long: a notice that says how to revive them."""

import datetime as dt
from collections.abc import Iterator

from hero.process.timeline import timeline
from hero.reconcile.seen import Account
from hero.reconcile.upkeep import sentences
from hero.reconcile.upkeep.notice import Notice
from hero.reconcile.upkeep.told import day_of, key_of
from hero.reconcile.upkeep.waits import Waiting
from hero.registry.registry import Registry

QUIET = "quiet"


def quiet(each: Waiting, registry: Registry, me: Account, today: dt.date) -> Iterator[Notice]:
    """One notice for each time that an active idea falls silent. It calls nobody by name."""
    if registry.stage(each.idea).kind != "active":
        return
    last = _heard(each, registry, me)
    if last is None or (today - last).days < registry.network.limits.quiet_after:
        return
    about = key_of(each.slug, "quiet", last)
    if each.told.day(QUIET, about) is None:
        body = sentences.quiet(each.idea, registry.stage(each.idea), (today - last).days)
        yield Notice(each.issue.number, each.slug, QUIET, (about,), body, last)


def _heard(each: Waiting, registry: Registry, me: Account) -> dt.date | None:
    """The last day on which something happened in the file, or a person wrote on the thread."""
    events = (event for event in timeline(registry, each.slug) if not event.ahead)
    days = [event.date for event in events if event.date is not None]
    days += [
        day_of(comment)
        for comment in each.issue.comments
        if not comment.by.bot and comment.by.id != me.id
    ]
    return max(days, default=None)
