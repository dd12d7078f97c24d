"""The scales on which people judge an idea, and what each number on them says in words.

Two people who mean the same must be able to write the same number, so every number has words; they
are what the questions, the pages, the schema and the messages say.
"""

from collections.abc import Mapping
from typing import Literal

Scale = Literal["value", "effort", "confidence"]

#: What the numbers 1 to 5 mean, in this order.
SCALES: Mapping[Scale, tuple[str, str, str, str, str]] = {
    "value": (
        "nice to have",
        "a few people gain",
        "a team gains",
        "several teams gain",
        "everyone gains",
    ),
    "effort": ("days", "weeks", "a month", "a quarter", "quarters"),
    "confidence": (
        "a guess",
        "a good argument",
        "seen elsewhere",
        "tried here once",
        "measured here",
    ),
}


def words(scale: Scale, number: int) -> str:
    """What a number from 1 to 5 says on a scale. Raises IndexError for other numbers."""
    if number < 1:
        raise IndexError(number)
    return SCALES[scale][number - 1]


def described(scale: Scale) -> str:
    """A whole scale in one sentence: `1: days, 2: weeks, …`."""
    return ", ".join(f"{number}: {said}" for number, said in enumerate(SCALES[scale], 1)) + "."
