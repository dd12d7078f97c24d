"""A field that is there says something.

An empty text, an empty list or a key without a value looks filled in and is not.

**Instead:** write the value, or remove the key where the field is optional.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.expectation import described, unless_needed
from hero.rules.rule import rule_id

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        name, about = described(problem)
        yield Diagnostic(
            RULE,
            f"{name} is empty",
            Place(problem.path, problem.route),
            help=(*about, *unless_needed(problem)),
        )
