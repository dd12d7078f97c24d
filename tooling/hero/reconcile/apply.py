"""Performing a plan: each write once, as many as are allowed, and what failed told and left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from hero.reconcile.actions import Action, Ask, Assign, MakeLabel, Merge, Publish, Relabel, Say
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
    the comment was, which says why. A label that could not be made is not put on: the forge would
    make it in grey. A forge that has had enough ends it all, and so does a budget that is spent:
    what it stopped is left. The next run begins from what is true then.
    """
    outcomes: list[Outcome] = []
    lacks: dict[object, str] = {}
    stop = ""
    for action in actions:
        done = sum(each.fate == "done" for each in outcomes)
        if not stop and done >= limit:
            stop = f"{limit} writes are allowed in one run"
        why = stop or next((lacks[need] for need in _needs(action) if need in lacks), "")
        why = why or _nothing_new(action, outcomes)
        if why:
            outcomes.append(Outcome(action, "left", why))
            continue
        try:
            action.perform(forge)
        except ForgeRefused as refusal:
            stop = refusal.words if refusal.kind == "rate" else ""
            fate: Fate = "left" if stop and refusal.wait is None else "refused"
            outcomes.append(Outcome(action, fate, refusal.words))
            lacks |= dict.fromkeys(_keeps_from(action), refusal.words)
        else:
            outcomes.append(Outcome(action, "done"))
    return outcomes


def _nothing_new(action: Action, outcomes: Iterable[Outcome]) -> str:
    """Why there is nothing to publish: of what was to be merged nothing was tried. Or nothing."""
    fates = {each.fate for each in outcomes if isinstance(each.action, Merge)}
    return "nothing was merged" if isinstance(action, Publish) and fates == {"left"} else ""


def _needs(action: Action) -> Iterator[object]:
    """What must not have been refused for this to be done."""
    if isinstance(action, Merge | Ask | Assign):
        yield type(action), action.pull
    if isinstance(action, Relabel):
        yield from action.add


def _keeps_from(action: Action) -> Iterator[object]:
    """What is not done where this was refused, as `_needs` calls it."""
    if isinstance(action, MakeLabel):
        yield action.name
    pull = getattr(action, "pull", None)
    if pull is not None:
        kinds = (Merge, Ask, Assign) if isinstance(action, Say) else (Merge,)
        yield from ((kind, pull) for kind in kinds)
