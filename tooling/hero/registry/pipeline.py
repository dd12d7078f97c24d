"""The pipeline: the stages an idea can be in, and the moves between them, as data."""

from typing import Literal

from pydantic import ConfigDict

from hero.registry.conditions import Condition
from hero.registry.words import Field, Line, Several, Slug, Words

Role = Literal["proposer", "advocate", "builder", "sponsor", "registry"]


class Deadline(Words):
    """Something that is due a number of days after an idea enters a stage."""

    what: Line = Field(description="What is due.", examples=["first human reply"])
    waits_on: Role = Field(description="Whose turn it is until then.")
    working_days: int | None = Field(None, gt=0, description="Days without weekends and holidays.")
    days: int | None = Field(None, gt=0, description="Calendar days, where that is meant.")
    met_by: Literal["reply", "move", "result"] | None = Field(
        None,
        description="What meets it: something a person did, a move, or a result. "
        "Else a move, and in a final stage a result.",
    )


class Stage(Words):
    """A place in the pipeline."""

    id: Slug = Field(description="The word in the idea's file.")
    name: Line = Field(description="The word on the site.")
    kind: Literal["active", "paused", "final"] = Field(
        description="Active: somebody's turn. Paused: waiting for a date. Final: decided."
    )
    outcome: Literal["good", "ended"] | None = Field(
        None, description="For final stages: in use, or ended."
    )
    means: Line = Field(description="What a reader may conclude, in one sentence.")
    waits_on: Role | None = Field(None, description="Whose turn it is in this stage.")
    deadlines: Several[Deadline] = Field((), description="What is due, and when.")
    limit: int | None = Field(None, gt=0, description="How many ideas may be here at once.")

    @property
    def reopens(self) -> bool:
        """Does an idea rest or end here, so that something may have it looked at again?"""
        return self.kind == "paused" or (self.kind == "final" and self.outcome != "good")


class Move(Words):
    """A lawful way from one stage to another."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    from_: Several[Slug] = Field(alias="from", min_length=1, description="The stages it leaves.")
    to: Slug = Field(description="The stage it enters.")
    who: Several[Literal["proposer", "advocate"]] = Field(
        min_length=1, description="Who may decide it."
    )
    gate: Several[Condition] = Field((), description="What must hold; a reason is always asked.")
    note: Line | None = Field(None, description="When this way is meant.")


class Pipeline(Words):
    """The process: stages in the order in which the site shows them, the first one initial."""

    stages: Several[Stage] = Field(min_length=2, description="The stages.")
    moves: Several[Move] = Field(min_length=1, description="The lawful moves.")

    @property
    def initial(self) -> Stage:
        """The stage of an idea that nobody has decided about."""
        return self.stages[0]

    def stage(self, slug: str | None) -> Stage | None:
        """The stage with this id; none given means the initial one."""
        if slug is None:
            return self.initial
        return next((stage for stage in self.stages if stage.id == slug), None)
