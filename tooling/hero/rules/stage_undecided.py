"""The stage of an idea is where its decisions led.

Every move is a decision with a person, a date and a reason. A stage that no decision leads to
was changed by hand, and nobody could say why. The first decision leaves the first stage of the
pipeline, each next one leaves where the last arrived, and dates do not run backwards.

**Instead:** put the stage back. Moving an idea adds the decision and changes the stage together.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Record"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each idea whose record does not hang together."""
    if "pipeline" not in registry.sound:
        return
    initial = registry.pipeline.initial.id
    known = {stage.id for stage in registry.pipeline.stages}
    for slug, idea in registry.ideas.items():
        path = registry.paths[slug]
        # A stage that the pipeline does not have is told of by the rule for that.
        if path in registry.flawed or not _stages(idea) <= known:
            continue
        yield from _broken_chain(path, idea, initial)
        arrived = idea.decisions[-1].to if idea.decisions else initial
        if (idea.stage or initial) != arrived:
            is_so = f"`stage` is `{idea.stage}`" if idea.stage else "`stage` is missing"
            led = f"the decisions led to `{arrived}`" if idea.decisions else "no decision says so"
            yield Diagnostic(
                RULE,
                f"{is_so}, but {led}",
                Place(path, ("stage",)),
                help=(f"write `stage: {arrived}`; the stage only changes with a decision",),
            )


def _stages(idea: Idea) -> set[str]:
    ends = {end for decision in idea.decisions for end in (decision.from_, decision.to)}
    return ends | ({idea.stage} if idea.stage else set())


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
