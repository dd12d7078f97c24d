"""What a run is worth: how good the picks are, and how fairly work was spread."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hero.advocates.backtest.replay import Run, Scene

#: How many hold "the top": the ten people with most seats.
TOP = 10
#: How often the scenes are drawn again for an interval, and the chance it is done with.
DRAWS, SEED = 1000, 20_170
#: What of the results an interval holds, in per cent from below.
LOW, HIGH = 0.025, 0.975

#: A number from 0 to 1 for one scene and whom a policy chose there.
Measure = Callable[[Scene, Sequence[str]], float]


@dataclass(frozen=True)
class Worth:
    """The measures of one run, shares between 0 and 1."""

    hit_at_2: float
    qualified: float
    any_qualified: float
    worst_expertise: float
    gini: float
    top10_share: float
    max_open: float
    over_capacity: float


def hit(scene: Scene, picks: Sequence[str]) -> float:
    """1 where one of the picks is among those whom people chose."""
    return float(not set(picks).isdisjoint(scene.row.real))


def qualified(scene: Scene, picks: Sequence[str]) -> float:
    """The share of picks who helped enough earlier items of the group; 0 where nobody was."""
    return mean([float(scene.qualified(pick)) for pick in picks])


def any_qualified(scene: Scene, picks: Sequence[str]) -> float:
    """1 where one of the picks is qualified."""
    return float(any(map(scene.qualified, picks)))


def best(scene: Scene, picks: Sequence[str]) -> float:
    """How many earlier items of the group the most experienced pick helped."""
    return max((scene.earlier[pick] for pick in picks), default=0)


#: What is told with an interval.
MEASURES: dict[str, Measure] = {
    "hit_at_2": hit, "qualified": qualified, "any_qualified": any_qualified,
}  # fmt: skip


def worth(scenes: Sequence[Scene], run: Run) -> Worth:
    """All measures of a run."""
    given = Counter(pick for picks in run.picks for pick in picks)
    means = {name: mean(_values(scenes, run, each)) for name, each in MEASURES.items()}
    return Worth(
        **means,
        worst_expertise=_worst([best(*each) for each in zip(scenes, run.picks, strict=True)]),
        gini=gini([given[person] for person in people(scenes, given)]),
        top10_share=top_share(given),
        max_open=run.most_open,
        over_capacity=run.over / max(1, given.total()),
    )


def average(worths: Sequence[Worth]) -> Worth:
    """The mean of several runs, for policies that go by chance."""
    names = Worth.__dataclass_fields__
    return Worth(**{name: mean([getattr(each, name) for each in worths]) for name in names})


def intervals(scenes: Sequence[Scene], runs: Sequence[Run]) -> dict[str, tuple[float, float]]:
    """For each measure, where 95 % of its means lie when the scenes are drawn again and again."""
    chance = random.Random(SEED)  # noqa: S311 - an interval must be the same each time
    places = range(len(scenes))
    draws = [chance.choices(places, k=len(scenes)) for _ in range(DRAWS)]
    return {name: _interval(draws, scenes, runs, each) for name, each in MEASURES.items()}


def people(scenes: Sequence[Scene], given: Iterable[str]) -> list[str]:
    """Everybody who could be chosen at some time, and who was."""
    there = {each.key for scene in scenes for each in scene.pool}
    return sorted(there.union(given))


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def gini(counts: Sequence[int]) -> float:
    """Gini's coefficient: 0 where all have the same, towards 1 where one has everything."""
    ranked, total, n = sorted(counts), sum(counts), len(counts)
    if not total:
        return 0.0
    return sum((2 * place - n + 1) * each for place, each in enumerate(ranked)) / (n * total)


def top_share(given: Counter[str]) -> float:
    """The share of all seats that the ten with most of them hold."""
    return sum(count for _, count in given.most_common(TOP)) / max(1, given.total())


def _worst(values: Sequence[float]) -> float:
    """The mean over the worst-served tenth."""
    return mean(sorted(values)[: max(1, len(values) // 10)])


def _values(scenes: Sequence[Scene], run: Run, measure: Measure) -> list[float]:
    return [measure(scene, picks) for scene, picks in zip(scenes, run.picks, strict=True)]


def _interval(
    draws: Sequence[Sequence[int]], scenes: Sequence[Scene], runs: Sequence[Run], measure: Measure
) -> tuple[float, float]:
    told = zip(*(_values(scenes, run, measure) for run in runs), strict=True)
    values = [mean(each) for each in told]
    means = sorted(mean([values[place] for place in draw]) for draw in draws)
    return (means[int(LOW * DRAWS)], means[int(HIGH * DRAWS) - 1])
