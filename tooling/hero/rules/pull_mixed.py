"""One pull changes one idea, or the rules, never both.

A pull is read by the people whom the idea concerns. A change of the roster or the pipeline that
comes with it would be waved through by those whom it concerns least, and two ideas in one pull
wait for each other. So a pull changes one idea, or whatever else there is.

An idea that becomes a duplicate may give its proposers to the other one in the same pull. Upkeep's
own pull, which anyone can compute again, and an import by a maintainer change as many as they need.

This rule compares with what was there before: `hero check --base main`.

**Instead:** make one pull for each. What is on your branch is not lost: `git restore --source main
PATH` takes a file out of the pull, and `git stash` keeps it for the next.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.idea import Idea
from hero.registry.phrases import both
from hero.registry.reading import IDEAS
from hero.registry.registry import Registry
from hero.registry.slug import slug_of
from hero.rules.rule import rule_id
from hero.rules.slug_changed import renamed

GROUP = "Moves"
RULE = rule_id(__name__)
SHOWN = 3


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield at most one diagnostic, at the first idea of a pull that changes more than that."""
    if change is None or change.importing or change.is_upkeep(registry):
        return
    ideas = _ideas(registry, change)
    rest = _rest(registry, change)
    companions = {other for slug in ideas for other in _credited(registry, change, slug)}
    # A name that was given up is told of by its own rule.
    companions |= renamed(registry, change).keys()
    alone = [slug for slug in ideas if slug not in companions]
    if _looks_like_upkeep(registry, change, ideas) and not rest:
        return
    if len(alone) > 1:
        words = f"one pull changes one idea, and this one changes {_named(alone)}"
    elif ideas and rest:
        words = f"one pull changes one idea, or the rules: this one also changes {_named(rest)}"
    else:
        return
    path = registry.where(alone[0]) or change.base.where(alone[0]) or alone[0]
    yield Diagnostic(RULE, words, Place(path), ("make one pull for each",))


def _ideas(registry: Registry, change: Change) -> list[str]:
    """The slugs of all ideas that the change touches, by their files where these are known."""
    if change.paths is not None:
        return sorted({slug_of(path) for path in change.paths if _is_idea(path)})
    # A file that cannot be read is told of by its own rules; it counts once it can be.
    return sorted({*change.added(registry), *change.changed(registry), *change.gone(registry)})


def _rest(registry: Registry, change: Change) -> list[str]:
    """Whatever else the change touches."""
    if change.paths is not None:
        return sorted(path for path in change.paths if not _is_idea(path))
    base = change.base
    paths = {*registry.source.paths("playbooks"), *base.source.paths("playbooks")}
    return sorted(path for path in paths if registry.raw(path) != base.raw(path))


def _is_idea(path: str) -> bool:
    return path.startswith(f"{IDEAS}/") and path.endswith((".yml", ".yaml"))


def _credited(registry: Registry, change: Change, slug: str) -> Iterator[str]:
    """The idea that gains the proposers of one that is becoming its duplicate, and nothing else."""
    idea = registry.ideas.get(slug)
    target = idea.links.duplicate_of if idea and slug in _moved(registry, change) else None
    now, before = registry.ideas.get(target or ""), change.base.ideas.get(target or "")
    if idea is None or target is None or now is None or before is None:
        return
    gained = now.model_copy(update={"proposers": before.proposers}) == before
    kept = now.proposers[: len(before.proposers)] == before.proposers
    if gained and kept and set(now.proposers) - set(before.proposers) <= set(idea.proposers):
        yield target


def _looks_like_upkeep(registry: Registry, change: Change, slugs: list[str]) -> bool:
    """Does it only fill in what the registry keeps, and is it not known who made it?

    On a forge it is known, and there the bytes of upkeep are computed again.
    """
    if change.pull is not None:
        return False
    return all(_filled_in(change.base.ideas.get(slug), registry.ideas.get(slug)) for slug in slugs)


def _filled_in(before: Idea | None, now: Idea | None) -> bool:
    """Is it the same idea, but for advocates, and for what was not filled in before?"""
    if before is None or now is None or len(before.decisions) != len(now.decisions):
        return False
    once = {name: None for name in ("proposed_on", "stage") if getattr(before, name) is None}
    made = tuple(
        new.model_copy(update={"approved_by": old.approved_by, "pull": None})
        if old.pull is None
        else new
        for old, new in zip(before.decisions, now.decisions, strict=True)
    )
    then = {"advocates": before.advocates, "decisions": made, **once}
    return now.model_copy(update=then) == before


def _moved(registry: Registry, change: Change) -> set[str]:
    return {step.slug for step in change.steps(registry)}


def _named(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names[:SHOWN]]
    more = len(names) - SHOWN
    return both([*shown, f"{more} more"] if more > 0 else shown)
