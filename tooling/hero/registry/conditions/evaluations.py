"""The condition that enough people have judged the idea, and do not stand far apart."""

from collections.abc import Iterable
from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding, same
from hero.registry.idea import Evaluation
from hero.registry.phrases import both, counted
from hero.registry.words import Field


class Evaluations(Asked):
    """Enough people have judged the idea; each person's last judgement counts.

    With `spread`, their highest and lowest figure for value, and for effort, may not differ by
    more. Far apart, a mean hides what should be talked about (after the Effort-Value Evaluation
    of Bernoff and Schadler's "Empowered", 2010).
    """

    needs: Literal["evaluations"]
    count: int = Field(1, gt=0, le=9, description="How many people.")
    spread: int | None = Field(None, ge=0, le=4, description="How far apart they may be.")

    @property
    def words(self) -> str:
        """What is asked."""
        people = counted(self.count, "person has evaluated it", "people have evaluated it")
        return people + (f", at most {self.spread} apart" if self.spread is not None else "")

    def judge(self, case: Case) -> Finding:
        """Count people, then look at how far apart they are."""
        last = last_of_each(each for each in case.idea.evaluations if not case.proposes(each.by))
        if len(last) < self.count:
            more = counted(self.count - len(last), "more evaluation")
            return self.lacks(f"{more} by somebody who does not propose it")
        apart = [what for what in ("value", "effort") if _spread(last, what) > (self.spread or 0)]
        if self.spread is not None and apart:
            figures = [f"{what} from {_range(last, what)}" for what in apart]
            return self.lacks(f"they stand far apart ({both(figures)}): talk, then evaluate again")
        return self.holds(f"evaluated by {both([each.by for each in last.values()])}")


def last_of_each(evaluations: Iterable[Evaluation]) -> dict[str, Evaluation]:
    """Each person's last judgement, in the order in which they first spoke."""
    return {same(each.by): each for each in evaluations}


def _figures(last: dict[str, Evaluation], what: str) -> list[int]:
    return [getattr(each, what) for each in last.values()]


def _spread(last: dict[str, Evaluation], what: str) -> int:
    return max(_figures(last, what)) - min(_figures(last, what))


def _range(last: dict[str, Evaluation], what: str) -> str:
    return f"{min(_figures(last, what))} to {max(_figures(last, what))}"
