"""How many ideas were in each stage at the end of a day, for many days at once."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from hero.process.flow.scene import Scene

#: The most days that a series shows.
MOST = 48


def levels(scene: Scene, days: Sequence[dt.date]) -> Mapping[str, tuple[int, ...]]:
    """Stage to how many ideas were in it at the end of each of these days, the earliest first.

    Ideas that do not say when they came in are left out. Every stage of the pipeline is there,
    and every other that an idea has been in.
    """
    steps = {stage.id: [0] * (len(days) + 1) for stage in scene.pipeline.stages}
    for course in scene.courses:
        for stay in course.stays:
            if stay.entered is None:
                continue
            change = steps.setdefault(stay.stage, [0] * (len(days) + 1))
            change[bisect_left(days, stay.entered)] += 1
            if stay.left is not None:
                # Dates that run backwards are taken as a stay of no time.
                change[bisect_left(days, max(stay.left, stay.entered))] -= 1
    return {stage: tuple(accumulate(change[:-1])) for stage, change in steps.items()}


def sampled(scene: Scene) -> tuple[dt.date, ...]:
    """Days from the first proposal to the scene's own, evenly apart, at most MOST of them."""
    first = min((each.proposed for each in scene.courses if each.proposed), default=None)
    if first is None:
        return ()
    span = (scene.day - first).days
    step = max(1, -(-span // (MOST - 1)))
    return tuple(scene.day - dt.timedelta(days=back) for back in range(0, span + 1, step))[::-1]
