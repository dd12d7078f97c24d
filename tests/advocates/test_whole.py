"""Numbers that must be the same on every machine and with every Python."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.advocates.score import tie
from hero.advocates.subject import Candidate, Subject
from hero.advocates.whole import fading, rarity, saturating
from tests.advocates.worlds import TODAY

#: Worked out with `printf 'idea\0person' | sha256sum`.
TIES = {
    ("quarantine-flaky-tests", "900000101"): "0b77c5e8972a3b1f0b3cbdf2c79520df",
    ("quarantine-flaky-tests", "900000102"): "bb6eba879f33620d1c989a74a5459b3a",
    ("idea", "@ada"): "c6d1a3031a453d7c6a775891378466f0",
    ("größe", "@ünal"): "8ccb3c288a9a1e58d2c79b46bcbba83a",
}


@pytest.mark.parametrize(("keys", "expected"), TIES.items())
def test_a_tie_is_broken_the_same_everywhere(keys: tuple[str, str], expected: str) -> None:
    assert tie(Subject(keys[0], TODAY), Candidate(keys[1], "x"))[:32] == expected


def test_half_a_character_in_a_key_breaks_nothing() -> None:
    assert len(tie(Subject("\ud800", TODAY), Candidate("a", "a"))) == 64


@pytest.mark.parametrize(
    ("days", "left"), [(-1, 0), (0, 1000), (1, 998), (90, 843), (365, 500), (730, 250), (9000, 0)]
)
def test_what_is_left_after_days(days: int, left: int) -> None:
    assert fading(days, 365) == left


@pytest.mark.parametrize(
    ("amount", "level"), [(-5, 0), (0, 0), (500, 221), (2000, 632), (4000, 865), (20_000, 1000)]
)
def test_how_much_experience_counts(amount: int, level: int) -> None:
    assert saturating(amount, 2000) == level


@given(st.integers(0, 10_000), st.integers(1, 2000))
def test_curves_are_those_of_the_textbook(amount: int, scale: int) -> None:
    assert abs(saturating(amount, scale) - 1000 * (1 - math.exp(-amount / scale))) <= 0.501
    assert abs(fading(amount, scale) - 1000 * 0.5 ** (amount / scale)) <= 0.501


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_rare_word_says_more(count: int, having: int) -> None:
    having = min(count, having)
    assert abs(rarity(count, having) - 1000 * math.log2((count + 1) / (having + 1))) <= 1.001
    assert rarity(count, having) >= rarity(count, min(count, having + 1)) >= 0
