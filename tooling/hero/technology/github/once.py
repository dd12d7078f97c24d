"""A write that happens once: looked for before it is made, and again when its fate is unknown."""

from collections.abc import Callable
from typing import TypeVar

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.budget import Budget
from hero.technology.github.calls import TRIES

T = TypeVar("T")

#: Reads may lag behind a write, so what is not seen at once is looked for once more.
LOOKS = 2


def write_once(
    find: Callable[[], T | None], create: Callable[[], T], budget: Budget, before: bool = True
) -> T:
    """What `find` finds, or what `create` makes where it finds nothing.

    Where `create` is refused as `broken` it may have been done all the same. Then it is looked
    for, with pauses, and made again only where it is not there. `before` is False where there is
    no need to look first. Raises ForgeRefused.
    """
    found = find() if before else None
    if found is not None:
        return found
    for tried in range(TRIES):
        try:
            return create()
        except ForgeRefused as refused:
            if refused.kind != "broken" or tried == TRIES - 1:
                raise
            found = _looked_for(find, budget, tried)
            if found is None and not budget.may_wait(2**tried):
                raise
        if found is not None:
            return found
    raise AssertionError("unreachable")


def _looked_for(find: Callable[[], T | None], budget: Budget, tried: int) -> T | None:
    for look in range(LOOKS):
        pause = 2 ** (tried + look)
        if budget.may_wait(pause):
            budget.wait(pause)
        found = find()
        if found is not None:
            return found
    return None
