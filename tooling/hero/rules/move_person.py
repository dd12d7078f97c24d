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
from hero.registry.idea import Idea
from hero.registry.phrases import either
from hero.registry.pipeline import Move
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
            yield Diagnostic(
                RULE,
                f"{verdict.person.asks} this move, and {verdict.person.needed}",
                Place(step.path, ("decisions", step.number, "by")),
                help=(f"ask {_whom(step.idea, verdict.move)}",),
                related=(Place("playbooks/advocates/roster.yml"),),
            )


def _whom(idea: Idea, move: Move) -> str:
    """Who may decide it."""
    if "advocate" not in move.who:
        return either(idea.proposers)
    others = [login for login in idea.advocates if login not in idea.proposers]
    return either(others) if others else "one of the advocates on the roster"
