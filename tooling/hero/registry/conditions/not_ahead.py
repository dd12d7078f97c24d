"""The condition that an idea does not overtake what it depends on."""

from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding
from hero.registry.phrases import both


class NotAhead(Asked):
    """What the idea depends on has come at least as far as the idea wants to go."""

    needs: Literal["not_ahead"]

    @property
    def words(self) -> str:
        """What is asked."""
        return "it does not overtake what it depends on"

    def judge(self, case: Case) -> Finding:
        """Every dependency is as far; one that has ended never will be."""
        depends_on = case.idea.links.depends_on
        behind = [slug for slug in depends_on if not self._reached(case, slug)]
        if behind:
            names = both([f"`{slug}`" for slug in behind])
            return self.lacks(f"{names} must come as far first, or the dependency be removed")
        return self.holds(f"{both(depends_on)} came first" if depends_on else "it depends on none")

    def _reached(self, case: Case, slug: str) -> bool:
        other = case.others(slug)
        place = case.place_of(other) if other else None
        return place is not None and (case.target is None or place >= case.target)
