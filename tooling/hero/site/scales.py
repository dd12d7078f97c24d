"""The numbers of an evaluation with their words, as pages show them."""

from hero.registry.idea import Evaluation
from hero.registry.scales import SCALES, Scale, words


def scores(evaluation: Evaluation) -> tuple[tuple[Scale, int, str], ...]:
    """(scale, number, words) for each scale."""
    numbers = ((scale, getattr(evaluation, scale)) for scale in SCALES)
    return tuple((scale, number, words(scale, number)) for scale, number in numbers)
