"""The dates of an idea are in order.

An idea is proposed first. Judgements, results and the day on which it is looked at again come
after. A date before that is nearly always a slip of the year, and would bend every figure that is
drawn from it. A day in the future on which a result will be read is fine.

**Instead:** correct the year. What was measured before the idea was proposed is its `baseline`.
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


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each date that comes before the idea itself."""
    for slug, idea in registry.ideas.items():
        if idea.proposed_on is None:
            continue
        for what, day, route, severity in _days(idea):
            if day < idea.proposed_on:
                yield Diagnostic(
                    RULE,
                    f"{what} is dated {day}, before the idea was proposed on {idea.proposed_on}",
                    Place(registry.paths[slug], route),
                    ("is the year right? nothing here comes before `proposed_on`",),
                    severity,
                )


def _days(idea: Idea) -> Iterator[tuple[str, dt.date, Route, Severity]]:
    for number, evidence in enumerate(idea.evidence):
        # Somebody may have measured first and proposed then.
        if evidence.date is not None:
            what = "this reading" if evidence.result is None else "this result"
            yield what, evidence.date, ("evidence", number, "date"), Severity.WARNING
    for number, evaluation in enumerate(idea.evaluations):
        yield "this judgement", evaluation.date, ("evaluations", number, "date"), Severity.ERROR
    for number, passed in enumerate(idea.passed):
        yield "this hand-over", passed.date, ("passed", number, "date"), Severity.ERROR
    if idea.revisit_on is not None:
        yield "the next look", idea.revisit_on, ("revisit_on",), Severity.ERROR
