"""A result has a baseline.

"It takes 12 minutes now" says nothing to somebody who does not know how long it took before. The
value before cannot be measured any more once the change is made.

**Instead:** add `baseline`, the same quantity as it was before; words will do where nobody
measured: `baseline: about an hour, by feel`.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Evidence"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each result that cannot be compared."""
    for slug, idea in registry.ideas.items():
        for number, evidence in enumerate(idea.evidence):
            if evidence.result is not None and evidence.baseline is None:
                yield Diagnostic(
                    RULE,
                    f"the result {shown(evidence.result)} has no baseline to compare it with",
                    Place(registry.paths[slug], ("evidence", number, "result"), on_key=True),
                    ("add the value before, for example `baseline: 41 min`",),
                    Severity.WARNING,
                )
