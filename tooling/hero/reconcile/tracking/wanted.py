"""Which ideas have an issue of their own: those alive, and recorded or moved since `audit_from`.

A network that sets no `audit_from` has not begun to live with its forge: nothing is opened there.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from hero.reconcile.forms.ties import tied
from hero.reconcile.seen import Observed
from hero.reconcile.threads import threads
from hero.registry.idea import Decision, Idea
from hero.registry.registry import Registry


def wanted(registry: Registry) -> Iterator[str]:
    """The slugs of ideas that want an issue, the one that moved last first."""
    start = registry.network.audit_from
    if start is None:
        return
    alive = (
        slug
        for slug, idea in registry.ideas.items()
        if registry.stage(idea).kind != "final" and _since(idea, start)
    )
    yield from sorted(alive, key=lambda slug: (-_last(registry.ideas[slug]).toordinal(), slug))


def lacking(registry: Registry, observed: Observed) -> list[str]:
    """Those of them that have no open issue, in the same order."""
    there = set(threads(observed.issues, observed.place.me))
    there |= {slug for _, slug, _ in tied(registry, observed)}
    return [slug for slug in wanted(registry) if slug not in there]


def told(registry: Registry, idea: Idea) -> Iterator[tuple[int, Decision]]:
    """The decisions that are told on the issue, with their number from 1."""
    start = registry.network.audit_from or dt.date.min
    for number, decision in enumerate(idea.decisions, 1):
        if decision.date >= start and not decision.imported:
            yield number, decision


def _since(idea: Idea, start: dt.date) -> bool:
    """Was it recorded or moved since? One that the registry has not dated yet is new."""
    own = [each.date for each in idea.decisions if not each.imported]
    if idea.proposed_on is None and not idea.decisions:
        return True
    return any(day >= start for day in _days(idea.proposed_on, own))


def _days(first: dt.date | None, rest: Iterable[dt.date]) -> Iterator[dt.date]:
    yield from () if first is None else (first,)
    yield from rest


def _last(idea: Idea) -> dt.date:
    """The day of its last move; an idea without any date is the newest."""
    if idea.decisions:
        return idea.decisions[-1].date
    return idea.proposed_on or dt.date.max
