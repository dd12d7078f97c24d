"""A page as a value: everything a reader sees but the frame around it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from hero.site.follow.feed import Feed

Section = Literal[
    "home",
    "ideas",
    "board",
    "moves",
    "decisions",
    "pulse",
    "follow",
    "scorecard",
    "themes",
    "people",
    "rules",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the table of contents: an id in the body, its words, its level from 2."""

    id: str
    title: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `path` is its file from the site's root, with `/`. `body` is safe HTML that begins with the
    page's `<h1>`. `title` and `description` are plain text. `source` is the file in the
    repository that the page shows. `summary` is what search says about it; none: not searched.
    `canonical` is the path of the page that the world's search engines shall show instead of this
    one; none: this page itself. `feed` is the page's own, which it offers beside that of all moves.
    `changed` is the day of the last that happened to what the page is about.
    """

    path: str
    title: str
    description: str
    body: str
    section: Section
    headings: tuple[Heading, ...] = ()
    source: str | None = None
    summary: str | None = None
    canonical: str | None = None
    feed: Feed | None = None
    changed: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the pages, for programs."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site was made from: a commit (None: not known) and the day at which it stands.

    `committed`: the moment of the commit in UTC, None where it is not known or says nothing.
    """

    commit: str | None
    as_of: dt.date
    committed: dt.datetime | None = None
