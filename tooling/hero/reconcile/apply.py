"""Performing a plan: each write once, as many as are allowed, and what failed told and left."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hero.reconcile.actions import Action, Ask, Assign, Merge, Say
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

    A pull is not merged where something before that was refused, and nobody is asked about it where
    the comment was, which says why. A forge that has had enough ends it all, and so does a budget
    that is spent: what it stopped is left. The next run begins from what is true then.
    """
    outcomes: list[Outcome] = []
    lacks: dict[tuple[int | None, type], str] = {}
    stop = ""
    for action in actions:
        pull = getattr(action, "pull", None)
        done = sum(each.fate == "done" for each in outcomes)
        if not stop and done >= limit:
            stop = f"{limit} writes are allowed in one run"
        why = stop or lacks.get((pull, type(action)), "")
        if why:
            outcomes.append(Outcome(action, "left", why))
            continue
        try:
            action.perform(forge)
        except ForgeRefused as refusal:
            stop = refusal.words if refusal.kind == "rate" else ""
            fate: Fate = "left" if stop and refusal.wait is None else "refused"
            outcomes.append(Outcome(action, fate, refusal.words))
            lacks |= {(pull, kind): refusal.words for kind in _after(action)}
        else:
            outcomes.append(Outcome(action, "done"))
    return outcomes


def _after(action: Action) -> tuple[type, ...]:
    """What is not done for a pull where this was refused."""
    if getattr(action, "pull", None) is None:
        return ()
    return (Merge, Ask, Assign) if isinstance(action, Say) else (Merge,)
