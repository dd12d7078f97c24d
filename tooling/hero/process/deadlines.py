"""What is due: from whom and until when, as far as the files can show.

Deadlines of a stage run from the day on which it was entered: strictly after it, in working days
of the network's regions or in calendar days. Those that wait on advocates do not run on days on
which the accountable one is away: one person answers for it, so that person's days count, and no
day passes in hindsight once somebody joins. A stage that was entered by import owes nothing:
nobody made that promise here.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from hero.process.calendar import Calendar, calendar
from hero.process.flow.owed import Kind, Owed, met_on
from hero.process.flow.stays import Stay, present, stays
from hero.process.timeline import timeline
from hero.process.turn import Due, due_of, holders
from hero.process.workdays import Clock, Period, due_on, shared
from hero.registry.idea import Idea
from hero.registry.pipeline import Deadline, Role
from hero.registry.registry import Registry
from hero.registry.summary import clipped


class Deadlines:
    """The deadlines of one registry; its calendars are worked out once."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._initial = registry.pipeline.initial.id
        self._stages = {stage.id: stage for stage in reversed(registry.pipeline.stages)}
        self._roster = {each.login.lower(): each for each in registry.roster.advocates}
        self._paces: dict[tuple[Role, tuple[str, ...]], tuple[Calendar, list[Period], str]] = {}
        self._away = {
            login: [(away.from_, away.to) for away in each.away]
            for login, each in self._roster.items()
        }

    def open(self, clock: Clock) -> list[Owed]:
        """All that is owed and not met, by date."""
        every = [each for slug in self.registry.ideas for each in self.of_idea(slug)]
        every += self.of_challenges()
        owed = [each for each in every if each.state(clock) in ("due", "overdue")]
        return sorted(owed, key=lambda each: (each.on, each.about, each.kind, each.what))

    def of_idea(self, slug: str) -> tuple[Owed, ...]:
        """What is owed where the idea stands now, met or not."""
        idea = self.registry.ideas[slug]
        make = partial(self._of_idea, slug, idea)
        return self.registry.known.of(Deadlines.of_idea, slug, make, idea)

    def _of_idea(self, slug: str, idea: Idea) -> tuple[Owed, ...]:
        return (*self.of_stay(slug, present(idea, self._initial)), *self._ahead(slug, idea))

    def _ahead(self, slug: str, idea: Idea) -> Iterator[Owed]:
        """What lies ahead of an idea: another look, and results that are awaited."""
        if idea.revisit_on is None and not idea.evidence:
            return
        readings: dict[dt.date, list[str]] = {}
        for event in timeline(self.registry, slug):
            if event.ahead and event.date is not None and event.kind == "revisit":
                who = holders(idea, "advocate")
                yield self._owed(slug, "revisit", "another look", "advocate", who, event.date)
            elif event.ahead and event.date is not None:
                readings.setdefault(event.date, []).append(event.words)
        role: Role = "builder" if idea.builder else "proposer"
        for on, words in readings.items():
            more = f" and {len(words) - 1} more" if len(words) > 1 else ""
            what = f"reading: {clipped(words[0], 60)}{more}"
            yield self._owed(slug, "reading", what, role, holders(idea, role), on)

    def history(self, slug: str) -> tuple[Owed, ...]:
        """The deadlines of all stages that the idea has been in, in order."""
        idea = self.registry.ideas[slug]
        make = partial(self._history, slug, idea)
        return self.registry.known.of(Deadlines.history, slug, make, idea)

    def _history(self, slug: str, idea: Idea) -> tuple[Owed, ...]:
        every = (self.of_stay(slug, stay) for stay in stays(idea, self._initial))
        return tuple(owed for those in every for owed in those)

    def of_stay(self, slug: str, stay: Stay) -> Iterator[Owed]:
        """The deadlines of one stay."""
        stage = self._stages.get(stay.stage)
        for deadline in stage.deadlines if stage else ():
            owed = self._of(slug, stay, deadline)
            if owed is not None:
                yield owed

    def of_challenges(self) -> Iterator[Owed]:
        """When challenges close, and the results that are promised and not written."""
        for slug, challenge in self.registry.challenges.items():
            who = (challenge.sponsor,)
            yield self._owed(slug, "closing", "challenge closes", "sponsor", who, challenge.closes)
            if challenge.results_by is not None and challenge.results is None:
                what = "results of the challenge"
                yield self._owed(slug, "results", what, "sponsor", who, challenge.results_by)

    def dues(self, slug: str, clock: Clock | None = None) -> tuple[Due, ...]:
        """What is expected in the idea's stage, for `turn`; with a clock, what is late as well."""
        idea = self.registry.ideas[slug]
        stay = present(idea, self._initial)
        return tuple(
            _due(due_of(deadline, stay.entered), self._of(slug, stay, deadline), clock)
            for deadline in self.registry.stage(idea).deadlines
        )

    def _of(self, slug: str, stay: Stay, deadline: Deadline) -> Owed | None:
        """What a deadline asks of a stay; None where it is unknown when it began, or by import."""
        idea, stage = self.registry.ideas[slug], self._stages.get(stay.stage)
        if stage is None or stay.entered is None or stay.imported:
            return None
        role, who = deadline.waits_on, holders(idea, deadline.waits_on)
        days, leave, zone = self._pace(role, who)
        on = due_on(days, deadline, stay.entered, leave)
        if on is None:
            return None
        waited = any(first <= on and last > stay.entered for first, last in leave)
        met = met_on(deadline, stage, stay, idea)
        return Owed(
            slug, "deadline", deadline.what, role, who, on, zone, stay.entered,
            stage.id, deadline.met_by == "reply", waited, met,
        )  # fmt: skip

    def _owed(
        self, about: str, kind: Kind, what: str, role: Role, who: tuple[str, ...], on: dt.date
    ) -> Owed:
        return Owed(about, kind, what, role, who, on, self._zone(who))

    def _pace(self, role: Role, who: tuple[str, ...]) -> tuple[Calendar, list[Period], str]:
        """Which days count, which do not, and whose midnight ends them; many ideas share it."""
        if (role, who) not in self._paces:
            found = self._calendar(role, who), self._leave(role, who), self._zone(who)
            self._paces[role, who] = found
        return self._paces[role, who]

    def _calendar(self, role: Role, who: tuple[str, ...]) -> Calendar:
        """The accountable advocate's own regions where they name some, else the network's."""
        first = self._roster.get(who[0].lower()) if role == "advocate" and who else None
        own = first.holidays if first else ()
        return calendar(own or self.registry.network.holidays)

    def _leave(self, role: Role, who: tuple[str, ...]) -> list[Period]:
        """When the accountable advocate is away; somebody who is not on the roster never is."""
        first = self._away.get(who[0].lower()) if role == "advocate" and who else None
        return shared([first]) if first else []

    def _zone(self, who: tuple[str, ...]) -> str:
        """The time zone of the first of these who is on the roster, else UTC."""
        known = (self._roster.get(login.lower()) for login in who)
        return next((each.time_zone for each in known if each), "UTC")


def _due(due: Due, owed: Owed | None, clock: Clock | None) -> Due:
    if owed is None:
        return due
    late = clock is not None and owed.state(clock) == "overdue"
    return Due(due.what, due.role, due.within, due.since, owed.on, owed.met_on, owed.waited, late)
