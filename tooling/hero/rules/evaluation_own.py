"""Nobody evaluates their own idea.

An evaluation is a second pair of eyes: value, effort and confidence as seen by somebody who would
not gain by a high figure. Proposers say what they believe in the text, where it can be argued with.

Somebody may become a proposer later, when an idea of theirs turns out to repeat this one. What they
said before stays on record, and no gate counts it. So this rule looks at the evaluations that a
change adds: `hero check --base main`.

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
    """Yield a diagnostic for each new evaluation by a proposer of the idea."""
    if change is None:
        return
    for slug in (*change.added(registry), *change.changed(registry)):
        idea, before = registry.ideas[slug], change.was(slug, "evaluations")
        own = set(map(same, idea.proposers))
        start = len(before) if isinstance(before, list) else 0
        for number, evaluation in enumerate(idea.evaluations[start:], start):
            if same(evaluation.by) in own:
                yield Diagnostic(
                    RULE,
                    f"`{evaluation.by}` proposes this idea and evaluates it",
                    Place(registry.paths[slug], ("evaluations", number, "by")),
                    help=("remove the evaluation; what is known belongs into `evidence`",),
                )
