"""A new decision is dated the day it is made.

The dates of decisions are the registry's clock: times in a stage, deadlines and figures are all
counted from them. A day that has yet to come is a slip. A day more than two weeks ago would make
somebody late, or early, who was not.

This rule looks at decisions that a change adds: `hero check --base main`.

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


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each new decision of a day to come, or long gone."""
    if change is None or change.facts.today == UNDATED.today:
        return
    today = change.facts.today
    for step in change.steps(registry):
        day, place = step.decision.date, Place(step.path, ("decisions", step.number, "date"))
        # Where it is evening in UTC, it is tomorrow already east of it.
        if day > today + dt.timedelta(days=1):
            words = f"this decision is dated {day}, and today is {today}"
            yield Diagnostic(RULE, words, place, (f"write `date: {today}`",))
        elif day < today - WAITS and not step.decision.imported:
            words = f"this new decision is dated {day}, {(today - day).days} days ago"
            help_ = f"write `date: {today}`, or say in `because` why it is recorded so late"
            yield Diagnostic(RULE, words, place, (help_,), Severity.WARNING)
