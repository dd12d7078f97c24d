"""The back-test as a whole: Hero beside the humans and beside the other ways to choose."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from hero.advocates.backtest import policies
from hero.advocates.backtest.measures import Worth, average, intervals, mean, people, worth
from hero.advocates.backtest.replay import Policy, Run, Scene, replay, scenes
from hero.advocates.backtest.rows import Fault, Row
from hero.advocates.weights import SHIPPED, Weights

#: Policies that go by chance are run so often, and the mean is told.
REPEATS = 10
#: The points of the frontier: how many hundredths of the fairness weight.
FRONTIER = (0, 33, 67, 100, 133, 200, 400)

#: The other ways to choose, by name: a policy for a seed, and whether it goes by chance.
OTHERS: dict[str, tuple[Callable[[int], Policy], bool]] = {
    "random": (policies.by_chance, True),
    "round_robin": (lambda _: policies.round_robin(), False),
    "blunderbuss": (policies.blunderbuss, True),
    "load_balance": (policies.load_balance, True),
    "greedy": (lambda _: policies.greedy(), False),
    "whodo": (lambda _: policies.whodo(), False),
}


@dataclass(frozen=True)
class Measured:
    """The worth of a policy, and for some measures where it lies when scenes are drawn again."""

    worth: Worth
    interval: dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Report:
    """What a back-test found. `frontier` goes by fairness weight, in ascending order."""

    first: dt.date
    last: dt.date
    scenes: int
    unnamed: int
    faults: tuple[Fault, ...]
    humans: dict[str, float]
    ceiling: dict[str, float]
    policies: dict[str, Measured]
    frontier: tuple[tuple[int, Worth], ...]

    def as_data(self) -> dict[str, Any]:
        """The report as JSON has it; shares with four places."""
        told = {
            "items": self.scenes,
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "left_out": {
                "naming_nobody": self.unnamed,
                "malformed": [asdict(fault) for fault in self.faults],
            },
            "humans": self.humans,
            "ceiling": self.ceiling,
            "policies": {
                name: {**asdict(each.worth), "interval": each.interval}
                for name, each in self.policies.items()
            },
            "frontier": [{"fairness": weight, **asdict(each)} for weight, each in self.frontier],
        }
        rounded: dict[str, Any] = _rounded(told)
        return rounded


def back_test(
    rows: Sequence[Row],
    faults: Sequence[Fault] = (),
    since: dt.date | None = None,
    weights: Weights = SHIPPED,
) -> Report | None:
    """Replay all rows after the warm-up, or from a date on; None where none is left."""
    there = scenes(rows, weights, since)
    if not there:
        return None
    points = [(weights.fairness * each // 100, each == 100) for each in FRONTIER]
    runs = [replay(there, policies.hero(replace(weights, fairness=point))) for point, _ in points]
    own = next(run for run, (_, shipped) in zip(runs, points, strict=True) if shipped)
    return Report(
        first=there[0].row.subject.date,
        last=there[-1].row.subject.date,
        scenes=len(there),
        unnamed=sum(not row.real and row.subject.date >= there[0].row.subject.date for row in rows),
        faults=tuple(faults),
        humans=_humans(there),
        ceiling=_ceiling(there),
        policies={"hero": _measured(there, [own]), **_others(there)},
        frontier=tuple(
            (point, worth(there, run)) for (point, _), run in zip(points, runs, strict=True)
        ),
    )


def _others(there: Sequence[Scene]) -> dict[str, Measured]:
    return {
        name: _measured(there, [replay(there, of(seed)) for seed in range(REPEATS if by else 1)])
        for name, (of, by) in OTHERS.items()
    }


def _measured(there: Sequence[Scene], runs: Sequence[Run]) -> Measured:
    return Measured(average([worth(there, run) for run in runs]), intervals(there, runs))


def _humans(there: Sequence[Scene]) -> dict[str, float]:
    """What people did, by the same measures; that they hit themselves says nothing."""
    run = replay(there, lambda scene, _: scene.row.real)
    given = [pick for picks in run.picks for pick in picks]
    told = asdict(worth(there, run))
    del told["hit_at_2"]
    return {**told, "seats": len(given), "people": len(set(given)),
            "could_be_chosen": len(people(there, ()))}  # fmt: skip


def _ceiling(there: Sequence[Scene]) -> dict[str, float]:
    """What the best choice could reach: for some, nobody who could be chosen fits."""
    pools = [{each.key for each in scene.pool} for scene in there]
    hits = [not pool.isdisjoint(scene.row.real) for scene, pool in zip(there, pools, strict=True)]
    fit = [any(map(scene.qualified, pool)) for scene, pool in zip(there, pools, strict=True)]
    return {"hit_at_2": mean(hits), "any_qualified": mean(fit)}


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return value
