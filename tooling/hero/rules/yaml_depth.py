"""Values are nested as deep as needed, and no deeper.

The deepest file of a registry needs five levels. Files with hundreds of levels are made to
bring programs to their knees.

**Instead:** remove the extra brackets or indentation.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "YAML"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        yield Diagnostic(
            RULE,
            f"this is nested more than {problem.detail['limit']} levels deep",
            Place(problem.path, span=problem.span),
            help=("remove the extra brackets or indentation",),
        )
