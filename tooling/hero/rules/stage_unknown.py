"""The stage of an idea, and the stages in its decisions, are in the pipeline.

The pipeline says what a stage means, whose turn it is and what can follow. An idea in a stage
that nobody defined is stuck.

**Instead:** leave `stage` alone, it changes with a decision; or take the nearest stage.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Route
from hero.registry.registry import Registry
from hero.rules.meant import stages
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, suggestion

GROUP = "Record"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stage that the pipeline does not have."""
    if "pipeline" not in registry.sound:
        return
    known = {stage.id for stage in registry.pipeline.stages}
    mender, words = Mender(registry), stages(registry)
    for slug, idea in registry.ideas.items():
        named: list[tuple[Route, str]] = [(("stage",), idea.stage)] if idea.stage else []
        for number, decision in enumerate(idea.decisions):
            named.append((("decisions", number, "from"), decision.from_))
            named.append((("decisions", number, "to"), decision.to))
        for route, stage in named:
            if stage not in known:
                yield Diagnostic(
                    RULE,
                    f"the pipeline has no stage `{stage}`",
                    Place(registry.paths[slug], route),
                    help=suggestion(stage, known, LISTED["pipeline"]),
                    fix=mender.set_meant(registry.paths[slug], route, words.meant(stage)),
                )
