"""How long things take: what half and nine in ten of them took, and what still runs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

#: Nine in ten.
MOST = Fraction(9, 10)
HALF = Fraction(1, 2)
#: What a product of many parts may be off by.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Spread:
    """Durations in days: of what has ended (`done`) and the ages of what has not (`open`)."""

    done: tuple[int, ...]
    open: tuple[int, ...]

    @property
    def median(self) -> int | None:
        """The least number of days within which at least half of the ended ones had ended."""
        return at_most(self.done, HALF)

    @property
    def p90(self) -> int | None:
        """The least number of days within which at least nine in ten of them had."""
        return at_most(self.done, MOST)

    @property
    def median_with_open(self) -> int | None:
        """The median that counts the open ones as well: each took at least as long as its age.

        Kaplan and Meier's estimate (Journal of the American Statistical Association 53, 1958).
        None where more than half of all might still take any time.
        """
        return surviving(self.done, self.open, HALF)

    @property
    def p90_with_open(self) -> int | None:
        """The days within which nine in ten have ended, counting the open ones as well."""
        return surviving(self.done, self.open, 1 - MOST)


def spread(done: Sequence[int], open_: Sequence[int] = ()) -> Spread:
    """The spread of these days, in any order."""
    return Spread(tuple(sorted(done)), tuple(sorted(open_)))


def at_most(days: Sequence[int], part: Fraction) -> int | None:
    """The least of these sorted days that at least this part of them does not exceed."""
    if not days:
        return None
    rank = -(-len(days) * part.numerator // part.denominator)
    return days[rank - 1]


def surviving(done: Sequence[int], open_: Sequence[int], part: Fraction) -> int | None:
    """The least number of days after which no more than this part still runs, by Kaplan-Meier.

    At each length the part that ended is taken of those known to have run for so long. None where
    that many have not ended.
    """
    left = 1.0
    ends = Counter(done)
    running = len(done) + len(open_)
    ages = sorted(open_)
    passed = 0
    for length in sorted(ends):
        while passed < len(ages) and ages[passed] < length:
            passed += 1
        left *= 1 - ends[length] / (running - passed)
        running -= ends[length]
        if left <= part + ROUNDING:
            return length
    return None
