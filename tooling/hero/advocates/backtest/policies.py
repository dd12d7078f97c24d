"""Ways to choose: Hero's own, and those that it is measured against."""

import datetime as dt
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count

from hero.advocates.backtest.replay import SEATS, Desk, Policy, Scene
from hero.advocates.choose import chosen
from hero.advocates.score import tie
from hero.advocates.subject import Candidate
from hero.advocates.weights import Weights
from hero.advocates.whole import saturating

#: GitHub's load balance looks at any thirty days.
RECENT = 30

Key = Callable[[Candidate], tuple[float | str, ...]]


def hero(weights: Weights) -> Policy:
    """What `hero assign` does: the same scoring, the same choice."""

    def policy(scene: Scene, desk: Desk) -> Sequence[str]:
        fit = replace(scene.fit, weights=weights)
        return chosen(fit, scene.pool, desk, SEATS).keys

    return policy


def by_chance(seed: int) -> Policy:
    """Anybody."""
    chance = random.Random(seed)  # noqa: S311 - a replay must be the same each time

    def policy(scene: Scene, desk: Desk) -> Sequence[str]:
        return _keys(chance.sample(scene.pool, min(SEATS, len(scene.pool))))

    return policy


def round_robin() -> Policy:
    """Whoever's last turn is longest ago."""
    turns: dict[str, int] = {}
    number = count()

    def policy(scene: Scene, desk: Desk) -> Sequence[str]:
        picks = _first(scene.pool, lambda each: (turns.get(each.key, -1), each.key))
        turns.update((key, next(number)) for key in picks)
        return picks

    return policy


def blunderbuss(seed: int) -> Policy:
    """Anybody of the group, as prow's blunderbuss; whoever else where the group is too small."""
    chance = random.Random(seed)  # noqa: S311 - a replay must be the same each time

    def policy(scene: Scene, desk: Desk) -> Sequence[str]:
        return _first(scene.pool, lambda each: (_outside(scene, each), chance.random()))

    return policy


def load_balance(seed: int) -> Policy:
    """Whoever of the group was given least lately, as GitHub's load balance for teams."""
    chance = random.Random(seed)  # noqa: S311 - a replay must be the same each time

    def policy(scene: Scene, desk: Desk) -> Sequence[str]:
        recent = _recent(desk, scene.row.subject.date)

        def key(each: Candidate) -> tuple[float | str, ...]:
            outstanding = max(recent.get(each.key, 0), desk.load(each.key))
            return (_outside(scene, each), outstanding, chance.random())

        return _first(scene.pool, key)

    return policy


def greedy() -> Policy:
    """Whoever knows most, whatever they carry."""

    def policy(scene: Scene, desk: Desk) -> Sequence[str]:
        return _first(scene.pool, lambda each: (-_amount(scene, each), _tie(scene, each)))

    return policy


def whodo() -> Policy:
    """Whoever knows most, damped by e^(-load / 2), as Microsoft's WhoDo (FSE 2019)."""

    def policy(scene: Scene, desk: Desk) -> Sequence[str]:
        def key(each: Candidate) -> tuple[float | str, ...]:
            damped = _amount(scene, each) * (1000 - saturating(500 * desk.load(each.key), 1000))
            return (-damped, _tie(scene, each))

        return _first(scene.pool, key)

    return policy


def _amount(scene: Scene, candidate: Candidate) -> int:
    return scene.fit.knowledge(candidate).amount(scene.fit.weights)


def _outside(scene: Scene, candidate: Candidate) -> bool:
    return not scene.earlier[candidate.key]


def _tie(scene: Scene, candidate: Candidate) -> str:
    return tie(scene.row.subject, candidate)


def _recent(desk: Desk, day: dt.date) -> dict[str, int]:
    found: dict[str, int] = {}
    for seat in reversed(desk.seats):
        if (day - seat.date).days > RECENT:
            break
        found[seat.person] = found.get(seat.person, 0) + 1
    return found


def _first(pool: Iterable[Candidate], key: Key) -> Sequence[str]:
    return _keys(sorted(pool, key=key)[:SEATS])


def _keys(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(each.key for each in candidates)
