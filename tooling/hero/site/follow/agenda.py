"""The calendar: what is due, and when challenges open and close (iCalendar, RFC 5545).

It says what waits and for which role, and never who is late.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from hero.process.flow.owed import Owed
from hero.site import address
from hero.site.follow.entries import said
from hero.site.page import Download
from hero.site.shell import canonical
from hero.site.window import Window

PATH = "calendar.ics"


@dataclass(frozen=True, slots=True)
class Dated:
    """One day in the calendar; `page` is from the site's root."""

    key: str
    day: dt.date
    title: str
    about: str
    page: str


def days(window: Window) -> list[Dated]:
    """All that lies ahead of the day at which the site stands, by date."""
    today = window.edition.as_of
    owed = window.deadlines.open(today)
    found = [_owed(window, each) for each in owed if each.on >= today]
    found += (each for each in _openings(window) if each.day >= today)
    return sorted(found, key=lambda each: (each.day, each.key))


def agenda(window: Window, site_url: str | None) -> Download:
    """The calendar as a file that calendars subscribe to."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Hero//Social innovation network//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", said(window.registry.network.name))
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
    event.add("url", canonical(site_url, dated.page))
    event.add("transp", "TRANSPARENT")
    written: bytes = event.to_ical(sorted=False)
    return written


def _owed(window: Window, owed: Owed) -> Dated:
    """A day on which something is due, by idea or challenge."""
    challenge = window.registry.challenges.get(owed.about) if owed.kind in _OF_CHALLENGE else None
    title = challenge.title if challenge else window.registry.ideas[owed.about].title
    page = address.challenge(owed.about) if challenge else address.idea(owed.about)
    key = f"{owed.kind}-{owed.about}-{owed.on}-{owed.stage or ''}-{_word(owed.what)}"
    return Dated(
        key,
        owed.on,
        f"{said(owed.what)}: {said(title)}",
        f"Waits on the {owed.role}.",
        page,
    )


_OF_CHALLENGE = ("closing", "results")


def _openings(window: Window) -> Iterator[Dated]:
    for slug, challenge in window.registry.challenges.items():
        title = f"challenge opens: {said(challenge.title)}"
        about, page = said(challenge.question), address.challenge(slug)
        yield Dated(f"opening-{slug}", challenge.opens, title, about, page)


def _word(text: str) -> str:
    """A text as part of an id: letters and digits alone."""
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in text).split())
