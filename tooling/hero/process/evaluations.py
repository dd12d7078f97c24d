"""What people judged so far: each person's last judgement counts, and where they stand apart.

A mean hides what should be talked about: two people who say 1 and 5 do not agree on 3. So the
spread comes first (after the Effort-Value Evaluation of Bernoff and Schadler's "Empowered", 2010).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hero.registry.conditions.case import same
from hero.registry.conditions.evaluations import last_of_each
from hero.registry.idea import Evaluation, Idea
from hero.registry.scales import SCALES, Scale

#: So far apart on a scale of five, people do not mean the same thing; one apart is rounding.
APART = 2

#: Where people who stand apart should talk first. Some have just seen more, and are more confident.
TALKED = ("value", "effort")


@dataclass(frozen=True, slots=True)
class Spread:
    """How the judgements on one scale lie: the lowest, the highest and the mean, of 1 to 5."""

    scale: Scale
    lowest: int
    highest: int
    middle: float

    @property
    def apart(self) -> int:
        """The difference between the highest and the lowest."""
        return self.highest - self.lowest

    @property
    def talk_first(self) -> bool:
        """Do people stand so far apart that they should talk before anybody decides?"""
        return self.scale in TALKED and self.apart >= APART


def counting(idea: Idea) -> tuple[Evaluation, ...]:
    """The judgements that count: each person's last, and none by those who propose the idea."""
    own = {same(login) for login in (*idea.proposers, idea.submitted_by or "")}
    return tuple(
        last_of_each(each for each in idea.evaluations if same(each.by) not in own).values()
    )


def spread_of(evaluations: Sequence[Evaluation]) -> list[Spread]:
    """How two and more judgements lie on each scale; nothing for fewer."""
    if len(evaluations) < 2:
        return []
    return [_spread(scale, [getattr(each, scale) for each in evaluations]) for scale in SCALES]


def _spread(scale: Scale, numbers: Sequence[int]) -> Spread:
    mean = sum(numbers) / len(numbers)
    return Spread(scale, min(numbers), max(numbers), round(mean, 1))


def of_person(evaluations: Iterable[Evaluation], login: str) -> tuple[Evaluation, ...]:
    """What one person has judged so far, in order."""
    return tuple(each for each in evaluations if same(each.by) == same(login))
