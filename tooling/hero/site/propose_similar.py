"""What tells similar ideas while one types: the words of all ideas, each with where it stands.

The words, their weights by field and the score are those of `hero similar`, without its pairs of
neighbours. A large registry keeps the rarest words of each idea alone: at 10,000 ideas the file has
1.4 MB, 0.4 MB as sent by a host that compresses.
"""

import json
import math
from collections import Counter
from functools import cache
from typing import Any

from hero.registry.idea import Idea
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


def similar_download(window: Window) -> Download:
    """The file. `ideas`: slug, title, stage's name, length, weighted length. `words`: word to
    how many ideas have it, then pairs: how many ideas to go on, and its weight there in halves."""
    slugs = list(window.registry.ideas)
    counted = [_counted(window.registry.ideas[slug]) for slug in slugs]
    having = Counter(word for words, _, _ in counted for word in words)
    rare = {word: math.log((1 + len(slugs)) / (1 + each)) for word, each in having.items()}
    most = max(FEWEST, KEPT // max(1, len(slugs)))
    held: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for number, (words, _, _) in enumerate(counted):
        for word in _rarest(words, rare, most):
            row = held.setdefault(word, [having[word]])
            row += [number - last.get(word, 0), round(words[word] * 2)]
            last[word] = number
    rows: list[list[Any]] = [
        [slug, window.registry.ideas[slug].title, window.stage(slug).name, length, round(weighted)]
        for slug, (_, length, weighted) in zip(slugs, counted, strict=True)
    ]
    whole = {"version": VERSION, "stop": sorted(STOP_WORDS), "ideas": rows, "words": held}
    return Download(PATH, json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode())


def _counted(idea: Idea) -> tuple[dict[str, float], int, float]:
    """The weights of an idea's words, and its length in words, plain and weighted."""
    held: dict[str, float] = {}
    length, weighted = 0, 0.0
    for field, text in _texts(idea).items():
        found, weight = terms(text)[:MOST], WEIGHTS[field]
        length += len(found)
        weighted += len(found) * weight
        for word, times in Counter(found).items():
            held[word] = held.get(word, 0.0) + weight * times
    return held, length, weighted


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
