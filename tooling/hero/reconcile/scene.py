"""All that a plan is made from, read once: the registry, the forge, and its pulls as changes."""

import datetime as dt
from dataclasses import dataclass, field

from hero.reconcile.commands.talk import Talk, listened, talk
from hero.reconcile.overlay import is_idea
from hero.reconcile.reading import Reading, paths_of, reading
from hero.reconcile.seats import Seats, seats
from hero.reconcile.seen import Observed, PullSeen
from hero.reconcile.upkeep.pulled import is_upkeep_pull
from hero.registry.registry import Registry


@dataclass(frozen=True)
class Scene:
    """The registry of the default branch, what is seen of the forge, and the day.

    `read` are the open pulls that touch ideas, `seats` who helps with each of them, `talk`
    what people asked for in comments.
    """

    base: Registry
    observed: Observed
    today: dt.date
    read: tuple[Reading, ...]
    seats: Seats
    talk: Talk = field(default_factory=Talk)


def scene(base: Registry, observed: Observed, today: dt.date) -> Scene:
    """Read the pulls that are ours to answer, and choose who helps with them."""
    place = observed.place
    every = (pull for pull in observed.pulls if not is_upkeep_pull(pull, place))
    ours = [pull for pull in every if is_ours_to_answer(pull)]
    read = tuple(reading(base, place, pull, observed.texts, today) for pull in ours)
    said = talk(base, observed, read)
    read = listened(read, said)
    return Scene(base, observed, today, read, seats(base, read, place.me, today), said)


def is_ours_to_answer(pull: PullSeen) -> bool:
    """Is this an open pull that touches an idea? All others are none of Hero's business."""
    return pull.state == "open" and (not pull.whole or any(map(is_idea, paths_of(pull))))
