"""Every key is one that this kind of file has.

A misspelt key would otherwise be ignored, and what was written under it lost.

**Instead:** use the nearest key that exists; `hero schema` has all of them, and editors that
read the first line of an idea file offer them while one types.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.registry.schema import fields_at, model_at
from hero.rules.rule import rule_id
from hero.rules.wording import nearest, shown, within

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        model = model_at(problem.detail["model"], problem.route[:-1], problem.detail["data"])
        key, keys = problem.route[-1], fields_at(model) if model else {}
        near = nearest(key, keys)
        help_lines = [f"did you mean `{near}`?"] if near else []
        if near and (about := keys[near].description):
            help_lines.append(f"`{near}`: {about}")
        help_lines.append("it can be " + ", ".join(f"`{each}`" for each in keys))
        yield Diagnostic(
            RULE,
            f"there is no field `{shown(key, 40)}`{within(problem.route)}",
            Place(problem.path, problem.route, on_key=True),
            help=tuple(help_lines),
        )
