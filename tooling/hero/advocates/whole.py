"""The few curves that scores are made of, in whole numbers: the same on every machine.

Floating point may differ in the last place from one C library to the next, and a tie that falls
one way here and another way there gives two registries two answers. `decimal` rounds `exp`
correctly everywhere, so each value is computed once and rounded once.
"""

from decimal import Context, Decimal
from functools import cache

_EXACT = Context(prec=28)
_LN_2 = Decimal("0.6931471805599453094172321215")


def _milli(value: Decimal) -> int:
    return int(_EXACT.multiply(value, Decimal(1000)).to_integral_value(context=_EXACT))


@cache
def fading(days: int, half_life: int) -> int:
    """What is left of 1000 after so many days, if half is left after `half_life`; 0 before."""
    if days < 0:
        return 0
    lives = _EXACT.divide(Decimal(days), Decimal(half_life))
    return _milli(_EXACT.exp(_EXACT.multiply(-_LN_2, lives)))


@cache
def saturating(amount: int, enough: int) -> int:
    """1000 · (1 - exp(-amount / enough)): the first experiences count, the tenth hardly does."""
    return 1000 - _milli(_EXACT.exp(_EXACT.divide(Decimal(-max(0, amount)), Decimal(enough))))


@cache
def rarity(count: int, having: int) -> int:
    """1000 · log2((count + 1) / (having + 1)), rounded down: how much a rare word says."""
    return _log2(count + 1) - _log2(having + 1)


@cache
def _log2(number: int) -> int:
    """1000 · log2, exactly rounded down: a power has as many bits as its logarithm says."""
    return int((number**1000).bit_length()) - 1
