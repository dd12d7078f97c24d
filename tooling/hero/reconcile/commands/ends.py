"""Where commands lead: the stages by their names, by what they are there for, and in order."""

from hero.process.gate import lawful, moves
from hero.registry.conditions.links import LinkKinds
from hero.registry.phrases import either
from hero.registry.pipeline import Pipeline, Stage

#: The stages of the shipped process; a registry may call them otherwise.
_USUAL = {
    "park": "parked",
    "decline": "declined",
    "withdraw": "withdrawn",
    "duplicate-of": "duplicate",
}


def next_stage(pipeline: Pipeline, start: Stage) -> Stage | None:
    """The stage that comes next on the way to use; for a stage off that way, where it resumes."""
    ends = [pipeline.stage(end) for end in lawful(pipeline, start.id)]
    onward = [end for end in ends if end and (end.kind == "active" or end.outcome == "good")]
    order = [stage.id for stage in pipeline.stages]
    if start.kind == "active":
        onward = [end for end in onward if order.index(end.id) > order.index(start.id)]
    elif start.kind == "final" and start.outcome == "good":
        onward = []
    return onward[0] if onward else None


def end_of(pipeline: Pipeline, start: Stage, verb: str) -> str:
    """The stage that a command leads to: by its usual name, or by what it is there for."""
    usual = _USUAL[verb]
    if pipeline.stage(usual):
        return usual
    for end in lawful(pipeline, start.id):
        stage, ways = pipeline.stage(end), moves(pipeline, start.id, end)
        if stage is None:
            continue
        if verb == "park" and stage.kind == "paused":
            return end
        if stage.kind == "final" and stage.outcome != "good":
            repeats = any(
                isinstance(each, LinkKinds) and "duplicate_of" in each.kinds
                for way in ways
                for each in way.gate
            )
            own = all("advocate" not in way.who for way in ways)
            if verb == ("duplicate-of" if repeats else "withdraw" if own else "decline"):
                return end
    return usual


def ways_from(pipeline: Pipeline, start: Stage) -> tuple[str, ...]:
    """Help that says where an idea can go; none where it can go nowhere."""
    ends = lawful(pipeline, start.id)
    return (f"from there it can go to {either(ends)}",) if ends else ()
