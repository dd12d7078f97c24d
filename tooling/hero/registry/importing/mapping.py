"""The mapping of an import: where in a row each field of an idea is found."""

from typing import Literal

from pydantic import ConfigDict

from hero.registry.importing.sources import (
    Addresses,
    Date,
    People,
    References,
    Tags,
    Template,
    Text,
    Word,
)
from hero.registry.words import Field, Line, Link, Login, Several, Slug, Words


class SlugFrom(Words):
    """How the file of an idea is called, and in which folder it stands."""

    all_of: Several[Line] = Field(
        min_length=1,
        description="Source fields whose words make the slug. A field that never changes is best: "
        "a slug is the idea's id for ever.",
        examples=[["id", "title"]],
    )
    prefix: Slug | None = Field(None, description="Put before it, with a hyphen.")
    folder: Literal["year", "none"] = Field(
        "year", description="`year`: a folder for each year of `proposed_on`; `none`: no folders."
    )


class History(Words):
    """A list of dated changes of status inside a row; each one becomes a decision."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    changes: Line = Field(description="The source field that holds the list of changes.")
    date: Date = Field(description="When: fields of one change.")
    from_: Line | None = Field(
        None, alias="from", description="The field with the status before; it may be empty."
    )
    to: Line = Field(description="The field with the status after.")
    by: People = Field(People(), description="Who; `recorded_by` where nobody is named.")
    because: Template = Field(
        "Imported: {by} changed the status from {from} to {to}.",
        description="The reason of each decision; `{name}` is a field of the change or the row.",
    )
    because_first: Template = Field(
        "Imported: recorded as {to}.", description="The same where there was no status before."
    )
    imported: Template = Field(
        "{file}", description="Where it was read from, for example `{file}, commit {commit}`."
    )


class StageFrom(Word):
    """The stage: a word of the source's own, the table that translates it, and its history.

    The history is translated by the same table. Changes between two words that mean one stage are
    merged. Where the history does not end at the row's own status, one more decision does.
    """

    history: History | None = Field(None, description="Dated changes that become decisions.")
    since: Date = Field(
        Date(),
        description="When the row's own status was reached, where the history does not say; "
        "without it, the last date known.",
    )
    because: Template = Field(
        "Imported: the status is {status}, and the source does not say who decided it or when.",
        description="The reason of that decision; `{status}` is the row's own status.",
    )
    imported: Template = Field("{file}", description="Where that was read from.")


class LinksFrom(Words):
    """Other rows that a row refers to, and addresses."""

    depends_on: References | None = Field(None, description="Rows that must come first.")
    supersedes: References | None = Field(None, description="Rows that this one replaces.")
    relates_to: References | None = Field(None, description="Rows worth reading beside it.")
    duplicate_of: References | None = Field(None, description="The row that this one repeats.")
    implementation: Addresses | None = Field(None, description="Where the work is.")


class EvidenceFrom(Words):
    """One measure of success, where the source has the columns for it."""

    metric: Text = Field(description="What is measured; without it there is no evidence.")
    hypothesis: Text = Field(Text(), description="What was believed.")
    baseline: Text = Field(Text(), description="The value before.")
    target: Text = Field(Text(), description="The value that counts as success.")
    result: Text = Field(Text(), description="The value found.")
    date: Date = Field(Date(), description="The day the result was read.")
    link: Addresses = Field(Addresses(), description="Where the numbers can be seen.")


class ImportMapping(Words):
    """Where in a row each field of an idea is found. Blanks around a value never count."""

    key: Several[Line] = Field(
        min_length=1,
        description="Source fields that name a row in reports and references; the first one that "
        "is filled counts. No two rows may share a key.",
        examples=[["id"]],
    )
    slug: SlugFrom = Field(
        description="How the file is called.", examples=[{"all_of": ["id", "title"]}]
    )
    recorded_by: Login = Field(
        description="Who answers for the import; decides where the source names nobody.",
        examples=["example-ada"],
    )
    title: Text = Field(
        description="The title; a row without one is refused.", examples=[{"first_of": ["title"]}]
    )
    theme: Word = Field(
        description="The theme, by a table from the source's categories.",
        examples=[{"first_of": ["category"]}],
    )
    summary: Text = Field(Text(), description="One sentence; may be left out.")
    problem: Text = Field(
        description="What is wrong today.", examples=[{"first_of": ["motivation"]}]
    )
    proposal: Text = Field(
        description="What to do about it.", examples=[{"first_of": ["abstract"]}]
    )
    benefit: Text = Field(description="Who gains.", examples=[{"first_of": ["value"]}])
    first_step: Text = Field(Text(), description="What could be done this week.")
    proposers: People = Field(description="Whose idea it is.", examples=[{"first_of": ["authors"]}])
    tags: Tags = Field(Tags(), description="Words to find it by.")
    challenge: Word | None = Field(None, description="The challenge that it answers.")
    builder: People = Field(People(), description="Who said that they will build it.")
    sponsor: People = Field(People(), description="Who said that they will give time or money.")
    submitted_by: People = Field(People(), description="Who sent it in for the proposers.")
    evidence: EvidenceFrom | None = Field(None, description="One measure of success.")
    proposed_on: Date = Field(Date(), description="When it came in.")
    revisit_on: Date = Field(Date(), description="When a parked idea is looked at again.")
    stage: StageFrom | None = Field(None, description="Where it stands, and how it got there.")
    links: LinksFrom = Field(LinksFrom(), description="How rows refer to one another.")
    base: Link | None = Field(
        None,
        description="The address from which relative links inside the texts are seen. A link to "
        "the file of another row becomes one to its idea.",
        examples=["https://github.com/example-org/proposals/blob/main/texts/"],
    )
    ignore: Several[Line] = Field(
        (), description="Source fields left behind on purpose; all others left behind are reported."
    )
    delimiter: Literal[",", ";", "\t", "|"] = Field(
        ",", description="What separates the cells of a CSV file."
    )
