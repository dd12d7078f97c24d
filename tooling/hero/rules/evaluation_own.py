"""Nobody evaluates their own idea.

An evaluation is a second pair of eyes: value, effort and confidence as seen by somebody who would
not gain by a high figure. Proposers say what they believe in the text, where it can be argued with.

Somebody may become a proposer later, when an idea of theirs turns out to repeat this one. What they
said before stays on record, and no gate counts it.

**Instead:** remove the evaluation, and put what is known into `evidence`.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.conditions.case import same
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Evidence"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each evaluation by a proposer of the idea."""
    gained = _gained(registry)
    for slug, idea in registry.ideas.items():
        own = set(map(same, idea.proposers)) if idea.evaluations else set()
        before = change.was(slug, "evaluations") if change and own else None
        for number, evaluation in enumerate(idea.evaluations):
            new = change is not None and number >= len(before if isinstance(before, list) else ())
            came_later = not new and same(evaluation.by) in gained.get(slug, ())
            if same(evaluation.by) in own and not came_later:
                yield Diagnostic(
                    RULE,
                    f"`{evaluation.by}` proposes this idea and evaluates it",
                    Place(registry.paths[slug], ("evaluations", number, "by")),
                    help=("remove the evaluation; what is known belongs into `evidence`",),
                )


def _gained(registry: Registry) -> dict[str, set[str]]:
    """Who may have come to an idea by a duplicate of it, by slug."""
    found: dict[str, set[str]] = {}
    for idea in registry.ideas.values():
        target = idea.links.duplicate_of
        if target is not None:
            found.setdefault(target, set()).update(map(same, idea.proposers))
    return found
