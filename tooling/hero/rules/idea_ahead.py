"""An idea is not ahead of what it depends on.

What must come first is not done yet, so what builds on it stands on air: a pilot on top of a pilot
that may fail, or something in use on top of an idea that was declined.

Stages count in the pipeline's order, and in use is the furthest. Whoever moves an idea ahead gets
an error, where it is known what was there before (`hero check --base main`). Everybody else gets a
warning: the other idea may have gone back.

**Instead:** move the other idea first, or remove the dependency if the idea can do without.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.standing import open_to, rank
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "References"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each dependency that an idea has overtaken, or that has ended."""
    if "pipeline" not in registry.sound:
        return
    for slug, idea in registry.ideas.items():
        place = rank(registry.pipeline, idea) if idea.links.depends_on else None
        if place is None:
            continue
        before = change.base.ideas.get(slug) if change else None
        moved = change is not None and (before is None or _state(before) != _state(idea))
        severity = Severity.ERROR if moved else Severity.WARNING
        for number, target in enumerate(idea.links.depends_on):
            other = registry.ideas.get(target)
            if other is None or target == slug:
                continue
            where = Place(registry.paths[slug], ("links", "depends_on", number))
            behind = rank(registry.pipeline, other)
            if behind is None:
                yield _ended(registry, where, target, other)
            elif behind < place:
                yield _behind(registry, where, idea, target, severity)


def _state(idea: Idea) -> tuple[str | None, tuple[str, ...]]:
    return idea.stage, idea.links.depends_on


def _behind(
    registry: Registry, where: Place, idea: Idea, target: str, severity: Severity
) -> Diagnostic:
    furthest = min(
        reached
        for each in idea.links.depends_on
        if each in registry.ideas
        and (reached := rank(registry.pipeline, registry.ideas[each])) is not None
    )
    allowed = " or ".join(f"`{stage}`" for stage in open_to(registry.pipeline, furthest))
    other = registry.ideas[target]
    return Diagnostic(
        RULE,
        f"this idea is in `{registry.stage(idea).id}`, and `{target}`, which it depends on, "
        f"is still in `{registry.stage(other).id}`",
        where,
        (
            f"until `{target}` has moved, this idea can be in {allowed}",
            "remove the dependency if the idea can do without it",
        ),
        severity,
        (Place(registry.paths[target], ("stage",)),),
    )


def _ended(registry: Registry, where: Place, target: str, other: Idea) -> Diagnostic:
    stage = registry.stage(other)
    instead = other.links.duplicate_of
    if instead and registry.knows(instead):
        words = f"`{target}`, which this idea depends on, repeats `{instead}`"
        help_ = f"depend on `{instead}` instead"
    else:
        words = f"`{target}`, which this idea depends on, has ended: {shown(stage.name)}"
        help_ = "read the reason there; then remove the dependency, or revise this idea"
    related = (Place(registry.paths[target], ("stage",)),)
    return Diagnostic(RULE, words, where, (help_,), Severity.WARNING, related)
