"""Which ideas that were ended or put aside have a reason: all of them, and stage by stage."""

from collections.abc import Iterator

from hero.process.flow.course import Course
from hero.process.flow.figure import Figure, share
from hero.process.flow.scene import Scene


def reasons(scene: Scene) -> Iterator[Figure]:
    """One figure: of the ideas that rest or ended, those whose last decision says why."""
    resting = [each for each in scene.courses if each.stage.kind != "active"]
    yield _explained(scene, "", resting)


def reasons_by_stage(scene: Scene) -> Iterator[Figure]:
    """The same for each stage that is not active and holds anything."""
    for stage in scene.pipeline.stages:
        there = [each for each in scene.courses if each.stage.id == stage.id]
        if stage.kind != "active" and there:
            yield _explained(scene, stage.id, there)


def counts(scene: Scene, course: Course) -> bool:
    """Is what happened to it last in the time that is looked at?"""
    made = course.idea.decisions
    return scene.since is None or (bool(made) and scene.counts(made[-1].date))


def _explained(scene: Scene, of: str, some: list[Course]) -> Figure:
    counted = [each for each in some if counts(scene, each)]
    return share(of, sum(map(_led_here, counted)), len(counted))


def _led_here(course: Course) -> bool:
    if not course.idea.decisions:
        return False
    last = course.idea.decisions[-1]
    return last.to == course.stage.id and bool(last.because.strip())
