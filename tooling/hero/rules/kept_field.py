"""Proposers leave to the registry what the registry keeps.

`stage`, `advocates`, `decisions` and the like are filled in as the idea moves, by people who are
entitled to it. A proposer who fills them in would decide on their own idea, or choose who judges
it. The day of the proposal is set once. `approved_by` and `pull` of a decision are filled in after
the merge, by the bot that saw it.

A new idea may come with one decision, where an advocate has turned it down at the door. What a
maintainer imports may come with its whole history: `hero check --base main --importing`.

This rule needs to know what was there before: `hero check --base main`.

**Instead:** remove the field; it will appear by itself.
"""

from collections.abc import Iterator

from hero.process.change import Change, turned_down
from hero.registry.conditions.case import same
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.idea import KEPT_FIELDS, Idea
from hero.registry.registry import Registry
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.slug_changed import renamed

GROUP = "Record"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each kept field that the wrong hands filled in."""
    if change is None or change.is_upkeep(registry):
        return
    mender = Mender(registry)
    again = set(renamed(registry, change).values())
    for slug in change.added(registry):
        if slug not in again and not _brought_in(registry.ideas[slug], change):
            yield from _of_new(registry, slug, mender)
    for slug in change.changed(registry):
        yield from _of_old(registry, change, slug)
    for step in change.steps(registry):
        if not (change.importing and step.decision.imported):
            yield from _too_early(registry, step.slug, step.number, mender)


def _brought_in(idea: Idea, change: Change) -> bool:
    return change.importing and all(decision.imported for decision in idea.decisions)


def _of_new(registry: Registry, slug: str, mender: Mender) -> Iterator[Diagnostic]:
    idea, path = registry.ideas[slug], registry.paths[slug]
    allowed = {"stage", "decisions"} if turned_down(registry.pipeline, idea) else set()
    for name in KEPT_FIELDS:
        value = getattr(idea, name)
        first = name == "stage" and value == registry.pipeline.initial.id
        if value and not first and name not in allowed:
            yield Diagnostic(
                RULE,
                f"a new idea does not fill in `{name}`; the registry keeps it",
                Place(path, (name,), on_key=True),
                help=(f"remove `{name}`; it will appear by itself",),
                fix=mender.remove(path, (name,), f"remove `{name}`"),
            )


def _of_old(registry: Registry, change: Change, slug: str) -> Iterator[Diagnostic]:
    idea, path = registry.ideas[slug], registry.paths[slug]
    day = change.was(slug, "proposed_on")
    if day is not None and idea.proposed_on != day:
        words, help_ = "the day of the proposal is set once", f"write `proposed_on: {day}`"
        yield Diagnostic(RULE, words, Place(path, ("proposed_on",)), (help_,))
    own = {same(login) for login in change.facts.authors or ()} & set(map(same, idea.proposers))
    before = change.base.ideas.get(slug)
    if own and before is not None and idea.advocates != before.advocates:
        words = "a proposer does not choose the advocates of their own idea"
        help_ = "leave `advocates` as it was, and ask in the pull for another advocate"
        yield Diagnostic(RULE, words, Place(path, ("advocates",), on_key=True), (help_,))


def _too_early(registry: Registry, slug: str, number: int, mender: Mender) -> Iterator[Diagnostic]:
    """What is filled in after the merge is not there before it."""
    decision, path = registry.ideas[slug].decisions[number], registry.paths[slug]
    for name in ("approved_by", "pull", "imported"):
        if getattr(decision, name):
            route = ("decisions", number, name)
            yield Diagnostic(
                RULE,
                f"a new decision does not fill in `{name}`; the registry keeps it",
                Place(path, route, on_key=True),
                help=(f"remove `{name}`",),
                fix=mender.remove(path, route, f"remove `{name}`"),
            )
