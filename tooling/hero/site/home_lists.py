"""What the home page lists: moves, what is in use, what is asked."""

import datetime as dt
from dataclasses import dataclass

from hero.registry.idea import Evidence, Idea
from hero.registry.markdown import plain
from hero.registry.summary import clipped
from hero.registry.words import Figure
from hero.site import address
from hero.site.window import Window

#: What a reason has room for, and what the metric behind a change has, in characters.
REASON, METRIC = 120, 70


@dataclass(frozen=True, slots=True)
class Moved:
    """The last decision about an idea."""

    slug: str
    stage: str
    date: dt.date
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Used:
    """An idea in use, with its first figure that was read again."""

    slug: str
    metric: str | None = None
    baseline: Figure | None = None
    result: Figure | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A challenge that is open: how many days are left, and how many answers came."""

    slug: str
    closes: dt.date
    left: int
    answers: int


def last_moves(window: Window, most: int) -> list[Moved]:
    """The newest decisions, at most one an idea."""
    found: list[Moved] = []
    for slug in window.newest:
        idea = window.registry.ideas[slug]
        if len(found) == most:
            break
        if idea.decisions:
            last = idea.decisions[-1]
            reason = clipped(plain(last.because), REASON)
            found.append(Moved(slug, window.stage(slug).id, last.date, last.by, reason))
    return found


def newest(window: Window, most: int) -> list[str]:
    """The ideas that came in last, for a network in which nothing has moved yet."""
    return list(window.newest[:most])


def in_use(window: Window) -> list[Used]:
    """Ideas in use, those with figures first, then the newest."""
    found = []
    for slug in window.newest:
        if window.stage(slug).outcome == "good":
            read = changed(window.registry.ideas[slug])
            metric = clipped(read.metric, METRIC) if read else None
            found.append(Used(slug, metric, read.baseline, read.result) if read else Used(slug))
    return sorted(found, key=lambda entry: entry.result is None)


def changed(idea: Idea) -> Evidence | None:
    """The first figure that was read before and after."""
    read = (e for e in idea.evidence if e.baseline is not None and e.result is not None)
    return next(read, None)


def asked(window: Window) -> list[Asked]:
    """The challenges that are open on the site's day, the first to close first."""
    day = window.edition.as_of
    found = [
        Asked(slug, each.closes, (each.closes - day).days, len(window.by_challenge.get(slug, ())))
        for slug, each in window.registry.challenges.items()
        if each.opens <= day <= each.closes
    ]
    return sorted(found, key=lambda each: (each.closes, each.slug))


def used_listing(window: Window) -> str | None:
    """Where all ideas in use are listed."""
    good = [stage for stage in window.registry.pipeline.stages if stage.outcome == "good"]
    return address.listing(good[0].id) if good else None
