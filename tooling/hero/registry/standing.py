"""How far ideas have come, along the stages of a pipeline, so that two can be compared."""

from hero.registry.idea import Idea
from hero.registry.pipeline import Pipeline, Stage


def rank(pipeline: Pipeline, idea: Idea) -> int | None:
    """How far an idea has come: 0 for the first stage; None where it has ended.

    Active stages count in their order, and in use is the furthest. A paused idea is as far as the
    stage that it was paused in.
    """
    stage = pipeline.stage(idea.stage)
    left = [pipeline.stage(decision.from_) for decision in reversed(idea.decisions)]
    while stage is not None and stage.kind == "paused":
        stage = left.pop(0) if left else pipeline.initial
    return rank_of(pipeline, stage) if stage is not None else 0


def rank_of(pipeline: Pipeline, stage: Stage) -> int | None:
    """How far a stage is; None for one that ends an idea."""
    active = [each.id for each in pipeline.stages if each.kind == "active"]
    if stage.kind == "final":
        return len(active) if stage.outcome == "good" else None
    return active.index(stage.id) if stage.id in active else 0


def open_to(pipeline: Pipeline, furthest: int) -> list[str]:
    """The stages that are no further than this, paused ones included, in the pipeline's order."""
    return [
        stage.id
        for stage in pipeline.stages
        if stage.kind == "paused"
        or ((place := rank_of(pipeline, stage)) is not None and place <= furthest)
    ]
