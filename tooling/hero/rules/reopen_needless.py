"""What would reopen an idea is said where it ends or rests.

`reopen_when` tells the next person what would have a declined, withdrawn or parked idea looked at
again. On a decision that carries an idea on, there is nothing to reopen: readers would take it
for a doubt that was never meant.

This rule looks at decisions that a change adds: `hero check --base main`.

**Instead:** remove it. What would have the decision changed can stand in the reason.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Moves"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each new decision that leads on and says what would reopen it."""
    if change is None:
        return
    pipeline = change.judged(registry).pipeline
    for step in change.steps(registry):
        stage = pipeline.stage(step.decision.to)
        if step.decision.reopen_when is None or stage is None or stage.reopens:
            continue
        yield Diagnostic(
            RULE,
            f"nothing is to be reopened in `{stage.id}`, where an idea neither ends nor rests",
            Place(step.path, ("decisions", step.number, "reopen_when"), on_key=True),
            ("remove `reopen_when`, or say in `because` what would change the decision",),
            Severity.WARNING,
        )
