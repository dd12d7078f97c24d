"""What moved and what was proposed this week and in the weeks before, with the reasons."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from hero.process.decided import Decided
from hero.site import address
from hero.site.answers import all_decided, answers
from hero.site.page import Page
from hero.site.pieces import Pieces, spoken
from hero.site.templates import render
from hero.site.window import Window

#: How far back the page looks, how many moves it shows at most, and at least where there are any.
WEEKS, MOST, LEAST = 8, 150, 10
#: How many new ideas of a week are named.
NAMED = 20


@dataclass(frozen=True, slots=True)
class Week:
    """What moved in a week, by its Monday, and the ideas that were proposed in it, newest first."""

    monday: dt.date
    entries: Markup
    count: int
    came: Sequence[str]

    @property
    def named(self) -> Sequence[str]:
        """Those that are named; a week of an import has hundreds."""
        return self.came[:NAMED]

    @property
    def days(self) -> str:
        """From when to when."""
        return f"{self.monday.day} {self.monday:%b} to {spoken(self.monday + dt.timedelta(days=6))}"


def moves_page(pieces: Pieces) -> Page:
    """The weeks, this one first, also when nothing moved in it."""
    window = pieces.window
    day = window.edition.as_of
    shown = lately(all_decided(window), day)
    moved, came = by_week(shown), proposed(window)
    first = monday_of(day) - dt.timedelta(weeks=WEEKS - 1)
    mondays = {monday_of(day), *moved, *(each for each in came if first <= each <= day)}
    weeks = [
        Week(monday, answers(pieces, some), len(some), came.get(monday, ()))
        for monday in sorted(mondays, reverse=True)
        for some in (moved.get(monday, ()),)
    ]
    body = render(
        "moves",
        p=pieces,
        weeks=weeks,
        this=monday_of(day),
        left=len(all_decided(window)) - len(shown),
    )
    description = "What moved lately and what is new, week by week, with the reasons."
    return Page(address.moves(), "What moved", description, body, "moves", summary=description)


def lately(every: Sequence[Decided], day: dt.date) -> Sequence[Decided]:
    """The decisions of the last weeks, newest first; a quiet network shows its last few."""
    first = monday_of(day) - dt.timedelta(weeks=WEEKS - 1)
    recent = sum(each.decision.date >= first for each in every)
    return every[: min(MOST, max(LEAST, recent))]


def by_week(some: Sequence[Decided]) -> Mapping[dt.date, Sequence[Decided]]:
    """Decisions by the Monday of their week, newest first."""
    weeks = groupby(some, key=lambda each: monday_of(each.decision.date))
    return {monday: tuple(those) for monday, those in weeks}


def proposed(window: Window) -> Mapping[dt.date, Sequence[str]]:
    """Ideas by the Monday of the week in which they were proposed, newest first."""
    ideas = window.registry.ideas
    dated = [(idea.proposed_on, slug) for slug, idea in ideas.items() if idea.proposed_on]
    found: dict[dt.date, list[str]] = {}
    for day, slug in sorted(dated, key=lambda each: (-each[0].toordinal(), each[1])):
        found.setdefault(monday_of(day), []).append(slug)
    return found


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week; of the first days that there are, the first one."""
    return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))
