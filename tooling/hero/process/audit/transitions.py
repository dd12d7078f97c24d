"""Changes of state out of any history, held against a pipeline: which of them were odd.

For registries whose history is known only as states with dates, such as those of other systems.
A change is lawful if the pipeline has a move for it; this is the law of every other check too.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from hero.process.gate import moves
from hero.registry.pipeline import Pipeline, Stage
from hero.registry.standing import rank_of


class Transition(NamedTuple):
    """A change of one idea's stage in one commit; `start` is None where it came in."""

    slug: str
    at: str
    commit: str
    by: str
    start: str | None
    end: str


#: Why a change is odd: a stage that the pipeline does not know; an idea that came in elsewhere
#: than at the beginning; one that left a final stage; went back; went on past a stage; or went
#: another way that no move leads.
Why = Literal["unknown", "entered", "reopened", "back", "skipped", "unlawful"]


class Odd(NamedTuple):
    """A change that no move allows, and why."""

    transition: Transition
    why: Why


def odd(pipeline: Pipeline, transitions: Iterable[Transition]) -> Iterator[Odd]:
    """The changes that the pipeline does not allow, in the order in which they are given."""
    for each in transitions:
        why = _why(pipeline, each)
        if why is not None:
            yield Odd(each, why)


def _why(pipeline: Pipeline, change: Transition) -> Why | None:
    end = pipeline.stage(change.end)
    if end is None:
        return "unknown"
    if change.start is None:
        return None if end.id == pipeline.initial.id else "entered"
    start = pipeline.stage(change.start)
    if start is None:
        return "unknown"
    if start.id == end.id or moves(pipeline, start.id, end.id):
        return None
    return _kind(pipeline, start, end)


def _kind(pipeline: Pipeline, start: Stage, end: Stage) -> Why:
    if start.kind == "final":
        return "reopened"
    here, there = rank_of(pipeline, start), rank_of(pipeline, end)
    if here is None or there is None or "paused" in (start.kind, end.kind):
        return "unlawful"
    return "back" if there < here else "skipped"
