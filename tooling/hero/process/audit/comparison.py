"""What became of a list of decisions that may only grow, from one version to the next."""

from typing import Any, NamedTuple

#: What is filled in once, after the merge.
ONCE = ("approved_by", "pull")


class Fate(NamedTuple):
    """What became of a decision: `before` is None for a new one, `after` for one that is gone.

    `after_number` is its place in the later list, from 0. `out_of_order`: it stands before one
    that it once followed, or that was there before it.
    """

    before: Any
    after: Any
    after_number: int
    out_of_order: bool = False


def fates(before: list[Any], after: list[Any]) -> list[Fate]:
    """What became of each decision, the later list's order first, then those that are gone.

    Decisions are the same if they are equal, but for what is filled in once; else if they say the
    same way on the same day; else if they stand in the same place and share a day or a way.
    """
    if len(after) >= len(before) and all(map(continues, before, after)):
        fresh = after[len(before) :]
        kept = [Fate(*pair, number) for number, pair in enumerate(zip(before, after, strict=False))]
        return kept + [Fate(None, each, len(before) + n) for n, each in enumerate(fresh)]
    pairs = _paired(before, after)
    found: list[Fate] = []
    furthest = -1
    oldest = {new: old for old, new in pairs.items()}
    last = max(pairs.values(), default=-1)
    for number, each in enumerate(after):
        old = oldest.get(number)
        if old is None:
            found.append(Fate(None, each, number, number < last))
        else:
            found.append(Fate(before[old], each, number, old < furthest))
            furthest = max(furthest, old)
    gone = [number for number in range(len(before)) if number not in pairs]
    return found + [Fate(before[number], None, -1) for number in gone]


def continues(old: Any, new: Any) -> bool:
    """Is the new one the old one, with perhaps what is filled in once?"""
    if old == new:
        return True
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return all(
        new.get(name) == old.get(name) or (name in ONCE and not old.get(name))
        for name in {*old, *new}
    )


def differing(old: Any, new: Any) -> list[str]:
    """The parts of a decision that were changed, but for what was filled in once; sorted."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return []
    return sorted(
        str(name)
        for name in {*old, *new}
        if new.get(name) != old.get(name) and not (name in ONCE and not old.get(name))
    )


def _paired(before: list[Any], after: list[Any]) -> dict[int, int]:
    """The place of each old decision among the new ones, where it is still there."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for key, alike in ((_all_but_once, continues), (_way, _any)):
        places: dict[str, list[int]] = {}
        for number in reversed(range(len(after))):
            if number not in taken:
                places.setdefault(key(after[number]), []).append(number)
        for number, old in enumerate(before):
            offered = places.get(key(old), []) if number not in pairs else []
            if offered and alike(old, after[offered[-1]]):
                pairs[number] = offered.pop()
                taken.add(pairs[number])
    for number, old in enumerate(before[: len(after)]):
        if number not in pairs and number not in taken and _related(old, after[number]):
            pairs[number] = number
            taken.add(number)
    return pairs


def _all_but_once(decision: Any) -> str:
    """What a decision says, but for what is filled in once."""
    if not isinstance(decision, dict):
        return repr(decision)
    return repr(sorted((n, repr(v)) for n, v in decision.items() if n not in ONCE))


def _way(decision: Any) -> str:
    """The day and the way of a decision."""
    if not isinstance(decision, dict):
        return repr(decision)
    return repr([decision.get(name) for name in ("date", "from", "to")])


def _any(old: Any, new: Any) -> bool:
    return True


def _related(old: Any, new: Any) -> bool:
    """Do both share a day, a reason or an end?"""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return any(
        old.get(name) is not None and old.get(name) == new.get(name)
        for name in ("date", "because", "to")
    )
