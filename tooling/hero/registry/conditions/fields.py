"""The condition that the idea's file fills in some fields."""

from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding
from hero.registry.phrases import both
from hero.registry.words import Field, Several

PARTS = {
    "summary": "a summary",
    "first_step": "a first step",
    "revisit_on": "a day to look at it again",
    "builder": "a builder",
    "sponsor": "a sponsor",
}


class IdeaFields(Asked):
    """The idea's file fills in all of these fields."""

    needs: Literal["fields"]
    fields: Several[Literal["summary", "first_step", "revisit_on", "builder", "sponsor"]] = Field(
        min_length=1, description="Which fields."
    )

    @property
    def words(self) -> str:
        """What is asked."""
        return f"the idea names {both([PARTS[name] for name in self.fields])}"

    def judge(self, case: Case) -> Finding:
        """All are there; a day to look again lies ahead, or nobody would."""
        lacking = [name for name in self.fields if getattr(case.idea, name) is None]
        if lacking:
            return self.lacks(f"add {both([f'`{name}`' for name in lacking])} to the idea's file")
        day = case.idea.revisit_on
        if "revisit_on" in self.fields and day is not None and day <= case.facts.today:
            return self.lacks(
                f"`revisit_on` is {day}, which has passed: name a day that lies ahead"
            )
        return self.holds(both([f"{name}: {getattr(case.idea, name)}" for name in self.fields]))
