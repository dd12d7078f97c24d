"""What each choice in the method of `hero similar` brings: the same measurement without it.

`python -m tests.similar.choices` prints a table over the same sets as `tests.similar.measure`.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from hero.registry.similarity import features, likeness, words
from hero.registry.similarity.texts import WEIGHTS, Texts
from tests.similar.measure import Outcome, Query, corpus, made, outcome, real
from tests.similar.methods import hero

#: What is put in the place of what, for one choice.
Change = Sequence[tuple[Any, str, Any]]


def _pair(worth: float) -> Change:
    return [(features, "PAIR", worth), (likeness, "PAIR", worth)]


def _weights(**more: float) -> Change:
    weights: Mapping[str, float] = {**WEIGHTS, **more}
    return [(features, "WEIGHTS", weights), (likeness, "WEIGHTS", weights)]


def _term(of: Callable[[str], str]) -> Change:
    def term(word: str) -> str:
        return "" if word in words.STOP_WORDS or word.isdecimal() else of(word)

    return [(features, "term", term), (words, "term", term)]


def _always(*_: Any) -> float:
    return 1.0


CHANGES: Mapping[str, Change] = {
    "as it is": [],
    "evidence (BM25) alone": [(likeness._Cosine, "of", _always)],
    "alikeness (cosine) alone": [(likeness._Evidence, "of", _always)],
    "no pairs": _pair(0.0),
    "a pair counts 0.3": _pair(0.3),
    "a pair counts 1": _pair(1.0),
    "words as they stand": _term(lambda word: word),
    "plurals alone": _term(words._singular),
    "stop words count": [(words, "STOP_WORDS", frozenset())],
    "all fields count 1": _weights(title=1.0, summary=1.0),
    "the title counts 3": _weights(title=3.0),
    "the proposal counts half": _weights(proposal=0.5),
    "without the proposal": _weights(proposal=0.0),
}


def changed(change: Change, sets: Sequence[tuple[list[Texts], list[Query]]]) -> Outcome:
    """The measurement with some things in the place of others."""
    words.term.cache_clear()
    with ExitStack() as stack:
        for where, name, value in change:
            stack.enter_context(patch.object(where, name, value))
        found = outcome(hero, sets)
    words.term.cache_clear()
    return found


def table() -> Iterator[str]:
    """The lines of a table in Markdown: one change a line, one kind of query a column."""
    folder = corpus()
    sets = [*made(range(11, 15)), *(real(folder, 11) if folder else ())]
    yield "| choice | of 100 repeated ideas are found, at 5 false alarms per 100 | mean |"
    yield "|---|---|---|"
    for name, change in CHANGES.items():
        found = changed(change, sets)
        recall = found.recall(found.threshold(5))
        cells = ", ".join(f"{kind} {value:.0f}" for kind, value in recall.items())
        yield f"| {name} | {cells} | {sum(recall.values()) / len(recall):.1f} |"


if __name__ == "__main__":
    for line in table():
        sys.stdout.write(line + "\n")
