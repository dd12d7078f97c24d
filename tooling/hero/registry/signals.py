"""What people say on the forge about ideas, counted at one moment: votes, talk, open changes.

It is an input of the site and never committed: `hero signals` writes it, `hero build` reads it.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from hero.registry.words import Line, Link, Slug

#: What commands a machine, or turns the direction of the words behind it; a title needs neither.
_TURNING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def _calm(title: object) -> object:
    """No rule holds what pulls are called: what is not words is taken out as it comes in."""
    return _TURNING.sub(" ", title).strip() or "a change" if isinstance(title, str) else title


Called = Annotated[Line, BeforeValidator(_calm)]


class _Counted(BaseModel):
    """JSON has words for dates and lists for tuples; nothing else is taken for what it is not."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Proposed(_Counted):
    """An open pull that would change an idea."""

    number: int = Field(gt=0, description="Its number.")
    url: Link = Field(description="Where it is.")
    title: Called = Field(description="What it is called, a stranger's words.")


class Talk(_Counted):
    """What is said of one idea."""

    issue: int | None = Field(None, gt=0, description="The number of its issue, where it has one.")
    url: Link | None = Field(None, description="Where the issue is.")
    votes: int = Field(0, ge=0, description="Thumbs up under the text of the issue.")
    comments: int = Field(0, ge=0, description="Comments there by people.")
    pulls: tuple[Proposed, ...] = Field((), description="Open pulls that would change it.")


class Signals(_Counted):
    """All that was counted, by slug, and on which day."""

    format: int = Field(1, ge=1, le=1, description="The form of this file.")
    repository: Line = Field(description="OWNER/NAME, as the forge calls it.")
    read_on: dt.date = Field(description="The day on which it was counted.")
    private: bool = Field(description="Is the repository closed to strangers?")
    issues: bool = Field(description="Are issues switched on?")
    schedules_alive: bool | None = Field(
        None, description="Do all scheduled workflows still run? None where nobody could look."
    )
    ideas: Mapping[Slug, Talk] = Field(description="Slug to what is said of the idea.")


def signals_text(signals: Signals) -> str:
    """The value as the text of its file. The same value has the same text."""
    data = signals.model_dump(mode="json", exclude_defaults=True) | {"format": signals.format}
    return json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def signals_from(raw: bytes) -> tuple[Signals | None, str]:
    """The value in a file's bytes; or none, and in a few words what is wrong with it."""
    try:
        return Signals.model_validate_json(raw), ""
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        return None, f"{where}: {first['msg']}" if where else first["msg"]
