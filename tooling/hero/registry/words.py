"""The small types that every file of a registry is written in: slugs, logins, lines, prose."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

T = TypeVar("T")

#: An id in file names, addresses and references: lower-case words joined by single hyphens.
Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=80)
]

#: A GitHub login. GitHub allows letters, digits and hyphens, at most 39 of them; managed
#: enterprise accounts end in an underscore and a short code.
Login = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$", max_length=39)
]

#: One line of plain text that says something; what commands a machine is no text.
_COMMANDS = r"\x00-\x08\x0a-\x1f\x7f-\x9f"
Line = Annotated[
    str,
    StringConstraints(pattern=rf"^[^{_COMMANDS}]*[^\s{_COMMANDS}][^{_COMMANDS}]*$", max_length=300),
]

#: Markdown of any number of lines that says something.
Prose = Annotated[str, StringConstraints(pattern=r"\S", max_length=20_000)]

#: A web address that is safe to link to.
Link = Annotated[
    str, StringConstraints(pattern=r"^https?://[^\s<>\"'`\\]+$", min_length=10, max_length=2000)
]

#: A measured or wished-for quantity, in whatever words or unit its metric has.
Figure = Line | int | float

#: YAML has lists and the models have tuples: this one conversion is allowed, nothing else is.
Several = Annotated[tuple[T, ...], Strict(False)]


class Words(BaseModel):
    """What all models share: exact types, no unknown keys, no change after reading."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


__all__ = ["Field", "Figure", "Line", "Link", "Login", "Prose", "Several", "Slug", "Words"]
