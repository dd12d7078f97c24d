"""The nearest word is the same among many as comparing with each of them would find."""

import random
from difflib import get_close_matches

from hero.rules.likeness import FEW, nearest_of

WORDS = ["cache", "build", "test", "flaky", "slow", "merge", "deploy", "night", "alarm", "cost"]
CHANCE = random.Random(7)
MANY = ["-".join(CHANCE.sample(WORDS, 3)) + f"-{number}" for number in range(600)]


def misspelt(word: str) -> str:
    at = CHANCE.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def test_among_many_as_among_few() -> None:
    assert len(MANY) > FEW
    for word in CHANCE.sample(MANY, 40):
        wrong = misspelt(word)
        assert nearest_of(wrong, MANY) == get_close_matches(wrong, MANY, n=1, cutoff=0.65)[0]


def test_case_and_spaces_do_not_count() -> None:
    assert nearest_of("FIRST Step", ["last-step", "First-Step"]) == "First-Step"


def test_nothing_is_near_to_what_is_quite_different() -> None:
    for options in (["reliability", "unsure"], MANY, []):
        assert nearest_of("culture", options) is None
        assert nearest_of("", options) is None
        assert nearest_of("x" * 5000, options) is None
