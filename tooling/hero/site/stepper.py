"""The way of an idea through the stages, as steps."""

from dataclasses import dataclass
from typing import Literal

from hero.registry.idea import Idea
from hero.registry.pipeline import Pipeline, Stage


@dataclass(frozen=True, slots=True)
class Step:
    """A stage on the way: been there, there now, or not (yet) been there."""

    name: str
    state: Literal["done", "current", "ahead"]
    ended: bool = False


def steps(idea: Idea, stage: Stage, pipeline: Pipeline) -> list[Step]:
    """The stages on the way to use, in order; an idea that left the way ends in its stage."""
    been = {pipeline.initial.id} | {decision.to for decision in idea.decisions}
    way = [entry for entry in pipeline.stages if _on_the_way(entry)]
    if stage.id in [entry.id for entry in way]:
        return [Step(entry.name, _state(entry, stage, been)) for entry in way]
    before = [Step(entry.name, "done") for entry in way if entry.id in been]
    return [*before, Step(stage.name, "current", ended=True)]


def _on_the_way(stage: Stage) -> bool:
    return stage.kind == "active" or stage.outcome == "good"


def _state(entry: Stage, now: Stage, been: set[str]) -> Literal["done", "current", "ahead"]:
    if entry.id == now.id:
        return "current"
    return "done" if entry.id in been else "ahead"
