"""An issue, and what makes it a pull."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from tests.forge.people import User


@dataclass(eq=False)
class Reaction:
    """A reaction of one account."""

    id: int
    by: User
    content: str
    on: dt.datetime


@dataclass(eq=False)
class Comment:
    """A comment on an issue or a pull."""

    id: int
    by: User
    body: str
    created: dt.datetime
    updated: dt.datetime
    app: int | None = None
    reactions: list[Reaction] = field(default_factory=list)


@dataclass(eq=False)
class Review:
    """A review, bound to the commit that was the head when it was written."""

    id: int
    by: User
    state: str
    commit: str
    body: str
    on: dt.datetime | None
    comments: list[dict[str, Any]] = field(default_factory=list)


@dataclass(eq=False)
class Pull:
    """What a pull has beside an issue. `source` is the repository of its head; None once gone."""

    source: int | None
    owner: User
    head_ref: str
    head: str
    base_ref: str
    base: str
    id: int
    draft: bool = False
    maintainers_may_push: bool = False
    merged: dt.datetime | None = None
    merged_by: User | None = None
    merge_commit: str | None = None
    requested: list[User] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    looks: int = 0


@dataclass(eq=False)
class Step:
    """One line of a timeline: what happened, through whom, to whom or what."""

    id: int
    event: str
    by: User
    on: dt.datetime
    subject: User | None = None
    label: str | None = None
    sha: str | None = None


@dataclass(eq=False)
class Issue:
    """An issue; a pull where `pull` is there."""

    id: int
    number: int
    title: str
    body: str | None
    by: User
    created: dt.datetime
    updated: dt.datetime
    state: str = "open"
    reason: str | None = None
    closed: dt.datetime | None = None
    closed_by: User | None = None
    locked: bool = False
    lock_reason: str | None = None
    labels: list[str] = field(default_factory=list)
    assignees: list[User] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    reactions: list[Reaction] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    pull: Pull | None = None
    app: int | None = None
    edited: dt.datetime | None = None
