"""A value is of the kind that its field asks for.

Text where a list belongs, a number where a date belongs: a program could guess what was meant,
and would guess wrong once in a while. So the file says it exactly.

**Instead:** write the value as the help shows it. A list of one stands in brackets:
`[example-ada]`. A date is year, month, day, without quotes: `2026-11-20`.
"""

from collections.abc import Iterator
from typing import Any

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, dotted
from hero.registry.fix import Fix
from hero.registry.mending import kinds
from hero.registry.problem import Problem
from hero.registry.registry import Registry
from hero.rules.expectation import described, kind_of, wanted
from hero.rules.meant import Vocabulary
from hero.rules.mending import Mender, model_of
from hero.rules.repair import Better, better, repaired
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    mender, vocabulary = Mender(registry), Vocabulary(registry)
    for problem in registry.problems_of(RULE):
        name, about = described(problem)
        value = problem.detail["value"]
        found = better(problem, vocabulary.at(problem.path, problem.route))
        if hidden := _hidden(mender, problem):
            found, about = None, (hidden, *about)
        yield Diagnostic(
            RULE,
            f"{name} has to be {wanted(problem)}, and is {kind_of(value)}: {shown(value)}",
            Place(problem.path, problem.route),
            help=(*repaired(problem, found), *about),
            fix=_fix(mender, problem, found),
        )


def _hidden(mender: Mender, problem: Problem) -> str | None:
    """What stands behind a list of words may be more of them: `a, #b` hides b in a comment."""
    if problem.detail["type"] != "tuple_type" or not isinstance(problem.detail["value"], str):
        return None
    comment = mender.comment(problem.path, problem.route)
    says = f"`{shown(comment)}` is a comment, because a blank and `#` begin one: leave the `#` out"
    return says if comment else None


def _fix(mender: Mender, problem: Problem, found: Better | None) -> Fix | None:
    """The value as it was meant; text stays as it stands in the file, letter by letter."""
    path, route, value = problem.path, problem.route, problem.detail["value"]
    if not route:
        return mender.torn(problem)
    name = dotted(route)
    if problem.detail["type"] == "string_type":
        if isinstance(value, list | dict):
            about = f"turn what stands below `{name}` into a text"
            wanted = kinds(model_of(path)).get(str(route[0])) == "prose"
            block = mender.block(path, route, about) if wanted else None
            if block or found is None:
                return block or mender.set_raw(path, route, f"put `{name}` in quotes", safe=True)
        else:
            return mender.set_raw(path, route, f"put `{name}` in quotes", safe=True)
    if found is None:
        return None
    return mender.set(path, route, found.value, _about(name, found.value), found.safe)


def _about(name: str, value: Any) -> str:
    if isinstance(value, list):
        return f"write `{name}` as a list"
    return f"write `{name}` as {shown(value)}"
