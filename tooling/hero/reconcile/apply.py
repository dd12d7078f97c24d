"""Performing a plan: each write once, as many as are allowed, and what failed told and left."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hero.reconcile.actions import Action, Merge
from hero.reconcile.forge import Forge, ForgeRefused

Fate = Literal["done", "refused", "left"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an action: done, refused by the forge, or left for the next run, and why."""

    action: Action
    fate: Fate
    words: str = ""


def apply(actions: Iterable[Action], forge: Forge, limit: int) -> list[Outcome]:
    """Perform actions in order, at most `limit` of them.

    A pull is not merged where something before that was refused. A forge that has had enough ends
    it all. The next run begins from what is true then.
    """
    outcomes: list[Outcome] = []
    ended: dict[int | None, str] = {}
    stop = ""
    for action in actions:
        pull = getattr(action, "pull", None)
        done = sum(each.fate == "done" for each in outcomes)
        if not stop and done >= limit:
            stop = f"{limit} writes are allowed in one run"
        if stop or (pull is not None and pull in ended and isinstance(action, Merge)):
            outcomes.append(Outcome(action, "left", stop or ended[pull]))
            continue
        try:
            action.perform(forge)
        except ForgeRefused as refusal:
            outcomes.append(Outcome(action, "refused", refusal.words))
            ended[pull] = refusal.words
            stop = refusal.words if refusal.kind == "rate" else ""
        else:
            outcomes.append(Outcome(action, "done"))
    return outcomes
