"""Nobody evaluates their own idea.

An evaluation is a second pair of eyes: value, effort and confidence as seen by somebody who would
not gain by a high figure. Proposers say what they believe in the text, where it can be argued with.

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
    for slug, idea in registry.ideas.items():
        own = set(map(same, idea.proposers)) if idea.evaluations else set()
        for number, evaluation in enumerate(idea.evaluations):
            if same(evaluation.by) in own:
                yield Diagnostic(
                    RULE,
                    f"`{evaluation.by}` proposes this idea and evaluates it",
                    Place(registry.paths[slug], ("evaluations", number, "by")),
                    help=("remove the evaluation; what is known belongs into `evidence`",),
                )
