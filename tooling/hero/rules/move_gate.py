"""A move is made when its gate holds.

Each move of the pipeline asks for something: approvals, people who said yes, evidence with a
baseline and a target, a link. What grows with each stage is what the organisation spends.

Some conditions only GitHub can tell, such as who approved. They are judged where the pull is, and
passed over here. A stage with a limit takes no more ideas than that.

This rule looks at decisions that a change adds: `hero check --base main`.

**Instead:** add what the message says. `hero move SLUG STAGE` shows the whole gate as a list first.
"""

from collections.abc import Iterator

from hero.process.change import Change, Step
from hero.registry.conditions.case import Finding, State
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.judged_moves import judged_moves
from hero.rules.rule import rule_id

GROUP = "Moves"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each condition that a new decision does not meet."""
    if change is None:
        return
    for step, verdict in judged_moves(registry, change):
        for finding in verdict.gate if verdict else ():
            if finding.state is State.MISSING:
                yield _diagnostic(step, finding)


def _diagnostic(step: Step, finding: Finding) -> Diagnostic:
    start, end = step.decision.from_, step.decision.to
    return Diagnostic(
        RULE,
        f"`{start}` to `{end}` asks: {finding.asks}",
        Place(step.path, ("decisions", step.number)),
        help=(finding.needed,),
    )
