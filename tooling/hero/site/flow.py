"""What the site's pages need of how ideas flow, worked out once for all of them."""

import datetime as dt
from dataclasses import replace

from hero.process.flow.figure import Figure
from hero.process.flow.scene import Scene, scene
from hero.process.flow.times import first_reply
from hero.site.window import Window

#: How far back "lately" reaches, and how many ideas it takes to say anything of that time alone.
LATELY, ENOUGH = dt.timedelta(days=365), 5


def scene_of(window: Window) -> Scene:
    """All ideas with their courses, at the day at which the site stands."""
    return window.derived(_scene)


def _scene(window: Window) -> Scene:
    return scene(window.registry, window.edition.as_of)


def reply(window: Window) -> tuple[Figure, bool]:
    """The figure of first replies, and whether it is of the last year alone.

    It is of all time where the last year has too few.
    """
    return window.derived(_reply)


def _reply(window: Window) -> tuple[Figure, bool]:
    whole = scene_of(window)
    (lately,) = first_reply(replace(whole, since=whole.day - LATELY))
    if lately.n >= ENOUGH:
        return lately, True
    (ever,) = first_reply(whole)
    return ever, False
