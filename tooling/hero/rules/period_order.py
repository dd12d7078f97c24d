"""Periods end after they begin.

An advocate is away from a day to a later one, and leaves after having come. A challenge opens, then
closes, then has results. Backwards, a period never is: nobody would be away, and nothing open.

**Instead:** swap the two dates, or correct the year.
"""

import datetime as dt
from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Route
from hero.registry.registry import CHALLENGES, Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED

GROUP = "Policy"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each period that ends before it begins."""
    roster = LISTED["roster"]
    for number, advocate in enumerate(registry.roster.advocates if _sound(registry) else ()):
        route: Route = ("advocates", number)
        since = ("since", advocate.since)
        yield from _backwards(roster, route, since, ("until", advocate.until))
        for which, away in enumerate(advocate.away):
            within = (*route, "away", which)
            yield from _backwards(roster, within, ("from", away.from_), ("to", away.to))
    for slug, challenge in registry.challenges.items():
        path = f"{CHALLENGES}/{slug}.yml"
        opens, closes = ("opens", challenge.opens), ("closes", challenge.closes)
        yield from _backwards(path, (), opens, closes)
        yield from _backwards(path, (), closes, ("results_by", challenge.results_by))
        yield from _backwards(path, (), opens, ("results_on", challenge.results_on))


def _sound(registry: Registry) -> bool:
    return "roster" in registry.sound


def _backwards(
    path: str, route: Route, begins: tuple[str, dt.date], ends: tuple[str, dt.date | None]
) -> Iterator[Diagnostic]:
    (first, start), (second, end) = begins, ends
    if end is not None and end < start:
        yield Diagnostic(
            RULE,
            f"`{second}: {end}` is before `{first}: {start}`",
            Place(path, (*route, second)),
            (f"swap the two, or correct the year: `{first}` comes first",),
        )
