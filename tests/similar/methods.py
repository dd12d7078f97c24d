"""What `hero similar` is measured beside: plain ways to tell how alike texts are, and libraries.

A method is given the ideas of a registry once, and then a query at a time; it answers with a score
for each idea. Those that need a library are left out where it is not installed.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec

from hero.registry.similarity.likeness import Likeness
from hero.registry.similarity.texts import Texts

Scores = Callable[[Texts], Sequence[float]]
Method = Callable[[Sequence[Texts]], Scores]

FIELDS = ("title", "summary", "problem", "proposal")


def hero(ideas: Sequence[Texts]) -> Scores:
    """The method of `hero similar`."""

    def scores(query: Texts) -> Sequence[float]:
        held = Likeness(query)
        return held.scores([held.note(idea) for idea in ideas])

    return scores


def jaccard(ideas: Sequence[Texts]) -> Scores:
    """Of all words of both, how many are in both."""
    known = [set(_plain(idea)) for idea in ideas]

    def scores(query: Texts) -> Sequence[float]:
        asked = set(_plain(query))
        return [len(asked & each) / max(1, len(asked | each)) for each in known]

    return scores


def tf_idf(ideas: Sequence[Texts], fields: Sequence[str] = FIELDS) -> Scores:
    """The cosine of plain TF-IDF vectors, as textbooks have it."""
    counts = [Counter(_plain(idea, fields)) for idea in ideas]
    having = Counter(word for each in counts for word in each)

    def vector(count: Counter[str]) -> dict[str, float]:
        all_of = {
            word: n * (math.log((1 + len(ideas)) / (1 + having[word])) + 1)
            for word, n in count.items()
        }
        length = math.sqrt(sum(value**2 for value in all_of.values())) or 1.0
        return {word: value / length for word, value in all_of.items()}

    vectors = [vector(count) for count in counts]

    def scores(query: Texts) -> Sequence[float]:
        asked = vector(Counter(_plain(query, fields)))
        return [
            sum(value * asked[word] for word, value in each.items() if word in asked)
            for each in vectors
        ]

    return scores


def titles(ideas: Sequence[Texts]) -> Scores:
    """The same of titles alone."""
    return tf_idf(ideas, ("title",))


def sklearn(ideas: Sequence[Texts]) -> Scores:
    """scikit-learn's TF-IDF of words and pairs of words, without its stop words, damped."""
    text = import_module("sklearn.feature_extraction.text")
    made = text.TfidfVectorizer(stop_words="english", ngram_range=(1, 2), sublinear_tf=True)
    known = made.fit_transform([_joined(idea) for idea in ideas])

    def scores(query: Texts) -> Sequence[float]:
        found: Sequence[float] = (known @ made.transform([_joined(query)]).T).toarray().ravel()
        return found

    return scores


def trigrams(ideas: Sequence[Texts]) -> Scores:
    """scikit-learn's TF-IDF of three to five letters within words, which slips hurt less."""
    text = import_module("sklearn.feature_extraction.text")
    made = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    known = made.fit_transform([_joined(idea) for idea in ideas])

    def scores(query: Texts) -> Sequence[float]:
        found: Sequence[float] = (known @ made.transform([_joined(query)]).T).toarray().ravel()
        return found

    return scores


def bm25s(ideas: Sequence[Texts]) -> Scores:
    """The library bm25s, with its English stop words; a query's own score is its measure."""
    library = import_module("bm25s")

    def split(texts: list[str]) -> list[list[str]]:
        made = library.tokenize(texts, stopwords="en", return_ids=False, show_progress=False)
        return [list(each) for each in made]

    index = library.BM25()
    index.index(split([_joined(idea) for idea in ideas]), show_progress=False)

    def scores(query: Texts) -> Sequence[float]:
        asked = split([_joined(query)])[0]
        if not asked:
            return [0.0] * len(ideas)
        found: Sequence[float] = index.get_scores(asked) / math.sqrt(len(asked))
        return found

    return scores


def known() -> dict[str, Method]:
    """All methods whose libraries are there."""
    plain: dict[str, Method] = {
        "hero similar": hero,
        "shared words (Jaccard)": jaccard,
        "plain TF-IDF": tf_idf,
        "TF-IDF of titles": titles,
    }
    libraries: dict[str, dict[str, Method]] = {
        "sklearn": {"scikit-learn, words and pairs": sklearn, "scikit-learn, letters": trigrams},
        "bm25s": {"bm25s": bm25s},
    }
    for name, methods in libraries.items():
        plain |= methods if find_spec(name) else {}
    return plain


def _plain(texts: Texts, fields: Sequence[str] = FIELDS) -> list[str]:
    return re.findall(r"\w+", " ".join(texts.get(field, "") for field in fields).lower())


def _joined(texts: Texts) -> str:
    return " ".join(texts.get(field, "") for field in FIELDS)
