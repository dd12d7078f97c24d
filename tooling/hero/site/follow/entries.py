"""What a feed tells: that an idea was proposed, and each decision, dated by the event itself."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from hero.registry.idea import Decision
from hero.registry.markdown import plain
from hero.site import address
from hero.site.window import Window

#: XML holds none of these, or they turn the direction of what stands beside a text.
_UNSAID = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class Happened(NamedTuple):
    """That something happened: the proposal (number 0) or a decision by its place from 1.

    Cheap to make and to sort, so that only what a feed shows is put into words.
    """

    date: dt.date
    number: int
    slug: str
    stage: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, in words. `page` is from the site's root; all texts are plain.

    `id` stays the same wherever the site is (RFC 4151). `stage` is where the idea went.
    """

    id: str
    date: dt.date
    title: str
    text: str
    page: str
    by: tuple[str, ...]
    stage: str
    theme: str

    @property
    def moment(self) -> dt.datetime:
        """The day's begin in UTC: files know days, and no hours."""
        return dt.datetime.combine(self.date, dt.time(), dt.UTC)


def happened(window: Window, slugs: Iterable[str]) -> Iterator[Happened]:
    """All that happened to these ideas and has a date."""
    known, ideas = window.known, window.registry.ideas
    for slug in slugs:
        yield from known.of(_happened, slug, partial(_happened, window, slug), ideas[slug])


def _happened(window: Window, slug: str) -> tuple[Happened, ...]:
    idea, found = window.registry.ideas[slug], []
    if idea.proposed_on is not None:
        first = idea.decisions[0].from_ if idea.decisions else window.stage(slug).id
        found.append(Happened(idea.proposed_on, 0, slug, first))
    for number, decision in enumerate(idea.decisions, 1):
        found.append(Happened(decision.date, number, slug, decision.to))
    return tuple(found)


def newest(found: Iterable[Happened], most: int) -> list[Happened]:
    """The newest of these, the newest first; those of one day in an order that stays."""
    return sorted(found, reverse=True)[:most]


def worded(window: Window, one: Happened) -> Entry:
    """What happened, in words."""
    idea, page = window.registry.ideas[one.slug], address.idea(one.slug)
    decision = idea.decisions[one.number - 1] if one.number else None
    stage = window.stages.get(one.stage)
    return Entry(
        id=_id(window, one),
        date=one.date,
        title=f"{named(idea.title)}: {named(stage.name if stage else one.stage)}",
        text=_told(decision) if decision else named(window.summary(one.slug)),
        page=f"{page}#decisions" if decision else page,
        by=(decision.by,) if decision else idea.proposers,
        stage=one.stage,
        theme=idea.theme,
    )


def _told(decision: Decision) -> str:
    """Why it was decided so, and what would have it looked at again."""
    reason = said(decision.because)
    if decision.reopen_when is None:
        return reason
    return f"{reason} Would be looked at again: {said(decision.reopen_when)}"


def said(text: str) -> str:
    """A stranger's Markdown as one line of plain text without characters that no feed may hold."""
    return _UNSAID.sub("", plain(text))


def named(text: str) -> str:
    """A stranger's name or title as it is written, in one line and without those characters.

    It is no Markdown: `List<T>` and `__init__` are called so.
    """
    return " ".join(_UNSAID.sub("", text).split())


def _id(window: Window, one: Happened) -> str:
    network = window.registry.network
    host = urlsplit(network.forge).hostname or "example.org"
    what = str(one.number) if one.number else "proposed"
    return f"tag:{host},{one.date}:{network.repository}/{one.slug}/{what}"
