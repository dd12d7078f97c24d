"""The condition that an idea has been in its stage for a while."""

import datetime as dt
from typing import Literal

from hero.registry.conditions.case import Asked, Case, Finding
from hero.registry.phrases import counted
from hero.registry.words import Field


class TimeInStage(Asked):
    """The idea has been in the stage that it leaves for a number of days, so all could object."""

    needs: Literal["time_in_stage"]
    days: int = Field(gt=0, le=3650, description="Calendar days, at least.")

    @property
    def words(self) -> str:
        """What is asked."""
        return f"it has been here for {counted(self.days, 'day')}"

    def judge(self, case: Case) -> Finding:
        """Count from the day it came; unknown where no day is recorded."""
        if case.entered is None:
            return self.unknown("the day on which it came to this stage is not recorded")
        ready = case.entered + dt.timedelta(self.days)
        if case.facts.today < ready:
            return self.lacks(f"it came on {case.entered}: wait until {ready}")
        return self.holds(f"it came on {case.entered}")
