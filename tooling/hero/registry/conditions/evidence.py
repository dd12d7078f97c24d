"""The condition that a piece of evidence is complete enough."""

from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding
from hero.registry.idea import Evidence
from hero.registry.phrases import both
from hero.registry.words import Field, Several

PARTS = {
    "hypothesis": "a hypothesis",
    "baseline": "a baseline",
    "target": "a target",
    "result": "a result",
    "date": "a date",
    "link": "a link",
}


class EvidenceFields(Asked):
    """One piece of evidence carries all of these fields."""

    needs: Literal["evidence"]
    fields: Several[Literal["hypothesis", "baseline", "target", "result", "date", "link"]] = Field(
        min_length=1, description="Which fields, beside the metric."
    )

    @property
    def words(self) -> str:
        """What is asked."""
        return f"evidence has a metric with {both([PARTS[name] for name in self.fields])}"

    def judge(self, case: Case) -> Finding:
        """The piece that comes nearest decides."""
        nearest = min(case.idea.evidence, key=self._lacking_count, default=None)
        if nearest is None:
            every = both([f"`{name}`" for name in ("metric", *self.fields)])
            return self.lacks(f"there is no evidence yet: add a piece with {every}")
        lacking = self._lacking(nearest)
        if not lacking:
            return self.holds(f"“{nearest.metric}”")
        return self.lacks(f"“{nearest.metric}” lacks {both([f'`{name}`' for name in lacking])}")

    def _lacking(self, piece: Evidence) -> list[str]:
        return [name for name in self.fields if getattr(piece, name) is None]

    def _lacking_count(self, piece: Evidence) -> int:
        return len(self._lacking(piece))
