"""The stages and moves of the pipeline fit together.

A stage has one definition. A move leads from one stage to another, both defined. An active stage
says whose turn it is, and a deadline counts either working days or days.

**Instead:** correct the name, or add the stage.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Route
from hero.registry.pipeline import Stage
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, shown, suggestion

GROUP = "Policy"
RULE = rule_id(__name__)


PATH = LISTED["pipeline"]


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stage or move that does not fit."""
    if "pipeline" not in registry.sound:
        return
    stages, moves = registry.pipeline.stages, registry.pipeline.moves
    for number, stage in enumerate(stages):
        yield from _stage(stage, ("stages", number), [each.id for each in stages[:number]])
    known = {stage.id for stage in stages}
    for number, move in enumerate(moves):
        ends = [(("moves", number, "from", each), stage) for each, stage in enumerate(move.from_)]
        for route, stage_id in [*ends, (("moves", number, "to"), move.to)]:
            if stage_id not in known:
                yield Diagnostic(
                    RULE,
                    f"the pipeline has no stage `{stage_id}`",
                    Place(PATH, route),
                    help=suggestion(stage_id, known),
                )
        if move.to in move.from_:
            yield Diagnostic(
                RULE,
                f"a move cannot lead from `{move.to}` to itself",
                Place(PATH, ("moves", number, "to")),
                help=(f"remove `{move.to}` from one side",),
            )


def _stage(stage: Stage, route: Route, before: list[str]) -> Iterator[Diagnostic]:
    if stage.id in before:
        yield Diagnostic(
            RULE,
            f"the stage `{stage.id}` is defined a second time",
            Place(PATH, (*route, "id")),
            help=("keep one of the two",),
        )
    if stage.kind == "active" and stage.waits_on is None:
        yield Diagnostic(
            RULE,
            f"the active stage `{stage.id}` does not say whose turn it is",
            Place(PATH, (*route, "waits_on")),
            help=("add whose turn it is, for example `waits_on: advocate`",),
        )
    for number, deadline in enumerate(stage.deadlines):
        if (deadline.working_days is None) == (deadline.days is None):
            count = "no number of days" if deadline.days is None else "two numbers of days"
            yield Diagnostic(
                RULE,
                f"the deadline for `{shown(deadline.what)}` has {count}",
                Place(PATH, (*route, "deadlines", number)),
                help=("write either `working_days: 10` or `days: 90`",),
            )
