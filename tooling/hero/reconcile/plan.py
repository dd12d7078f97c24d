"""The plan: what should be true on the forge, less what is true already. Pure."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hero.reconcile.actions import Action, MakeLabel, Merge, Publish, Relabel
from hero.reconcile.commands.planner import on_commands
from hero.reconcile.forms.on_forms import on_forms
from hero.reconcile.on_pulls import on_pulls
from hero.reconcile.scene import Scene, scene
from hero.reconcile.seen import Observed
from hero.reconcile.tracking.on_issues import on_issues
from hero.reconcile.upkeep.on_upkeep import on_upkeep
from hero.registry.registry import Registry

#: The workflows that publish the site, and look again once a merge has changed what is true. A
#: merge by a job's own token starts none by itself.
PUBLISH, RECONCILE = "publish.yml", "reconcile.yml"
#: The account of a job's own token, as GitHub calls its app.
JOBS_APP = "github-actions"

#: What plans: each compares the scene with what should be, and knows of none of the others.
PLANNERS: tuple[Callable[[Scene], Iterator[Action]], ...] = (
    on_commands,
    on_pulls,
    on_forms,
    on_issues,
    on_upkeep,
)


@dataclass(frozen=True)
class Plan:
    """What to do, in order; and what a maintainer should know though nothing is to be done."""

    actions: tuple[Action, ...]
    notes: tuple[str, ...] = ()


def plan(base: Registry, observed: Observed, today: dt.date) -> Plan:
    """Compare what is with what should be. The same facts give the same plan; done, it is empty."""
    place = observed.place
    if base.network.example:
        return Plan((), ("this registry is an example: nothing is ever written to a forge",))
    if place.archived:
        return Plan((), (f"{place.name} is archived: nothing can be written there",))
    seen = scene(base, observed, today)
    found = [action for planner in PLANNERS for action in planner(seen)]
    if place.app == JOBS_APP and any(isinstance(each, Merge) for each in found):
        found += [Publish(each, place.branch) for each in (PUBLISH, RECONCILE)]
    return Plan(tuple(_labels_first(found)), tuple(_notes(seen)))


def _labels_first(found: list[Action]) -> Iterator[Action]:
    """Labels are made before anything carries them, and each once."""
    made = {each.name.lower(): each for each in found if isinstance(each, MakeLabel)}
    yield from made.values()
    yield from (each for each in found if not isinstance(each, MakeLabel))


def only(whole: Plan, pull: int) -> Plan:
    """The part of a plan that concerns one pull, with the labels that it needs."""
    chosen = [each for each in whole.actions if getattr(each, "pull", None) == pull]
    names = {name for each in chosen if isinstance(each, Relabel) for name in each.add}
    made = [each for each in whole.actions if isinstance(each, MakeLabel) and each.name in names]
    merged = any(isinstance(each, Merge) for each in chosen)
    then = [each for each in whole.actions if isinstance(each, Publish) and merged]
    return Plan((*made, *chosen, *then), whole.notes)


def _notes(seen: Scene) -> Iterator[str]:
    place, network = seen.observed.place, seen.base.network
    if place.name.lower() != network.repository.lower():
        yield (
            f"the repository is called {place.name} now, and network.yml says {network.repository}"
        )
    for name in seen.seats.refused:
        yield f"nobody is assigned: {name}.yml has faults; `hero check` says which"
