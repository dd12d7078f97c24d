"""The stage of an idea is where its decisions led.

Every move is a decision with a person, a date and a reason. A stage that no decision leads to
was changed by hand, and nobody could say why. The first decision leaves the first stage of the
pipeline, each next one leaves where the last arrived, and dates do not run backwards.

**Instead:** put the stage back. Moving an idea adds the decision and changes the stage together.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Record"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each idea whose record does not hang together."""
    initial = registry.pipeline.initial.id
    for slug, idea in registry.ideas.items():
        path = registry.paths[slug]
        if path in registry.flawed or "pipeline" not in registry.sound:
            continue
        yield from _broken_chain(path, idea, initial)
        arrived = idea.decisions[-1].to if idea.decisions else initial
        if (idea.stage or initial) != arrived:
            yield Diagnostic(
                RULE,
                f"`stage` is `{idea.stage or initial}`, but its decisions lead to `{arrived}`",
                Place(path, ("stage",)),
                help=(f"write `stage: {arrived}`; the stage only changes with a decision",),
            )


def _broken_chain(path: str, idea: Idea, initial: str) -> Iterator[Diagnostic]:
    """Where a decision does not begin where, or comes before, the one above it ended."""
    at, day = initial, idea.proposed_on
    for number, decision in enumerate(idea.decisions):
        first_is_import = number == 0 and decision.imported is not None
        if decision.from_ != at and not first_is_import:
            yield Diagnostic(
                RULE,
                f"this decision leaves `{decision.from_}`, but the idea was in `{at}`",
                Place(path, ("decisions", number, "from")),
                help=(f"write `from: {at}`; decisions stand in the order in which they were made",),
            )
        if day is not None and decision.date < day:
            yield Diagnostic(
                RULE,
                f"this decision is dated {decision.date}, before {day}",
                Place(path, ("decisions", number, "date")),
                help=("decisions stand in the order of their dates, after `proposed_on`",),
            )
        at, day = decision.to, max(decision.date, day or decision.date)
