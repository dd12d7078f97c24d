"""Challenges: where each stands on a day, who answered in time, and what happens when.

Nothing is switched: a challenge opens, closes and owes its results by its dates alone. Questions
asked for a while, by somebody who promised to act, bring more that is put to use than an open box
(Woods, 2014; Kindling, How to run a successful campaign).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hero.registry.policies import Challenge
from hero.registry.registry import Registry

#: ahead: not open yet; judging: closed, and its results are not due yet, or were never promised;
#: overdue: the promised day is over; reported: the results are there.
Phase = Literal["ahead", "open", "judging", "overdue", "reported"]
PHASES: tuple[Phase, ...] = ("open", "overdue", "judging", "ahead", "reported")

#: What happens to a challenge on a day of its own.
Kind = Literal["opens", "closes", "results-promised", "results"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a challenge stands. `on` is the day that it stands by, `days` how far that is.

    The days count up to it, 0 on the day itself; where it is overdue, since it. Of a reported one
    they say how late the results came, None where nobody wrote the day, or none was promised.
    """

    phase: Phase
    on: dt.date | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """The ideas that answer a challenge: those that came while it was open, before, and after."""

    in_time: tuple[str, ...] = ()
    early: tuple[str, ...] = ()
    late: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happens to a challenge on a day: for feeds, calendars and digests."""

    challenge: str
    date: dt.date
    kind: Kind


def standing(challenge: Challenge, day: dt.date) -> Standing:
    """Where a challenge stands at the end of a day."""
    if day < challenge.opens:
        return Standing("ahead", challenge.opens, (challenge.opens - day).days)
    if day <= challenge.closes:
        return Standing("open", challenge.closes, (challenge.closes - day).days)
    promised, came = challenge.results_by, challenge.results_on
    if reported(challenge, day):
        late = max(0, (came - promised).days) if came and promised else None
        return Standing("reported", came, late)
    if promised is None:
        return Standing("judging")
    return Standing(
        "overdue" if day > promised else "judging", promised, abs((promised - day).days)
    )


def reported(challenge: Challenge, day: dt.date) -> bool:
    """Are its results there? Without a day of their own they count from the day after it closed."""
    if challenge.results is None:
        return False
    return day >= challenge.results_on if challenge.results_on else day > challenge.closes


def answers(registry: Registry, slug: str, found: tuple[str, ...]) -> Answers:
    """The ideas `found`, in their order, by when they came; one without a date came in time."""
    challenge = registry.challenges[slug]
    parts: dict[str, list[str]] = {"in_time": [], "early": [], "late": []}
    for idea in found:
        came = registry.ideas[idea].proposed_on
        early = came is not None and came < challenge.opens
        late = came is not None and came > challenge.closes
        parts["early" if early else "late" if late else "in_time"].append(idea)
    return Answers(**{name: tuple(slugs) for name, slugs in parts.items()})


def dated(registry: Registry) -> tuple[Dated, ...]:
    """Every day of every challenge, by date; a promise that was kept before its day is none."""
    every = (each for slug, one in registry.challenges.items() for each in _dated(slug, one))
    return tuple(sorted(every, key=lambda each: (each.date, each.challenge, each.kind)))


def between(registry: Registry, first: dt.date, last: dt.date) -> tuple[Dated, ...]:
    """What happened to challenges from one day to another, both within: for a digest."""
    return tuple(each for each in dated(registry) if first <= each.date <= last)


def _dated(slug: str, challenge: Challenge) -> Iterator[Dated]:
    yield Dated(slug, challenge.opens, "opens")
    yield Dated(slug, challenge.closes, "closes")
    promised, came = challenge.results_by, challenge.results_on
    if promised is not None and (came is None or came > promised):
        yield Dated(slug, promised, "results-promised")
    if challenge.results is not None and came is not None:
        yield Dated(slug, came, "results")
