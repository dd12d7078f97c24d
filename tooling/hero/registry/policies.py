"""The other files that govern a registry: themes, roster, people, challenges, network."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import ConfigDict

from hero.registry.words import Field, Line, Link, Login, Prose, Several, Slug, Words


class Theme(Words):
    """A field of work that ideas belong to and advocates know."""

    id: Slug = Field(description="The word in the idea's file.")
    name: Line = Field(description="The word on the site.")
    about: Line = Field(description="What belongs here, in one sentence.")


class Themes(Words):
    """The themes, in the order in which the site shows them."""

    themes: Several[Theme] = Field(min_length=1, description="The themes.")


class Away(Words):
    """A period in which an advocate gets nothing new. No reason is asked or kept."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    from_: dt.date = Field(alias="from", description="First day away.")
    to: dt.date = Field(description="Last day away.")


class Advocate(Words):
    """Somebody who helps ideas: reviews them, carries them on, answers."""

    login: Login = Field(description="GitHub login.")
    id: int = Field(gt=0, description="GitHub's number for the account; it outlives a rename.")
    unit: Slug = Field(description="The part of the organisation they work in.")
    expertise: Several[Slug] = Field(min_length=1, description="Themes they know.")
    capacity: int = Field(4, ge=0, le=50, description="How many open ideas at once.")
    time_zone: Line = Field("UTC", description="As in the tz database.", examples=["Europe/Paris"])
    away: Several[Away] = Field((), description="When they get nothing new.")
    holidays: Several[Line] = Field(
        (), description="Regions whose holidays they keep, in place of the network's."
    )
    since: dt.date = Field(description="First day as an advocate.")
    until: dt.date | None = Field(None, description="Last day as an advocate.")
    shadow: bool = Field(False, description="Learning: looks on, is not counted.")


class Roster(Words):
    """The advocates."""

    advocates: Several[Advocate] = Field(description="The advocates.")


class Person(Words):
    """What the site may say of somebody beside their login."""

    name: Line | None = Field(None, description="How they are called.")
    unit: Slug | None = Field(None, description="The part of the organisation they work in.")


class People(Words):
    """People by login. Optional: a login alone is enough for everything."""

    people: dict[Login, Person] = Field(description="Login to person.")


class Challenge(Words):
    """A question asked for a while, by somebody who will act on the answers."""

    title: Line = Field(description="What it is called.")
    question: Prose = Field(description="What is asked. Markdown.")
    sponsor: Login = Field(description="Who will act on the answers.")
    opens: dt.date = Field(description="First day.")
    closes: dt.date = Field(description="Last day.")
    criteria: Several[Line] = Field(min_length=1, description="How answers will be judged.")
    results_by: dt.date | None = Field(None, description="When the results are promised.")
    results_on: dt.date | None = Field(None, description="When the results were published.")
    results: Prose | None = Field(None, description="What came of it. Markdown.")


class Limits(Words):
    """Bounds on what automation may do."""

    writes_per_run: int = Field(40, gt=0, le=1000, description="Writes to the forge in one run.")
    pings_per_week: int = Field(
        3, ge=0, le=50, description="Reminders that call one person in any seven days."
    )
    quiet_after: int = Field(
        60, ge=7, le=730, description="Days without a word, then a notice says how to revive."
    )


class Channel(Words):
    """A place outside the forge that is told what moved."""

    kind: Literal["feed", "digest", "chat"] = Field(description="What kind of place.")
    name: Line = Field(description="What people call it.")
    secret: Line | None = Field(None, description="The secret that holds the address, never it.")


class Network(Words):
    """The network's own facts: what it is called, where it lives, how it runs."""

    name: Line = Field(description="What the network is called.")
    organisation: Line = Field(description="Whose network it is.")
    repository: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$", max_length=140)] = Field(
        description="OWNER/NAME on the forge."
    )
    branch: Line = Field("main", description="The branch that counts.")
    forge: Link = Field("https://github.com", description="The forge's address.")
    site: Link | None = Field(
        None,
        description="Where the site is published, with a slash at the end.",
        examples=["https://example-org.github.io/hero-network/"],
    )
    writes: Literal["pull", "direct"] = Field("pull", description="How the bot writes.")
    audience: Literal["public", "internal"] = Field("public", description="Who may read the site.")
    channels: Several[Channel] = Field((), description="Who is told what moved.")
    limits: Limits = Field(Limits(), description="Bounds on what automation may do.")
    holidays: Several[Line] = Field(
        (), description="Regions whose holidays count.", examples=[["GB-ENG", "SE"]]
    )
    audit_from: dt.date | None = Field(None, description="From when on git is the witness.")
    format: int = Field(1, gt=0, description="The form of the registry's files; `hero upgrade`.")
    example: bool = Field(False, description="True: invented people, and the site says so.")
    as_of: dt.date | None = Field(None, description="For an example: the day at which it stands.")
