"""Every field that is asked for is there.

Five things are asked of a proposer beside their name: a title, a theme, the problem, the proposal
and the benefit. Without one of them nobody can tell whether the idea is worth the next step.

**Instead:** add the field. One honest sentence is enough to begin with.
"""

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.problem import Problem
from hero.registry.registry import Registry
from hero.registry.schema import fields_at, model_at
from hero.rules.meant import meant_key
from hero.rules.mending import at
from hero.rules.rule import rule_id
from hero.rules.wording import example, within

GROUP = "Fields"
RULE = rule_id(__name__)

#: Of so many unknown keys in one mapping it is asked whether they are misspelt.
MANY = 30


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        route, help_lines = problem.route, ["for example `needs: approvals`"]
        if problem.detail["type"] == "union_tag_not_found":
            route = (*route, "needs")
        elif field := _field(problem):
            name = str(route[-1])
            help_lines = [f"`{name}`: {field.description}", f"for example `{example(name, field)}`"]
        if not _misspelt(problem):
            yield Diagnostic(
                RULE,
                f"the field `{route[-1]}` is missing{within(route)}",
                Place(problem.path, problem.route),
                help=tuple(help_lines),
            )


def _field(problem: Problem) -> FieldInfo | None:
    model = model_at(problem.detail["model"], problem.route[:-1], problem.detail["data"])
    return fields_at(model).get(str(problem.route[-1])) if model else None


def _misspelt(problem: Problem) -> bool:
    """Is the field there under a misspelt name? Then the rule for unknown fields says so."""
    model = model_at(problem.detail["model"], problem.route[:-1], problem.detail["data"])
    data = at(problem.detail["data"], problem.route[:-1])
    if model is None or not isinstance(data, dict):
        return False
    fields = fields_at(model)
    unknown = [key for key in data if key not in fields][:MANY]
    meant = [meant_key(key, fields, data) for key in unknown]
    return any(each and each[0] == problem.route[-1] for each in meant)
