"""Every stage can be reached, and every idea can end.

A stage that no move leads to stays empty for ever, and an idea in a stage without a way to an end
is never decided: its proposer waits, and nobody is late.

**Instead:** add the move that is missing, or remove the stage.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED

GROUP = "Policy"
RULE = rule_id(__name__)

PATH = LISTED["pipeline"]


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stage that is never reached, or never left for an end."""
    if "pipeline" not in registry.sound:
        return
    pipeline = registry.pipeline
    initial = pipeline.initial.id
    ends = {stage.id for stage in pipeline.stages if stage.kind == "final"}
    # A move to or from a stage that is not there is told of by the rule for that.
    if not {end for way in _ways(pipeline) for end in way} <= {each.id for each in pipeline.stages}:
        return
    if not ends:
        yield Diagnostic(
            RULE,
            "no stage is final, so no idea can ever end",
            Place(PATH, ("stages",)),
            ("give the stages that end an idea `kind: final` and `outcome: good` or `ended`",),
        )
        return
    reached = _spread({initial}, _ways(pipeline))
    ending = _spread(ends, {(to, from_) for from_, to in _ways(pipeline)})
    for number, stage in enumerate(pipeline.stages):
        place = Place(PATH, ("stages", number, "id"))
        if stage.id not in reached:
            words = f"no move leads from `{initial}` to the stage `{stage.id}`"
            add = "add a move to it under `moves`, or remove the stage"
            # Ideas may still be in a stage that nothing enters any more.
            yield Diagnostic(RULE, words, place, (add,), Severity.WARNING)
        if stage.id not in ending:
            words = f"an idea in `{stage.id}` can never end"
            some = next(iter(sorted(ends)))
            add = f"add a move from `{stage.id}` to a final stage, for example `{some}`"
            yield Diagnostic(RULE, words, place, (add,))


def _ways(pipeline: Pipeline) -> set[tuple[str, str]]:
    return {(start, move.to) for move in pipeline.moves for start in move.from_}


def _spread(begin: set[str], ways: set[tuple[str, str]]) -> set[str]:
    """Everything that the ways lead to from these stages, with these."""
    found: set[str] = set()
    fresh = begin
    while fresh:
        found |= fresh
        fresh = {end for start, end in ways if start in fresh} - found
    return found
