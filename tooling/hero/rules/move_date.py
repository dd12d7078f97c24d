"""A new decision or evaluation is dated the day it is made.

These dates are the registry's clock: times in a stage, deadlines and figures are all counted from
them. A day that has yet to come is a slip. A decision dated more than two weeks ago would make
somebody late, or early, who was not.

This rule looks at what a change adds: `hero check --base main`.

**Instead:** write today's date. If the decision was taken earlier and nobody wrote it down, say so
in the reason.
"""

import datetime as dt
from collections.abc import Iterator

from hero.process.change import UNDATED, Change
from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Moves"
RULE = rule_id(__name__)

#: A pull may wait so long for its approvals; the shipped process asks for an answer in ten
#: working days.
WAITS = dt.timedelta(days=14)
#: Where it is evening in UTC, it is tomorrow already east of it.
EAST = dt.timedelta(days=1)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each new date of a day to come, or long gone."""
    if change is None or change.facts.today == UNDATED.today:
        return
    today = change.facts.today
    for step in change.steps(registry):
        day, place = step.decision.date, Place(step.path, ("decisions", step.number, "date"))
        if day > today + EAST:
            yield _to_come("decision", day, today, place)
        elif day < today - WAITS and not step.decision.imported:
            words = f"this new decision is dated {day}, {(today - day).days} days ago"
            help_ = f"write `date: {today}`, or say in `because` why it is recorded so late"
            yield Diagnostic(RULE, words, place, (help_,), Severity.WARNING)
    for slug in change.changed(registry):
        before = change.was(slug, "evaluations")
        start = len(before) if isinstance(before, list) else 0
        for number, evaluation in enumerate(registry.ideas[slug].evaluations[start:], start):
            if evaluation.date > today + EAST:
                place = Place(registry.paths[slug], ("evaluations", number, "date"))
                yield _to_come("evaluation", evaluation.date, today, place)


def _to_come(what: str, day: dt.date, today: dt.date, place: Place) -> Diagnostic:
    words = f"this {what} is dated {day}, and today is {today}"
    return Diagnostic(RULE, words, place, (f"write `date: {today}`",))
