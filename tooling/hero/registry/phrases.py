"""Lists and small numbers in words."""

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def both(words: Sequence[str]) -> str:
    """A list in words: one, two and three."""
    return _joined(words, "and")


def either(words: Sequence[str]) -> str:
    """A choice in words: one, two or three."""
    return _joined(words, "or")


def number(count: int) -> str:
    """A small number as a word, a larger one in digits."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: one day, two days."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def _joined(words: Sequence[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
