"""The shipped example with other ideas, another roster, another day: values, no files."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hero.advocates.batch_plan import Plan, plan
from hero.advocates.from_registry import setting
from hero.registry.idea import Idea, Pass
from hero.registry.policies import Away
from hero.registry.registry import Registry
from hero.technology.folder import Folder

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 20)
#: The slug of the idea that tests add.
NEW = "a-new-idea"


@cache
def shipped() -> Registry:
    """The registry of this repository."""
    return Registry.read(Folder(ROOT))


def idea(theme: str = "delivery", proposer: str = "example-ada", **fields: Any) -> Idea:
    """A new idea of today, in plain words that no other idea has."""
    return Idea(
        title="Zeppelins",
        theme=theme,
        problem="Zeppelins xyzzy.",
        proposal="Plugh.",
        benefit="Frobozz.",
        proposers=(proposer,),
        proposed_on=fields.pop("proposed_on", TODAY),
        **fields,
    )


def with_idea(one: Idea, slug: str = NEW, registry: Registry | None = None) -> Registry:
    """The registry with one idea more."""
    base = registry or shipped()
    path = f"ideas/2026/{slug}.yml"
    return replace(base, ideas={**base.ideas, slug: one}, paths={**base.paths, slug: path})


def with_rows(registry: Registry | None = None, **changes: dict[str, Any]) -> Registry:
    """The registry with other roster rows, by the second half of the login."""
    base = registry or shipped()
    rows = tuple(
        row.model_copy(update=changes.get(row.login.removeprefix("example-"), {}))
        for row in base.roster.advocates
    )
    return replace(base, roster=base.roster.model_copy(update={"advocates": rows}))


def away(days: int = 30) -> dict[str, Any]:
    """Away from today on."""
    period = {"from": TODAY, "to": TODAY + dt.timedelta(days)}
    return {"away": (Away.model_validate(period),)}


def passed(*logins: str) -> tuple[Pass, ...]:
    return tuple(Pass(login=f"example-{login}", date=TODAY) for login in logins)


def planned(registry: Registry, *slugs: str, date: dt.date = TODAY) -> Plan:
    """The plan for these ideas, or for all."""
    return plan(registry, setting(registry, date), slugs or None)


def held(made: Plan, slug: str = NEW) -> list[str]:
    """Who has the seats of an idea, without the first half of their logins."""
    seats = made.assignments[slug].seats
    return [seat.candidate.login.removeprefix("example-") for seat in seats]
