"""Who is recorded as an idea's advocates: those its intake remembers, else those chosen now."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from hero.advocates.choose import choose
from hero.advocates.from_registry import Setting, setting, subject, unsound, wanting
from hero.advocates.ledger import Held
from hero.advocates.score import Context
from hero.reconcile.seats import remembered
from hero.reconcile.seen import Observed, PullSeen
from hero.reconcile.upkeep.pulled import merged_pull
from hero.registry.conditions.case import rostered, same
from hero.registry.registry import Registry

Seated = dict[str, tuple[str, ...]]


def seated(base: Registry, observed: Observed, today: dt.date) -> Seated:
    """By slug the logins to record, the accountable one first; the oldest ideas come first.

    Only where nobody is recorded, or somebody recorded has passed or left the roster: who stays,
    stays, and a person's own choice is kept.
    """
    needy = {slug for slug in base.ideas if _needs(base, slug, today)}
    if not needy or unsound(base):
        return {}
    on = setting(base, today)
    ledger, found = on.context.ledger, {}
    names = {each.key: each.login for each in on.candidates}
    for slug in wanting(base, on):
        if slug not in needy:
            continue
        about = subject(base, slug, on)
        pull = _intake(observed, slug)
        kept = about.seated or tuple(_remembered(pull, observed, names))
        passed = about.passed | _declined(pull, on)
        about = replace(about, seated=kept, passed=passed)
        assignment = choose(about, on.candidates, Context(on.context.past, ledger))
        ledger = ledger.plus(
            Held(seat.candidate.key, slug, today, about.authors) for seat in assignment.chosen
        )
        if assignment.keys:
            found[slug] = tuple(names[key] for key in assignment.keys)
    return found


def _needs(base: Registry, slug: str, today: dt.date) -> bool:
    idea = base.ideas[slug]
    if base.stage(idea).kind != "active" or base.paths[slug] in base.flawed:
        return False
    passed = {same(each.login) for each in idea.passed}
    stay = [
        login
        for login in idea.advocates
        if same(login) not in passed and _on_roster(base, login, today)
    ]
    return not idea.advocates or len(stay) < len(idea.advocates)


def _on_roster(base: Registry, login: str, today: dt.date) -> bool:
    return rostered(base.roster, login, today) is not None


def _intake(observed: Observed, slug: str) -> PullSeen | None:
    brought = observed.witness.added.get(slug) if observed.witness else None
    return merged_pull(observed, slug, brought)


def _remembered(pull: PullSeen | None, observed: Observed, names: dict[str, str]) -> Iterator[str]:
    """Whom our comment in the intake names, as far as they are on the roster still."""
    keys = remembered(pull, observed.place.me) if pull else ()
    yield from (key for key in keys if key in names)


def _declined(pull: PullSeen | None, on: Setting) -> frozenset[str]:
    return frozenset(on.persons.key(login) for login in pull.declined) if pull else frozenset()
