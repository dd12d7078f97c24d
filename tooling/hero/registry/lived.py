"""The files that say how the network is lived: who is thanked for what, promises, answers."""

import datetime as dt
from typing import Literal

from hero.registry.words import Field, Line, Login, Several, Slug, Words

#: What people do for ideas, as far as a registry can see it.
Act = Literal[
    "proposed", "joined", "sent-in", "revised", "evaluated", "advocated", "decided",
    "built", "sponsored", "ended-well",
]  # fmt: skip

#: What no file shows, and somebody answers once a year. The word is the question's id.
Question = Literal[
    "manager-agreements", "time-for-ideas", "safety-pulse", "senior-declined",
    "rebuilt-from-clone", "screen-reader-tried",
]  # fmt: skip


class Contribution(Words):
    """A kind of contribution, and which acts are thanked as one."""

    id: Slug = Field(description="The word for it.", examples=["reviewing"])
    name: Line = Field(description="The word on the site.", examples=["Reviewing"])
    acts: Several[Act] = Field(min_length=1, description="What counts as it.")
    thanks: Line = Field(
        description="What somebody is thanked for: it goes on after “Thank you for”.",
        examples=["reading closely and saying so"],
    )


class Recognition(Words):
    """The kinds of contribution that are thanked, in the order in which the site shows them."""

    kinds: Several[Contribution] = Field(description="The kinds.")


class Answer(Words):
    """An answer to a question that the files cannot answer. The last one to a question counts."""

    question: Question = Field(description="Which question.")
    holds: bool = Field(description="Does it hold?")
    date: dt.date = Field(description="The day of the answer; it counts for about a year.")
    by: Login = Field(description="Who answers for it.")
    because: Line = Field(description="What stands behind the answer.")


class Answers(Words):
    """Answers, oldest first. They are only ever added, so that their history stays."""

    answers: Several[Answer] = Field(description="The answers.")


class Signature(Words):
    """Somebody who keeps one side of the HERO Compact, and says so."""

    login: Login = Field(description="GitHub login.")
    side: Literal["people", "managers", "it"] = Field(
        description="Which side they sign for: people with ideas, managers, IT and security."
    )
    date: dt.date = Field(description="The day; the compact is read again each year.")


class Signatures(Words):
    """Who has signed the compact. A signature is added by a pull of one's own."""

    signatures: Several[Signature] = Field(description="The signatures, oldest first.")
