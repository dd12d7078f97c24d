"""Dates lie in years that can be meant.

A date before 2000, or a reminder more than fifteen years after anything else in the idea, has a
digit too few or too many: in the year 2206 nobody will look. Ideas that were imported from an older
record keep their years.

**Instead:** write the day as `2026-11-20`: four digits of the year, month, day.
"""

import datetime as dt
from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Route, Severity
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Evidence"
RULE = rule_id(__name__)

FIRST, LAST = dt.date(2000, 1, 1), dt.date(2100, 1, 1)
YEARS = dt.timedelta(days=15 * 365)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each date far away from all others."""
    for slug, idea in registry.ideas.items():
        first = dt.date.min if _imported(idea) else FIRST
        been = list(_been(idea))
        latest = max((day for day, _ in been if first <= day < LAST), default=None)
        # Without another date to compare with, only what nobody can mean is told of.
        horizon = min(LAST, latest + YEARS) if latest else LAST
        for days, end in ((been, LAST), (_planned(idea), horizon)):
            for day, route in days:
                if not first <= day < end:
                    yield _diagnostic(Place(registry.paths[slug], route), day, end)


def _diagnostic(place: Place, day: dt.date, end: dt.date) -> Diagnostic:
    far = f"after {end.year - 1}" if day >= end else "before 2000"
    help_ = ("correct the year; four digits of it come first, as in `2026-11-20`",)
    return Diagnostic(RULE, f"{day} is {far}", place, help_, Severity.WARNING)


def _imported(idea: Idea) -> bool:
    return bool(idea.decisions) and idea.decisions[0].imported is not None


def _been(idea: Idea) -> Iterator[tuple[dt.date, Route]]:
    """Dates of what has happened."""
    if idea.proposed_on is not None:
        yield idea.proposed_on, ("proposed_on",)
    for number, evaluation in enumerate(idea.evaluations):
        yield evaluation.date, ("evaluations", number, "date")
    for number, passed in enumerate(idea.passed):
        yield passed.date, ("passed", number, "date")
    for number, decision in enumerate(idea.decisions):
        yield decision.date, ("decisions", number, "date")


def _planned(idea: Idea) -> Iterator[tuple[dt.date, Route]]:
    """Dates of what may be yet to come."""
    if idea.revisit_on is not None:
        yield idea.revisit_on, ("revisit_on",)
    for number, evidence in enumerate(idea.evidence):
        if evidence.date is not None:
            yield evidence.date, ("evidence", number, "date")
