"""Another roster: who would change on which idea, and how what people carry would shift."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hero.advocates.batch_plan import Plan, plan
from hero.advocates.eligible import Reason
from hero.advocates.from_registry import setting
from hero.registry.policies import Roster
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Change:
    """An idea that would have other advocates: logins by place, and why somebody is gone."""

    slug: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    gone: tuple[tuple[str, tuple[Reason, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """How many ideas wait on somebody: now, as planned, and as planned with the other roster.

    A capacity of None: not on that roster.
    """

    login: str
    now: int
    before: int
    after: int
    capacity_before: int | None
    capacity_after: int | None


@dataclass(frozen=True)
class Comparison:
    """Two plans for the same day, the ideas that differ, and what everybody would carry."""

    before: Plan
    after: Plan
    changes: tuple[Change, ...]
    carried: tuple[Carried, ...]

    @property
    def unfilled(self) -> tuple[str, ...]:
        """The ideas that would be left without anybody, and are not now."""
        return tuple(slug for slug in self.after.unfilled if slug not in self.before.unfilled)


def compare(
    registry: Registry, roster: Roster, day: date, earlier: Iterable[Roster] = ()
) -> Comparison:
    """The plan of a day with the roster there is, and with another one."""
    past = tuple(earlier)
    other = replace(registry, roster=roster)
    before = plan(registry, setting(registry, day, past))
    after = plan(other, setting(other, day, (*past, registry.roster)))
    return Comparison(before, after, tuple(_changes(before, after)), tuple(_carried(before, after)))


def _changes(before: Plan, after: Plan) -> Iterable[Change]:
    names = _names(after) | _names(before)
    for slug, now in before.assignments.items():
        then = after.assignments[slug]
        if now.keys != then.keys:
            gone = tuple((names.get(each.key, each.key), each.reasons) for each in then.dropped)
            yield Change(slug, _logins(now.keys, names), _logins(then.keys, names), gone)


def _carried(before: Plan, after: Plan) -> Iterable[Carried]:
    old = {each.key: each for each in before.on.candidates}
    new = {each.key: each for each in after.on.candidates}
    day = before.on.date
    everybody = sorted((old | new).values(), key=lambda each: each.login)
    for who in everybody:
        one, two = old.get(who.key), new.get(who.key)
        yield Carried(
            who.login,
            before.on.context.ledger.load(who.key),
            before.ledger.load(who.key),
            after.ledger.load(who.key),
            one.capacity if one and one.on(day) else None,
            two.capacity if two and two.on(day) else None,
        )


def _names(of: Plan) -> dict[str, str]:
    return {each.key: each.login for each in of.on.candidates}


def _logins(keys: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(key, key.removeprefix("@")) for key in keys)
