"""The moves that a change makes, each with its verdict, for the rules about moves."""

from collections.abc import Iterator
from dataclasses import replace

from hero.process.change import Change, Step
from hero.process.gate import Verdict, judge
from hero.registry.conditions.case import Approval, Facts
from hero.registry.registry import Registry


def judged_moves(registry: Registry, change: Change) -> Iterator[tuple[Step, Verdict | None]]:
    """Each decision that the change adds, held against the policies as they were before it.

    Decisions between stages that no policy knows are left to the rule for that. What a maintainer
    imports was decided under other rules.
    """
    law = change.judged(registry)
    known = {stage.id for stage in law.pipeline.stages}
    for step in change.steps(registry):
        way = (step.decision.from_, step.decision.to)
        if not known.issuperset(way) or (change.importing and step.decision.imported):
            continue
        facts = replace(_facts(change, step), today=step.decision.date)
        yield step, judge(law, step.idea, way, facts, step.decision.by, step.number)


def _facts(change: Change, step: Step) -> Facts:
    """What is known. Of several decisions in one change, the approvals of the pull are the last's.

    Upkeep has recorded those of the others.
    """
    if step.number == len(step.idea.decisions) - 1:
        return change.facts
    recorded = tuple(Approval(login) for login in step.decision.approved_by) or None
    return replace(change.facts, approvals=recorded, head=None)
