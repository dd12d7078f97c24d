"""Every decision of a registry, and what kind of answer it was."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Literal

from hero.registry.idea import Decision, Idea
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry

#: yes: further on the way to use. later: put aside. no: ended. back: taken up again, or set back.
Answer = Literal["yes", "later", "no", "back"]
ANSWERS: tuple[Answer, ...] = ("yes", "later", "no", "back")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about an idea; `number` is its place in the idea's own list, from 0.

    `days`: calendar days spent in the stage that it leaves, None where the file does not say.
    """

    slug: str
    number: int
    decision: Decision
    answer: Answer
    days: int | None


def decided(registry: Registry) -> tuple[Decided, ...]:
    """All decisions, the newest first; those of one day by slug."""
    answers = Answers(registry.pipeline)
    known = registry.known
    found = [
        each
        for slug, idea in registry.ideas.items()
        if idea.decisions
        for each in known.of(decided, slug, partial(_decided, answers, slug, idea), idea)
    ]
    found.sort(key=lambda each: (-each.decision.date.toordinal(), each.slug, -each.number))
    return tuple(found)


def _decided(answers: "Answers", slug: str, idea: Idea) -> list[Decided]:
    entered, found = idea.proposed_on, []
    for number, made in enumerate(idea.decisions):
        answer = answers.of(made.from_, made.to)
        found.append(Decided(slug, number, made, answer, _days(entered, made)))
        entered = made.date
    return found


class Answers:
    """What kind of answer a move is in a pipeline."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._stages = {stage.id: stage for stage in pipeline.stages}
        self._order = {stage.id: number for number, stage in enumerate(pipeline.stages)}

    def of(self, start: str, end: str) -> Answer:
        """Forward along active stages or into use is a yes; a stage nobody knows is no answer."""
        target, source = self._stages.get(end), self._stages.get(start)
        if target is None:
            return "back"
        if target.kind == "paused":
            return "later"
        if target.kind == "final":
            return "yes" if target.outcome == "good" else "no"
        on = source is not None and source.kind == "active"
        return "yes" if on and self._order[start] < self._order[end] else "back"


def _days(entered: dt.date | None, made: Decision) -> int | None:
    if entered is None or made.date < entered:
        return None
    return (made.date - entered).days
