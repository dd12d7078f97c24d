"""How many repeated ideas a method finds, and how often it cries wolf.

`python -m tests.similar.measure` prints a table over the made set and, where the folder of real
proposals is there (`HERO_CORPUS`, or `../shared/corpus` beside the repository), over those too.
Recall at 3: of 100 queries that repeat an idea, how often is it among the three that are shown.
False alarms: of 100 queries that repeat none, how often is anything shown. Each method shows what
scores more than a threshold of its own: the one at which it gives 5 false alarms per 100.
"""

import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hero.registry.similar import LEAST, TOP
from hero.registry.similarity.texts import Texts
from tests.similar.made import labelled
from tests.similar.methods import Method, known
from tests.similar.pairs import pairs, proposals

BESIDE = Path(__file__).parents[3] / "shared" / "corpus"
#: How many proposals of the one corpus are held against the other, where none can be repeated.
ACROSS = 75


@dataclass(frozen=True)
class Query:
    """What is asked, of which kind, the ideas that it repeats, and its own number, if any."""

    texts: Texts
    kind: str
    repeats: frozenset[int] = frozenset()
    own: int = -1


@dataclass
class Outcome:
    """The best score with a right idea among the three best, and the best of all, by kind."""

    right: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def threshold(self, alarms: float) -> float:
        """The least score at which there are at most so many false alarms per 100."""
        scores = sorted((each for some in self.wrong.values() for each in some), reverse=True)
        return scores[int(len(scores) * alarms / 100)] + 1e-9

    def recall(self, least: float) -> dict[str, float]:
        """Found per 100 of each kind."""
        return {kind: _above(scores, least) for kind, scores in self.right.items()}

    def alarms(self, least: float) -> float:
        """False alarms per 100 of all."""
        return _above([each for some in self.wrong.values() for each in some], least)


def made(seeds: Sequence[int]) -> Iterator[tuple[list[Texts], list[Query]]]:
    """The made registries with their queries."""
    for seed in seeds:
        held = labelled(seed)
        yield (
            list(held.ideas),
            [Query(case.query, case.kind, _known(case.repeats)) for case in held.cases],
        )


def real(folder: Path, seed: int = 1) -> Iterator[tuple[list[Texts], list[Query]]]:
    """Each corpus as a registry, asked by its pairs, whole and by title, and by the other one."""
    chance = random.Random(seed)
    for name, other in (("eip", "pep"), ("pep", "eip")):
        ideas = proposals(folder, name)
        number = {key: at for at, key in enumerate(ideas)}
        partners: dict[str, set[int]] = defaultdict(set)
        for one, two in map(sorted, pairs(folder, name)):
            partners[one].add(number[two])
            partners[two].add(number[one])
        queries = []
        for key in sorted(partners):
            for texts, kind in ((ideas[key], name), (_title(ideas[key]), f"{name} titles")):
                queries.append(Query(texts, kind, frozenset(partners[key]), number[key]))
        strangers = proposals(folder, other)
        for key in chance.sample(sorted(strangers), ACROSS):
            queries += [Query(strangers[key], name), Query(_title(strangers[key]), name)]
        yield list(ideas.values()), queries


def outcome(method: Method, sets: Sequence[tuple[list[Texts], list[Query]]]) -> Outcome:
    """Every query of every set, asked once."""
    found = Outcome()
    for ideas, queries in sets:
        scores_of = method(ideas)
        for query in queries:
            scores = list(scores_of(query.texts))
            if query.own >= 0:
                scores[query.own] = -1.0
            best = sorted(range(len(ideas)), key=lambda at: (-scores[at], at))[:TOP]
            if query.repeats:
                right = [scores[at] for at in best if at in query.repeats]
                found.right[query.kind].append(max(right, default=-1.0))
            else:
                found.wrong[query.kind].append(scores[best[0]])
    return found


def table(sets: Sequence[tuple[list[Texts], list[Query]]]) -> Iterator[str]:
    """The lines of a table in Markdown: one method a line, one kind of query a column."""
    kinds = list(dict.fromkeys(q.kind for _, queries in sets for q in queries if q.repeats))
    yield f"| method | {' | '.join(kinds)} | mean | false alarms | shows from |"
    yield f"|---|{'---|' * (len(kinds) + 3)}"
    for name, method in known().items():
        found = outcome(method, sets)
        least = [("", found.threshold(5))]
        least += [(", as shipped", LEAST)] if name == "hero similar" else []
        for how, score in least:
            recall = found.recall(score)
            cells = [f"{recall[kind]:.0f}" for kind in kinds]
            mean = sum(recall.values()) / len(recall)
            said = f"{' | '.join(cells)} | {mean:.0f} | {found.alarms(score):.1f} | {score:.2f}"
            yield f"| {name}{how} | {said} |"


def corpus() -> Path | None:
    """The folder of real proposals, if there is one."""
    folder = Path(os.environ.get("HERO_CORPUS") or BESIDE)
    return folder if (folder / "eip.jsonl").is_file() else None


def _known(idea: int | None) -> frozenset[int]:
    return frozenset() if idea is None else frozenset({idea})


def _title(texts: Texts) -> Texts:
    return {"title": texts["title"]}


def _above(scores: Sequence[float], least: float) -> float:
    return 100 * sum(score >= least for score in scores) / max(1, len(scores))


if __name__ == "__main__":
    folder = corpus()
    every = [*made(range(11, 15)), *(real(folder, 11) if folder else ())]
    queries = [query for _, asked in every for query in asked]
    repeats = sum(bool(query.repeats) for query in queries)
    said = f"{repeats} queries that repeat an idea, {len(queries) - repeats} that repeat none"
    sys.stdout.write("\n".join([said, "", *table(every)]) + "\n")
