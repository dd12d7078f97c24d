"""The digest of a week, as values: what moved and why, what is new, what waits, what closes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hero.culture.challenges import Dated, between
from hero.culture.recognition.credits import credits
from hero.culture.recognition.thanks import Crew, crews
from hero.process.deadlines import Deadlines
from hero.process.flow.owed import Owed
from hero.process.turn import turn
from hero.registry.idea import Decision
from hero.registry.pipeline import Role
from hero.registry.registry import Registry

#: Days ahead that count as soon.
SOON = 14
ROLES: tuple[Role, ...] = ("advocate", "proposer", "builder", "sponsor")


@dataclass(frozen=True, slots=True)
class Week:
    """The days that a digest tells of, both within. `name` is the ISO week of the last of them."""

    first: dt.date
    last: dt.date

    @property
    def name(self) -> str:
        """Such as `2026-W47`."""
        year, week, _ = self.last.isocalendar()
        return f"{year}-W{week:02}"


@dataclass(frozen=True, slots=True)
class Waits:
    """An idea that waits for people in a role; `who` is empty where nobody has it.

    `late` has what is overdue there, the oldest first.
    """

    slug: str
    role: Role
    who: tuple[str, ...]
    late: tuple[Owed, ...] = ()


@dataclass(frozen=True)
class Digest:
    """A week of a network. Ideas and challenges are slugs of `registry`; `day` is today."""

    registry: Registry
    week: Week
    day: dt.date
    moved: tuple[tuple[str, Decision], ...]
    fresh: tuple[str, ...]
    waiting: tuple[Waits, ...]
    closing: tuple[Owed, ...]
    challenges: tuple[Dated, ...]
    thanks: tuple[Crew, ...]

    @property
    def empty(self) -> bool:
        """Has nothing happened, and is nothing near? Then there is nothing to send."""
        return not (self.moved or self.fresh or self.closing or self.challenges)


def last_week(today: dt.date) -> Week:
    """The last week from Monday to Sunday that is over: the same on each day of this one."""
    sunday = today - dt.timedelta(today.isoweekday())
    return Week(sunday - dt.timedelta(6), sunday)


def digest(registry: Registry, week: Week, today: dt.date) -> Digest:
    """What a week brought, and what waits today."""
    found = credits(registry, week.last)
    theirs = [each for each in found if each.date and week.first <= each.date <= week.last]
    owed = Deadlines(registry).open(today)
    return Digest(
        registry,
        week,
        today,
        tuple(_moved(registry, week)),
        tuple(_fresh(registry, week)),
        tuple(_waiting(registry, owed, today)),
        tuple(each for each in owed if _soon(each, today)),
        between(registry, week.first, week.last),
        crews(registry, theirs, registry.ideas),
    )


def _moved(registry: Registry, week: Week) -> Iterator[tuple[str, Decision]]:
    """The decisions of the week, in order; what was imported was decided elsewhere."""
    made = [
        (each.date, slug, number, each)
        for slug, idea in registry.ideas.items()
        for number, each in enumerate(idea.decisions)
        if week.first <= each.date <= week.last and not each.imported
    ]
    for _, slug, _, each in sorted(made, key=lambda row: row[:3]):
        yield slug, each


def _fresh(registry: Registry, week: Week) -> Iterator[str]:
    came = (
        (idea.proposed_on, slug)
        for slug, idea in registry.ideas.items()
        if idea.proposed_on and week.first <= idea.proposed_on <= week.last
    )
    yield from (slug for _, slug in sorted(came))


def _waiting(registry: Registry, owed: list[Owed], today: dt.date) -> Iterator[Waits]:
    """The active ideas by role, those that wait for longest first."""
    late: dict[str, list[Owed]] = {}
    for each in owed:
        if each.state(today) == "overdue" and each.kind != "results":
            late.setdefault(each.about, []).append(each)
    rows = []
    for slug, idea in registry.ideas.items():
        stage = registry.stage(idea)
        now = turn(idea, stage)
        if stage.kind == "active" and now.role in ROLES:
            theirs = tuple(late.get(slug, ()))
            since = theirs[0].on if theirs else dt.date.max
            rows.append(
                (ROLES.index(now.role), since, slug, Waits(slug, now.role, now.who, theirs))
            )
    yield from (row[3] for row in sorted(rows, key=lambda row: row[:3]))


def _soon(owed: Owed, today: dt.date) -> bool:
    """A date that people plan by, and that is near: not what an advocate owes an idea."""
    near = owed.state(today) == "due" and (owed.on - today).days <= SOON
    return near and owed.kind in ("closing", "results", "reading", "revisit")
