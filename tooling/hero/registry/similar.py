"""Which ideas a text may repeat: those most alike, with the words they share as the reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from hero.registry.registry import IDEA_BYTES, IDEAS, slug_of
from hero.registry.similarity.likeness import Likeness
from hero.registry.similarity.texts import Texts, texts_in
from hero.registry.source import Source, SourceRefused, Spread, serially

#: How many are shown, and the least score that is. `python -m tests.similar.measure` shows how many
#: repeated ideas are found and how many false alarms there are at this score.
TOP, LEAST = 3, 0.15


class Scorer(Protocol):
    """A way to tell how alike texts are: anything that notes a text and scores all notes.

    `note` runs on any core and should keep its answer small; `scores` sees the notes of all.
    """

    def note(self, texts: Texts) -> Any:
        """What has to be known of one idea."""

    def scores(self, notes: Sequence[Any]) -> list[float]:
        """From 0 to 1, one for each note."""

    def reasons(self, texts: Texts, notes: Sequence[Any]) -> tuple[str, ...]:
        """Why an idea of these texts scores as it does, in words."""


@dataclass(frozen=True, slots=True)
class Similar:
    """An idea that a text may repeat: where it is, how alike from 0 to 1, and the shared words."""

    slug: str
    path: str
    score: float
    words: tuple[str, ...]


def similar(
    query: Texts,
    source: Source,
    spread: Spread[Any, Any] = serially,
    leave_out: Callable[[str], bool] = lambda path: False,
    least: float = LEAST,
    scorer: Callable[[Texts], Scorer] = Likeness,
) -> list[Similar]:
    """The ideas most alike to the query, best first; none where none scores `least`.

    All ideas are looked at, those declined too, and those with faults as far as they can be read.
    `leave_out` says of a path whether it holds the query's own idea.
    """
    held = scorer(query)
    paths = [
        path
        for path in source.paths(IDEAS)
        if path.endswith((".yml", ".yaml")) and not leave_out(path)
    ]
    notes = list(spread(partial(_note, source, held), paths))
    scores = held.scores(notes)
    order = sorted(range(len(paths)), key=lambda at: (-scores[at], paths[at]))
    return [
        Similar(
            slug=slug_of(paths[at]),
            path=paths[at],
            score=round(scores[at], 3),
            words=held.reasons(_texts(source, paths[at]), notes),
        )
        for at in order[:TOP]
        if scores[at] and scores[at] >= least
    ]


def _note(source: Source, scorer: Scorer, path: str) -> Any:
    return scorer.note(_texts(source, path))


def _texts(source: Source, path: str) -> Texts:
    try:
        return texts_in(path, source.read(path, IDEA_BYTES))
    except SourceRefused:
        return {}
