"""A key stands once in its mapping.

Most YAML readers silently keep the last of two equal keys, so half of what was written would
be lost without a word.

**Instead:** keep one of the two, or join them.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "YAML"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        key = shown(problem.detail["key"], 40)
        yield Diagnostic(
            RULE,
            f"the key `{key}` stands here a second time",
            Place(problem.path, span=problem.span),
            help=("keep one of the two; only the first is read",),
        )
