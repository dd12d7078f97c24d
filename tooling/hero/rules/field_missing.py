"""Every field that is asked for is there.

Five things are asked of a proposer beside their name: a title, a theme, the problem, the proposal
and the benefit. Without one of them nobody can tell whether the idea is worth the next step.

**Instead:** add the field. One honest sentence is enough to begin with.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.registry.schema import fields_at, model_at
from hero.rules.rule import rule_id
from hero.rules.wording import example, within

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        model = model_at(problem.detail["model"], problem.route[:-1], problem.detail["data"])
        name = str(problem.route[-1]) if problem.route else ""
        if problem.detail["type"] == "union_tag_not_found":
            name, model = "needs", None
        field = fields_at(model).get(name) if model else None
        help_lines = [f"for example `{example(name, field)}`"] if field else []
        if field and field.description:
            help_lines.insert(0, f"`{name}`: {field.description}")
        if not field:
            help_lines.append("each condition begins with `needs:`, for example `needs: approvals`")
        yield Diagnostic(
            RULE,
            f"the field `{name}` is missing{within(problem.route)}",
            Place(problem.path, problem.route),
            help=tuple(help_lines),
        )
