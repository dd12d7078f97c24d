"""The course that an idea took: when it came, when it was answered, where it went."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from hero.process.flow.stays import Stay, answers, stays
from hero.registry.conditions.case import same
from hero.registry.idea import Decision, Idea
from hero.registry.pipeline import Pipeline, Stage
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Course:
    """What the figures need to know of one idea.

    `proposed`: the day on which it came in, where the file says so. `answered`: the first day on
    which somebody other than its proposers did something. `ended`: the decision that first led to
    a final stage. `stage`: where it stands. `imported`: decisions came from elsewhere, so its times
    say nothing of this network. `duplicate`: it was joined to another.
    """

    slug: str
    idea: Idea
    proposed: dt.date | None
    stage: Stage
    stays: tuple[Stay, ...]
    answered: dt.date | None
    ended: Decision | None
    imported: bool
    duplicate: bool

    @property
    def running(self) -> bool:
        """It is in no final stage."""
        return self.stage.kind != "final"

    @property
    def used(self) -> bool:
        """It is in use."""
        return self.stage.kind == "final" and self.stage.outcome == "good"

    def reached(self) -> set[str]:
        """Every stage that it has been in."""
        return {stay.stage for stay in self.stays}


def courses(registry: Registry) -> Iterator[Course]:
    """The course of every idea."""
    known = registry.known
    for slug, idea in registry.ideas.items():
        yield known.of(course, slug, partial(course, registry, slug, idea), idea)


def course(registry: Registry, slug: str, idea: Idea) -> Course:
    """The course of one idea."""
    pipeline, stage = registry.pipeline, registry.stage(idea)
    since = idea.proposed_on
    replied = (day for day in answers(idea) if since is not None and day >= since)
    return Course(
        slug=slug,
        idea=idea,
        proposed=since,
        stage=stage,
        stays=tuple(stays(idea, pipeline.initial.id)),
        answered=min(replied, default=None),
        ended=next((each for each in idea.decisions if _final(pipeline, each)), None),
        imported=any(each.imported is not None for each in idea.decisions),
        duplicate=idea.links.duplicate_of is not None and stage.kind == "final",
    )


WORDS = ("title", "summary", "problem", "proposal", "benefit", "first_step", "challenge")


def wordless(idea: Idea) -> Idea:
    """The idea without what no figure is made of: its words, and which challenge it answers."""
    return idea.model_copy(update={**dict.fromkeys(WORDS, ""), "tags": ()})


def own(course_: Course, made: Decision) -> bool:
    """Did the proposers decide this themselves, as when they take an idea back?"""
    return same(made.by) in {same(login) for login in course_.idea.proposers}


def _final(pipeline: Pipeline, made: Decision) -> bool:
    stage = pipeline.stage(made.to)
    return stage is not None and stage.kind == "final"
