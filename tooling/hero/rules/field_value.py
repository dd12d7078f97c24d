"""A value is one that its field can have.

Some fields take one of a few words, a number within bounds, or a word of a certain form (a login,
a slug, a web address). Anything else would lead nowhere.

**Instead:** take the nearest valid value; the help names it.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.expectation import described, wanted
from hero.rules.repair import repaired
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        name, about = described(problem)
        yield Diagnostic(
            RULE,
            f"{name} has to be {wanted(problem)}, and is {shown(problem.detail['value'])}",
            Place(problem.path, problem.route),
            help=(*repaired(problem), *about),
        )
