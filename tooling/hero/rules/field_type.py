"""A value is of the kind that its field asks for.

Text where a list belongs, a number where a date belongs: a program could guess what was meant,
and would guess wrong once in a while. So the file says it exactly.

**Instead:** write the value as the help shows it. A list of one stands in brackets:
`[example-ada]`. A date is year, month, day, without quotes: `2026-11-20`.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.expectation import described, kind_of, wanted
from hero.rules.repair import repaired
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        name, about = described(problem)
        value = problem.detail["value"]
        yield Diagnostic(
            RULE,
            f"{name} has to be {wanted(problem)}, and is {kind_of(value)}: {shown(value)}",
            Place(problem.path, problem.route),
            help=(*repaired(problem), *about),
        )
