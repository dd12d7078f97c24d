"""The condition that the idea links to something."""

from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding
from hero.registry.phrases import both
from hero.registry.words import Field, Several

PARTS = {
    "depends_on": "what it depends on",
    "supersedes": "what it replaces",
    "relates_to": "what it relates to",
    "duplicate_of": "the idea it repeats",
    "implementation": "the work",
}


class LinkKinds(Asked):
    """The idea links to something of each of these kinds."""

    needs: Literal["links"]
    kinds: Several[
        Literal["depends_on", "supersedes", "relates_to", "duplicate_of", "implementation"]
    ] = Field(min_length=1, description="Which kinds.")

    @property
    def words(self) -> str:
        """What is asked."""
        return f"a link leads to {both([PARTS[kind] for kind in self.kinds])}"

    def judge(self, case: Case) -> Finding:
        """All kinds are there."""
        lacking = [kind for kind in self.kinds if not getattr(case.idea.links, kind)]
        if lacking:
            return self.lacks(f"add {both([f'`links.{kind}`' for kind in lacking])}")
        return self.holds(both([_shown(getattr(case.idea.links, kind)) for kind in self.kinds]))


def _shown(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else both(value)
