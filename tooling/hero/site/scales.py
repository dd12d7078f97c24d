"""The words behind the numbers of an evaluation, out of the model's own description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hero.registry.idea import Evaluation

SCALES = ("value", "effort", "confidence")
_WORDS = re.compile(r"([1-5]): ([^,.]+)")


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the evaluations of one scale are apart."""

    scale: str
    lowest: int
    highest: int
    middle: float


def scores(evaluation: Evaluation) -> tuple[tuple[str, int, str], ...]:
    """(scale, number, words) for each scale."""
    numbers = ((scale, getattr(evaluation, scale)) for scale in SCALES)
    return tuple((scale, number, words(scale, number)) for scale, number in numbers)


def spread_of(evaluations: Sequence[Evaluation]) -> list[Spread]:
    """For two and more evaluations: lowest, highest and mean of each scale."""
    if len(evaluations) < 2:
        return []
    found = []
    for scale in SCALES:
        numbers = [getattr(evaluation, scale) for evaluation in evaluations]
        mean = sum(numbers) / len(numbers)
        found.append(Spread(scale, min(numbers), max(numbers), round(mean, 1)))
    return found


@cache
def words(scale: str, number: int) -> str:
    """What a number on a scale means; one between two that have words is between them."""
    known = _scale(scale)
    if number in known:
        return known[number]
    below = max((n for n in known if n < number), default=None)
    above = min((n for n in known if n > number), default=None)
    sides = [known[n] for n in (below, above) if n is not None]
    return f"between “{sides[0]}” and “{sides[1]}”" if len(sides) == 2 else "".join(sides)


@cache
def _scale(scale: str) -> dict[int, str]:
    described = Evaluation.model_fields[scale].description or ""
    return {int(number): text.strip() for number, text in _WORDS.findall(described)}
