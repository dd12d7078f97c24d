"""The home page: one screen of what this is, what moved, what changed and who needs help."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hero.process.turn import a_role, seeks
from hero.registry.idea import Evidence, Idea
from hero.registry.markdown import plain
from hero.registry.phrases import both
from hero.registry.summary import clipped
from hero.registry.words import Figure
from hero.site import address
from hero.site.page import Page
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window

MOVES, USED, SOUGHT, REASON = 3, 3, 3, 140


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
class Sought:
    """An idea that is looking for somebody."""

    slug: str
    roles: str
    stage: str
    since: dt.date | None


def home_page(pieces: Pieces) -> Page:
    """The front of the site; it reads well with no ideas at all."""
    window = pieces.window
    network = window.registry.network
    body = render(
        "home",
        p=pieces,
        network=network,
        edition=window.edition,
        example=window.example,
        total=len(window.registry.ideas),
        moves=last_moves(window),
        used=in_use(window)[:USED],
        more_used=_more_used(window),
        sought=list(islice(sought(window), SOUGHT)),
    )
    description = f"The ideas of {network.organisation}: what is proposed, decided and in use."
    return Page("index.html", network.name, description, body, "home")


def last_moves(window: Window) -> list[Moved]:
    """The newest decisions, at most one an idea."""
    found: list[Moved] = []
    for slug in window.newest:
        idea = window.registry.ideas[slug]
        if len(found) == MOVES:
            break
        if idea.decisions:
            last = idea.decisions[-1]
            reason = clipped(plain(last.because), REASON)
            found.append(Moved(slug, window.stage(slug).id, last.date, last.by, reason))
    return found


def in_use(window: Window) -> list[Used]:
    """Ideas in use, those with figures first, then the newest."""
    found = [
        Used(slug, figure.metric, figure.baseline, figure.result) if figure else Used(slug)
        for slug in window.newest
        if window.stage(slug).outcome == "good"
        for figure in [changed(window.registry.ideas[slug])]
    ]
    return sorted(found, key=lambda entry: entry.result is None)


def changed(idea: Idea) -> Evidence | None:
    """The first figure that was read before and after."""
    read = (e for e in idea.evidence if e.baseline is not None and e.result is not None)
    return next(read, None)


def sought(window: Window) -> Iterator[Sought]:
    """Ideas that look for somebody, the one that has waited longest first."""
    for slug in reversed(window.newest):
        stage = window.stage(slug)
        roles = seeks(window.registry.ideas[slug], stage, window.registry.pipeline)
        if roles:
            words = both(tuple(map(a_role, roles)))
            yield Sought(slug, words, stage.id, window.moved(slug))


def _more_used(window: Window) -> str | None:
    good = [stage for stage in window.registry.pipeline.stages if stage.outcome == "good"]
    many = sum(len(window.by_stage[stage.id]) for stage in good)
    return address.listing(good[0].id) if many > USED else None
