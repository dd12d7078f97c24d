"""What tells similar ideas while one types: the words of all ideas, each with where it stands.

The words, their weights by field and the score are those of `hero similar`, without its pairs of
neighbours. A large registry keeps the rarest words of each idea alone: at 10,000 ideas the file has
1.4 MB, 0.4 MB as sent by a host that compresses.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from hero.registry.idea import Idea
from hero.registry.known import Known
from hero.registry.similarity.features import MOST
from hero.registry.similarity.texts import WEIGHTS, Texts
from hero.registry.similarity.words import STOP_WORDS, terms
from hero.site.page import Download
from hero.site.window import Window

PATH = "search/similar.json"
#: Raised when the form of the file changes, so that an old script does not read a new one.
VERSION = 1
#: So many words are kept of all ideas together, and at least so many of each.
KEPT, FEWEST = 120_000, 12


class Counted(NamedTuple):
    """The weights of an idea's words, and its length in words, plain and weighted."""

    words: dict[str, float]
    length: int
    weighted: float


def similar_download(window: Window) -> Download:
    """The file. `ideas`: slug, title, stage's name, length, weighted length. `words`: word to
    how many ideas have it, then pairs: how many ideas to go on, and its weight there in halves."""
    known, ideas = window.known, window.registry.ideas
    counted = {
        slug: known.of(_counted, slug, partial(_counted, idea), idea)
        for slug, idea in ideas.items()
    }
    rows: list[list[Any]] = [
        [slug, ideas[slug].title, window.stage(slug).name, each.length, round(each.weighted)]
        for slug, each in counted.items()
    ]
    # A move changes no word of any idea, and the words are nearly all of the file.
    words = known.of(_words, "", partial(_words, known, counted), *counted.items())
    opening = _written({"version": VERSION, "stop": sorted(STOP_WORDS), "ideas": rows})
    return Download(PATH, f'{opening.removesuffix("}")},"words":{words}}}'.encode())


def _words(known: Known, counted: Mapping[str, Counted]) -> str:
    """The words as JSON."""
    having = Counter(word for each in counted.values() for word in each.words)
    rare = {word: math.log((1 + len(counted)) / (1 + many)) for word, many in having.items()}
    most = max(FEWEST, KEPT // max(1, len(counted)))
    held: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for number, (slug, each) in enumerate(counted.items()):
        words = each.words
        rests_on = (words, most, len(counted), [having[word] for word in words])
        for word in known.of(_rarest, slug, partial(_rarest, words, rare, most), *rests_on):
            row = held.setdefault(word, [having[word]])
            row += [number - last.get(word, 0), round(words[word] * 2)]
            last[word] = number
    return _written(held)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _counted(idea: Idea) -> Counted:
    held: dict[str, float] = {}
    length, weighted = 0, 0.0
    for field, text in _texts(idea).items():
        found, weight = terms(text)[:MOST], WEIGHTS[field]
        length += len(found)
        weighted += len(found) * weight
        for word, times in Counter(found).items():
            held[word] = held.get(word, 0.0) + weight * times
    return Counted(held, length, weighted)


def _texts(idea: Idea) -> Texts:
    return {
        "title": idea.title,
        "summary": idea.summary or "",
        "tags": " ".join(idea.tags),
        "problem": idea.problem,
        "proposal": idea.proposal,
    }


def _rarest(words: dict[str, float], rare: dict[str, float], most: int) -> list[str]:
    """The words that say most about an idea, by weight and rarity."""
    if len(words) <= most:
        return list(words)
    worth = {word: (1 + _log(n)) * rare[word] for word, n in words.items()}
    return sorted(words, key=lambda word: (-worth[word], word))[:most]


@cache
def _log(times: float) -> float:
    return math.log(max(1.0, times))
