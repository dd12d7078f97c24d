"""Who decides a move is somebody who may.

The pipeline says for each move who decides: an advocate, or a proposer of the idea. An advocate
counts if they are on the roster on the day of the decision, look on no longer as a shadow, and do
not propose the idea themselves. The roster as it was before the change counts, so nobody becomes
an advocate by the pull in which they decide.

This rule looks at decisions that a change adds: `hero check --base main`.

**Instead:** `by` is the login of the person who decides. Ask one of the idea's advocates.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.conditions.case import State
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.phrases import either
from hero.registry.registry import Registry
from hero.rules.judged_moves import judged_moves
from hero.rules.rule import rule_id

GROUP = "Moves"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each new decision by somebody who may not make it."""
    if change is None:
        return
    for step, verdict in judged_moves(registry, change):
        if verdict is not None and verdict.person.state is State.MISSING:
            asked = verdict.person
            asking = (
                f"ask {either(step.idea.advocates)}"
                if step.idea.advocates and "advocate" in verdict.move.who
                else f"in this move, {asked.asks}"
            )
            yield Diagnostic(
                RULE,
                f"`{step.decision.by}` may not decide this: {asked.needed}",
                Place(step.path, ("decisions", step.number, "by")),
                help=(asking,),
                related=(Place("playbooks/advocates/roster.yml"),),
            )
