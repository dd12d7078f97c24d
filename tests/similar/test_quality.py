"""Floors for what is found and for false alarms, and always more than plain methods find."""

from collections.abc import Sequence

import pytest

from hero.registry.similar import LEAST
from hero.registry.similarity.texts import Texts
from tests.similar import methods
from tests.similar.made import labelled
from tests.similar.measure import Outcome, Query, corpus, made, outcome, real

Sets = Sequence[tuple[list[Texts], list[Query]]]

#: Seeds with which nothing was chosen.
SEEDS = (31, 32, 33)
#: False alarms per 100 at which methods are compared.
ALIKE = 5


@pytest.fixture(scope="module")
def sets() -> Sets:
    return list(made(SEEDS))


@pytest.fixture(scope="module")
def found(sets: Sets) -> Outcome:
    return outcome(methods.hero, sets)


def mean(found: Outcome, least: float) -> float:
    recall = found.recall(least)
    return sum(recall.values()) / len(recall)


def test_the_set_is_the_same_each_time_and_not_copied() -> None:
    held = labelled(31)
    assert held == labelled(31)
    assert held != labelled(32)
    texts = {str(idea) for idea in held.ideas}
    assert not any(str(case.query) in texts for case in held.cases)
    assert sum(case.repeats is None for case in held.cases) >= 30


def test_repeated_ideas_are_found(found: Outcome) -> None:
    recall = found.recall(LEAST)
    assert recall["near"] >= 90
    assert recall["far"] >= 35
    assert recall["short"] >= 15


def test_false_alarms_are_few(found: Outcome) -> None:
    assert found.alarms(LEAST) <= 12


@pytest.mark.parametrize("method", [methods.jaccard, methods.tf_idf, methods.titles])
def test_more_is_found_than_by_plain_methods(
    found: Outcome, sets: Sets, method: methods.Method
) -> None:
    theirs = outcome(method, sets)
    ours = mean(found, found.threshold(ALIKE))
    assert ours >= mean(theirs, theirs.threshold(ALIKE)) + 8


@pytest.mark.corpus
@pytest.mark.prove
def test_real_proposals_that_others_replace_are_found() -> None:
    folder = corpus()
    if folder is None:
        pytest.skip("there are no real proposals: HERO_CORPUS names their folder")
    sets = list(real(folder, seed=31))
    found = outcome(methods.hero, sets)
    recall = found.recall(LEAST)
    assert recall["pep"] >= 90
    assert recall["eip"] >= 75
    assert found.alarms(LEAST) <= 5
    theirs = outcome(methods.tf_idf, sets)
    assert mean(found, found.threshold(ALIKE)) >= mean(theirs, theirs.threshold(ALIKE)) + 10
