"""The ways in which a mapping says where a value is found: text, word, people, date, references."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import StringConstraints

from hero.registry.words import Field, Line, Login, Prose, Several, Slug, Words

#: Text in which `{name}` stands for the value of that source field.
Template = Annotated[str, StringConstraints(pattern=r"^[^\r\n]*\S[^\r\n]*$", max_length=1000)]

Names = Several[Line]
_SPLIT = "What separates the values where they stand in one text."


class Text(Words):
    """A text: the first filled field of `first_of`, then every filled one of `all_of`."""

    first_of: Names = Field((), description="Source fields; the first that is filled counts.")
    all_of: Names = Field((), description="Source fields; all that are filled, one below another.")
    headings: dict[str, Line] = Field(
        {}, description="A heading above what came from a field, by the field's name."
    )
    replace: dict[Annotated[str, StringConstraints(min_length=1)], str] = Field(
        {}, description="Words to write in another way, letter for letter."
    )
    if_empty: Prose | None = Field(
        None, description="What to write where no field is filled; `{name}` is a source field."
    )


class Word(Words):
    """One word of this registry for one word of the source."""

    first_of: Names = Field((), description="Source fields; the first that is filled counts.")
    table: dict[str, Slug] = Field(
        {}, description="Source word to word here. Case and blanks around it do not count."
    )
    if_unlisted: Slug | None = Field(
        None, description="The word for all that the table lacks; without it the row is refused."
    )
    if_empty: Slug | None = Field(None, description="The word where the source has none.")


class People(Words):
    """Logins, taken as they stand or made from names: `Ada Byron` becomes `ada-byron`."""

    first_of: Names = Field((), description="Source fields; the first that is filled counts.")
    split: Line | None = Field(None, description=_SPLIT)
    table: dict[str, Login | None] = Field(
        {}, description="Name to login; `null` for what is no person."
    )
    prefix: Login | None = Field(
        None,
        description="Put with a hyphen before each login made from a name, so that nobody takes "
        "it for an account of somebody else.",
    )
    if_empty: Several[Login] = Field((), description="The logins where nobody is named.")


class Tags(Words):
    """Words of the source as tags."""

    all_of: Names = Field((), description="Source fields; all that are filled.")
    split: Line | None = Field(None, description=_SPLIT)


class Date(Words):
    """A day: `2026-11-20`, with a time or not, `20-Nov-2026`, `20 November 2026`, `20/11/2026`."""

    first_of: Names = Field((), description="Source fields; the first that is filled counts.")
    order: Literal["day-month", "month-day"] = Field(
        "day-month", description="What `3/4/2026` means."
    )
    if_empty: dt.date | None = Field(None, description="The day where the source has none.")


class References(Words):
    """Other rows, by their key."""

    all_of: Names = Field((), description="Source fields; all that are filled.")
    split: Line | None = Field(None, description=_SPLIT)
    key: Template = Field(
        "{value}", description="The key that a value stands for.", examples=["eip-{value}"]
    )


class Addresses(Words):
    """Web addresses."""

    all_of: Names = Field((), description="Source fields; all that are filled.")
    split: Line | None = Field(None, description=_SPLIT)
    address: Template = Field(
        "{value}",
        description="The address that a value stands for.",
        examples=["https://tracker.example.org/browse/{value}"],
    )
