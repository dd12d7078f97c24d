"""An idea: what its file holds, field by field."""

import datetime as dt
from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from hero.registry.scales import described
from hero.registry.words import Field, Figure, Line, Link, Login, Prose, Several, Slug, Words

Title = Annotated[
    str, StringConstraints(pattern=r"^[^\r\n]*[^\s\x00-\x1f\x7f-\x9f][^\r\n]*$", max_length=80)
]
Score = Annotated[int, Field(ge=1, le=5)]

#: What would reopen an idea is said in one or two sentences of at most so many characters.
REOPENING = 500
Reopening = Annotated[str, StringConstraints(pattern=r"\S", max_length=REOPENING)]


class Evidence(Words):
    """One way to tell whether the idea works: what is measured, from where, to where."""

    metric: Line = Field(description="What is measured.", examples=["Median minutes to merge"])
    hypothesis: Line | None = Field(None, description="What we believe will change, and why.")
    baseline: Figure | None = Field(None, description="The value before.", examples=["41 min"])
    target: Figure | None = Field(None, description="The value that counts as success.")
    result: Figure | None = Field(None, description="The value found in the end.")
    date: dt.date | None = Field(None, description="The day on which the result is, or was, read.")
    link: Link | None = Field(None, description="Where the numbers can be seen.")


class Links(Words):
    """How the idea relates to other ideas (by slug) and to the work done for it."""

    depends_on: Several[Slug] = Field((), description="Ideas that must come first.")
    supersedes: Several[Slug] = Field((), description="Ideas that this one replaces.")
    relates_to: Several[Slug] = Field((), description="Ideas worth reading beside this one.")
    duplicate_of: Slug | None = Field(None, description="The idea that this one repeats.")
    implementation: Several[Link] = Field((), description="Where the work is: pull, epic, page.")


class Pass(Words):
    """An advocate who handed the idea on; no reason is asked."""

    login: Login = Field(description="Who passed.")
    date: dt.date = Field(description="When.")


class Evaluation(Words):
    """One person's judgement on three scales of 1 to 5."""

    by: Login = Field(description="Who judged.")
    date: dt.date = Field(description="When.")
    value: Score = Field(description=described("value"))
    effort: Score = Field(description=described("effort"))
    confidence: Score = Field(description=described("confidence"))
    note: Line | None = Field(None, description="What stands behind the numbers.")


class Decision(Words):
    """One move of the idea from stage to stage, for good: decisions are only ever added."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    date: dt.date = Field(description="The day of the decision.")
    from_: Slug = Field(alias="from", description="The stage it left.")
    to: Slug = Field(description="The stage it entered.")
    by: Login = Field(description="Who decided.")
    because: Prose = Field(description="The reason, in words the proposer can use.")
    reopen_when: Reopening | None = Field(
        None,
        description="What would have it looked at again, where it ends or rests. Markdown.",
        examples=["A carrier starts to price by weight band."],
    )
    approved_by: Several[Login] = Field((), description="Who approved; filled in after the merge.")
    pull: int | None = Field(None, description="The pull that made the move.", gt=0)
    imported: Line | None = Field(None, description="Where an imported decision was read from.")


class Idea(Words):
    """One idea: what is proposed, by whom, and how it has fared."""

    title: Title = Field(
        description="What it is, in at most 80 characters.",
        examples=["Quarantine flaky tests automatically"],
    )
    theme: Slug = Field(
        description="A theme of this registry, or `unsure`: an advocate sets it.",
        examples=["developer-experience"],
    )
    problem: Prose = Field(
        description="What is wrong today, and for whom. Markdown.",
        examples=["Every fourth build fails for a reason that has nothing to do with the change."],
    )
    proposal: Prose = Field(
        description="What to do about it. Markdown.",
        examples=["Move a test that fails twice on unchanged code to a list that does not block."],
    )
    benefit: Prose = Field(
        description="Who gains, and how we would notice. Markdown.",
        examples=["Thirty engineers stop pressing retry: fewer than 2 % of builds run twice."],
    )
    proposers: Several[Login] = Field(
        min_length=1,
        description="GitHub logins of the people whose idea it is.",
        examples=[["example-ada"]],
    )
    summary: Line | None = Field(
        None, description="One sentence for lists; else the proposal's first sentence."
    )
    first_step: Prose | None = Field(None, description="What could be done this week. Markdown.")
    tags: Several[Slug] = Field((), description="Free words to find it by.")
    challenge: Slug | None = Field(None, description="The challenge that it answers.")
    builder: Login | None = Field(None, description="Who said that they will build it.")
    sponsor: Login | None = Field(None, description="Who said that they will give time or money.")
    evidence: Several[Evidence] = Field((), description="How we would know, and what we found.")
    submitted_by: Login | None = Field(None, description="Who sent it in for the proposers.")
    revisit_on: dt.date | None = Field(None, description="When a parked idea is looked at again.")
    links: Links = Field(Links(), description="Other ideas, and where the work is.")
    proposed_on: dt.date | None = Field(None, description="Kept by the registry: when it came in.")
    stage: Slug | None = Field(None, description="Kept by the registry: where it stands.")
    advocates: Several[Login] = Field(
        (), description="Kept by the registry: who helps it; the first is accountable."
    )
    passed: Several[Pass] = Field((), description="Kept by the registry: advocates who passed.")
    evaluations: Several[Evaluation] = Field((), description="Kept by the registry: judgements.")
    decisions: Several[Decision] = Field(
        (), description="Kept by the registry: every move, with its reason; append-only."
    )


#: What a proposer leaves alone: the registry fills these in.
KEPT_FIELDS = ("proposed_on", "stage", "advocates", "passed", "evaluations", "decisions")
