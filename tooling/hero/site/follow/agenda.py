"""The calendar: what is due, and when challenges open and close (iCalendar, RFC 5545).

It says what waits and for which role, and never who is late.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from hero.process.flow.owed import Owed
from hero.registry.idea import Idea
from hero.site import address
from hero.site.follow.entries import named, said
from hero.site.page import Download
from hero.site.shell import canonical
from hero.site.window import Window

PATH = "calendar.ics"


@dataclass(frozen=True, slots=True)
class Dated:
    """One day in the calendar; `page` is from the site's root.

    `key` says which promise it is, and neither its day nor its words: a calendar that is subscribed
    to moves and renames what it already has.
    """

    key: str
    day: dt.date
    title: str
    about: str
    page: str


def days(window: Window) -> list[Dated]:
    """All that lies ahead of the day at which the site stands, by date."""
    today = window.edition.as_of
    found = (*_of_ideas(window), *_of_challenges(window), *_openings(window))
    return sorted(
        (each for each in found if each.day >= today), key=lambda each: (each.day, each.key)
    )


def agenda(window: Window, site_url: str | None) -> Download:
    """The calendar as a file that calendars subscribe to."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Hero//Social innovation network//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", named(window.registry.network.name))
    start, end, _ = made.to_ical(sorted=False).partition(_END)
    key = agenda, site_url
    # Writing them is slow, and few of thousands change at once.
    events = [
        window.known.of(key, each.key, partial(_event, window, site_url, each), each)
        for each in days(window)
    ]
    return Download(PATH, b"".join((start, *events, end, b"\r\n")))


_END = b"END:VCALENDAR"


def _event(window: Window, site_url: str | None, dated: Dated) -> bytes:
    """A day as a part of the calendar."""
    from icalendar import Event

    event = Event()
    host = window.registry.network.repository.replace("/", ".")
    event.add("uid", f"{dated.key}@{host}")
    # The stamp is the day of the edition, so that the same registry gives the same bytes.
    event.add("dtstamp", dt.datetime.combine(window.edition.as_of, dt.time(), dt.UTC))
    event.add("dtstart", dated.day)
    event.add("dtend", dated.day + dt.timedelta(days=1))
    event.add("summary", dated.title)
    event.add("description", dated.about)
    if site_url:
        event.add("url", canonical(site_url, dated.page))
    event.add("transp", "TRANSPARENT")
    written: bytes = event.to_ical(sorted=False)
    return written


def _of_ideas(window: Window) -> Iterator[Dated]:
    """What ideas owe: deadlines by their place in the stage, readings by theirs in the evidence."""
    known = window.known
    for slug, idea in window.registry.ideas.items():
        yield from known.of(_of_idea, slug, partial(_of_idea, window, slug), idea)


def _of_idea(window: Window, slug: str) -> tuple[Dated, ...]:
    idea, counts, found = window.registry.ideas[slug], Counter[str](), []
    for owed in window.deadlines.of_idea(slug):
        counts[owed.kind] += 1
        number = _reading(idea, owed) if owed.kind == "reading" else counts[owed.kind]
        if owed.met_on is None:
            parts = filter(None, (owed.kind, slug, owed.stage, str(number)))
            found.append(_dated(".".join(parts), owed, idea.title, address.idea(slug)))
    return tuple(found)


def _reading(idea: Idea, owed: Owed) -> int:
    """The place of the first figure that is read then: it stays, whatever else is read before."""
    awaited = (
        number
        for number, each in enumerate(idea.evidence, 1)
        if each.date == owed.on and each.result is None
    )
    return next(awaited, 0)


def _of_challenges(window: Window) -> Iterator[Dated]:
    for owed in window.deadlines.of_challenges():
        title = window.registry.challenges[owed.about].title
        yield _dated(f"{owed.kind}.{owed.about}", owed, title, address.challenge(owed.about))


def _openings(window: Window) -> Iterator[Dated]:
    for slug, challenge in window.registry.challenges.items():
        title = f"challenge opens: {named(challenge.title)}"
        about, page = said(challenge.question), address.challenge(slug)
        yield Dated(f"opening.{slug}", challenge.opens, title, about, page)


def _dated(key: str, owed: Owed, title: str, page: str) -> Dated:
    words = f"{named(owed.what)}: {named(title)}"
    return Dated(key, owed.on, words, f"Waits on the {owed.role}.", page)
