"""What tells similar ideas while one types: the words of all ideas, each with where it stands.

The words, their weights by field and the score are those of `hero similar`, without its pairs of
neighbours. A large registry keeps of each idea the words that say most about it, and those of its
title, which is in the file anyway. The script cuts what is typed to as many words, and an idea's
length is that of what was kept, so that both sides of the score are cut alike and an idea still
finds itself. At 10,000 ideas the file has 1.5 MB, 0.45 MB as sent by a host that compresses.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sized
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
VERSION = 2
#: So many words are kept of all ideas together, and at least so many of each.
KEPT, FEWEST = 140_000, 12


class Counted(NamedTuple):
    """An idea's words: the weight of each, how often it stands there, how often in the title."""

    words: dict[str, float]
    times: Mapping[str, int]
    title: Mapping[str, int]


class Kept(NamedTuple):
    """The words of an idea that are written down, and its length, plain and weighted, in these
    and in what else its title says."""

    words: tuple[str, ...]
    length: int
    weighted: float


def similar_download(window: Window) -> Download:
    """The file. `most`: so many words are kept of each. `ideas`: slug, title, stage's name,
    length, weighted length. `words`: word to how many ideas have it, then pairs for those that
    keep it: how many ideas to go on, and its weight there in halves."""
    known, ideas = window.known, window.registry.ideas
    counted = {
        slug: known.of(_counted, slug, partial(_counted, idea), idea)
        for slug, idea in ideas.items()
    }
    # A move changes no word of any idea, and the words are nearly all of the file.
    kept, words = known.of(_words, "", partial(_words, known, counted), *counted.items())
    rows: list[list[Any]] = [
        [slug, ideas[slug].title, window.stage(slug).name, each.length, round(each.weighted)]
        for slug, each in kept.items()
    ]
    head = {"version": VERSION, "most": _most(ideas), "stop": sorted(STOP_WORDS), "ideas": rows}
    opening = _written(head)
    return Download(PATH, f'{opening.removesuffix("}")},"words":{words}}}'.encode())


def _most(ideas: Sized) -> int:
    return max(FEWEST, KEPT // max(1, len(ideas)))


def _words(known: Known, counted: Mapping[str, Counted]) -> tuple[Mapping[str, Kept], str]:
    """What is kept of each idea, and all words as JSON: the script has to know of a word that
    nobody kept how common it is."""
    having = Counter(word for each in counted.values() for word in each.words)
    # To a tenth: one idea more or less with a word is no reason to choose anew for all the others.
    rare = {
        word: round(math.log((1 + len(counted)) / (1 + many)), 1) for word, many in having.items()
    }
    most = _most(counted)
    held: dict[str, list[int]] = {word: [many] for word, many in having.items()}
    last: dict[str, int] = {}
    found: dict[str, Kept] = {}
    for number, (slug, each) in enumerate(counted.items()):
        words = each.words
        make = partial(_kept, each, rare, most)
        kept = known.of(_kept, slug, make, each, most, [rare[word] for word in words])
        found[slug] = kept
        for word in kept.words:
            held[word] += [number - last.get(word, 0), round(words[word] * 2)]
            last[word] = number
    return found, _written(held)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _counted(idea: Idea) -> Counted:
    held: dict[str, float] = {}
    times: dict[str, int] = {}
    title: Mapping[str, int] = {}
    for field, text in _texts(idea).items():
        found, weight = Counter(terms(text)[:MOST]), WEIGHTS[field]
        title = found if field == "title" else title
        for word, many in found.items():
            times[word] = times.get(word, 0) + many
            held[word] = held.get(word, 0.0) + weight * many
    return Counted(held, times, title)


def _texts(idea: Idea) -> Texts:
    return {
        "title": idea.title,
        "summary": idea.summary or "",
        "tags": " ".join(idea.tags),
        "problem": idea.problem,
        "proposal": idea.proposal,
    }


def _kept(idea: Counted, rare: dict[str, float], most: int) -> Kept:
    """The words that say most about an idea, by weight and rarity."""
    words = _rarest(idea.words, rare, most)
    held = set(words)
    rest = [many for word, many in idea.title.items() if word not in held]
    length = sum(idea.times[word] for word in words) + sum(rest)
    weighted = sum(idea.words[word] for word in words) + sum(rest) * WEIGHTS["title"]
    return Kept(words, length, weighted)


def _rarest(words: dict[str, float], rare: dict[str, float], most: int) -> tuple[str, ...]:
    if len(words) <= most:
        return tuple(words)
    worth = {word: (1 + _log(n)) * rare[word] for word, n in words.items()}
    # Twice is quicker than by pairs: what is worth the same stays in the order of the letters.
    return tuple(sorted(sorted(words), key=worth.__getitem__, reverse=True)[:most])


@cache
def _log(times: float) -> float:
    return math.log(max(1.0, times))
