"""What moved this week and in the weeks before, with the reasons."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from hero.process.decided import Decided
from hero.site import address
from hero.site.answers import all_decided, answers
from hero.site.page import Page
from hero.site.pieces import Pieces, spoken
from hero.site.templates import render

#: How far back the page looks, how many moves it shows at most, and at least where there are any.
WEEKS, MOST, LEAST = 8, 150, 10


@dataclass(frozen=True, slots=True)
class Week:
    """The moves of a week, by its Monday; `came`: ideas that were proposed in it."""

    monday: dt.date
    entries: Markup
    count: int
    came: int

    @property
    def days(self) -> str:
        """From when to when."""
        return f"{self.monday.day} {self.monday:%b} to {spoken(self.monday + dt.timedelta(days=6))}"


def moves_page(pieces: Pieces) -> Page:
    """The weeks, this one first, also when nothing moved in it."""
    window = pieces.window
    day = window.edition.as_of
    shown = lately(all_decided(window), day)
    came = [idea.proposed_on for idea in window.registry.ideas.values() if idea.proposed_on]
    mondays = [monday_of(each) for each in came]
    weeks = [
        Week(monday, answers(pieces, some), len(some), mondays.count(monday))
        for monday, some in by_week(shown, day)
    ]
    body = render(
        "moves",
        p=pieces,
        weeks=weeks,
        this=monday_of(day),
        left=len(all_decided(window)) - len(shown),
    )
    description = "What moved lately, week by week, with the reasons."
    return Page(address.moves(), "What moved", description, body, "moves", summary=description)


def lately(every: Sequence[Decided], day: dt.date) -> Sequence[Decided]:
    """The decisions of the last weeks, newest first; a quiet network shows its last few."""
    first = monday_of(day) - dt.timedelta(weeks=WEEKS - 1)
    recent = sum(each.decision.date >= first for each in every)
    return every[: min(MOST, max(LEAST, recent))]


def by_week(some: Sequence[Decided], day: dt.date) -> list[tuple[dt.date, list[Decided]]]:
    """Decisions by the Monday of their week, newest first; the week of `day` is always there."""
    found = [
        (monday, list(those))
        for monday, those in groupby(some, key=lambda each: monday_of(each.decision.date))
    ]
    if not found or found[0][0] < monday_of(day):
        found.insert(0, (monday_of(day), []))
    return found


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week; of the first days that there are, the first one."""
    return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))
