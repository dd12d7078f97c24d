"""How soon ideas heard, quarter by quarter of their proposal."""

from collections.abc import Iterator
from dataclasses import dataclass

from hero.process.flow.figure import Figure, duration
from hero.process.flow.quarter import quarter, quarters
from hero.process.flow.scene import Scene
from hero.process.flow.spread import spread


@dataclass(frozen=True, slots=True)
class Heard:
    """The ideas of a quarter: how long the first reply took, and the first decision."""

    quarter: str
    reply: Figure
    decision: Figure


def heard(scene: Scene) -> Iterator[Heard]:
    """The quarters up to the scene's day, in working days.

    What is still waited for counts by its age. As in the figure of first replies, ideas that ended
    before anybody replied are left out of replies.
    """
    names = quarters(scene.since, scene.day)
    replies: dict[str, tuple[list[int], list[int]]] = {name: ([], []) for name in names}
    decisions: dict[str, tuple[list[int], list[int]]] = {name: ([], []) for name in names}
    between = scene.working.between
    for each in scene.own:
        if each.proposed is None or (name := quarter(each.proposed)) not in replies:
            continue
        if each.answered is not None:
            replies[name][0].append(between(each.proposed, each.answered))
        elif each.running:
            replies[name][1].append(between(each.proposed, scene.day))
        left = each.stays[0].left
        decisions[name][left is None].append(between(each.proposed, left or scene.day))
    for name in names:
        yield Heard(
            name,
            duration(name, spread(*replies[name])),
            duration(name, spread(*decisions[name])),
        )
