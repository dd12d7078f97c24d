"""Ideas move only along the moves of the pipeline.

The pipeline says which stage leads where, so that everyone can tell what a stage means. An idea
that jumps from proposed to in use has been piloted by nobody.

This rule looks at decisions that a change adds: `hero check --base main`. It takes the pipeline as
it was before the change.

**Instead:** go one move at a time, or change the pipeline first, in a pull of its own.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.process.gate import lawful
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.phrases import either
from hero.registry.registry import Registry
from hero.rules.judged_moves import judged_moves
from hero.rules.rule import rule_id

GROUP = "Moves"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each new decision that no move of the pipeline allows."""
    if change is None:
        return
    pipeline = change.judged(registry).pipeline
    for step, verdict in judged_moves(registry, change):
        if verdict is None:
            start, end = step.decision.from_, step.decision.to
            yield Diagnostic(
                RULE,
                f"no move leads from `{start}` to `{end}`",
                Place(step.path, ("decisions", step.number, "to")),
                help=(ways_out(start, lawful(pipeline, start)),),
                related=(Place("playbooks/process/pipeline.yml", ("moves",)),),
            )


def ways_out(start: str, ends: list[str]) -> str:
    """Where an idea can go from a stage."""
    if not ends:
        return f"no move leads out of `{start}`"
    return f"from `{start}` it can go to {either([f'`{end}`' for end in ends])}"
