"""Every key is one that this kind of file has.

A misspelt key would otherwise be ignored, and what was written under it lost.

**Instead:** use the nearest key that exists; `hero schema` has all of them, and editors that
read the first line of an idea file offer them while one types.
"""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from pydantic.fields import FieldInfo

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.fix import Fix
from hero.registry.mending import kinds
from hero.registry.problem import Problem
from hero.registry.registry import Registry
from hero.registry.schema import fields_at, model_at
from hero.rules.meant import meant_key
from hero.rules.mending import Mender, at
from hero.rules.rule import rule_id
from hero.rules.wording import shown, within

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    mender = Mender(registry)
    for problem in registry.problems_of(RULE):
        model = model_at(problem.detail["model"], problem.route[:-1], problem.detail["data"])
        key, keys = problem.route[-1], fields_at(model) if model else {}
        meant = meant_key(key, keys, at(problem.detail["data"], problem.route[:-1]))
        help_lines = [_listed(keys), "remove it if it is none of these"]
        if meant:
            about = keys[meant[0]].description
            help_lines = [f"did you mean `{meant[0]}`?", f"`{meant[0]}`: {about}"][
                : 1 + bool(about)
            ]
        yield Diagnostic(
            RULE,
            f"there is no field `{shown(key, 40)}`{within(problem.route)}",
            Place(problem.path, problem.route, on_key=True),
            help=tuple(help_lines),
            fix=_fix(mender, problem, meant),
        )


def _listed(keys: Mapping[str, FieldInfo]) -> str:
    """The keys that can be written; what the registry keeps is not for writing."""
    names = [key for key in keys if not (keys[key].description or "").startswith("Kept by")]
    return "it can be " + ", ".join(f"`{each}`" for each in names)


def _fix(mender: Mender, problem: Problem, meant: tuple[str, bool] | None) -> Fix | None:
    if not meant:
        above, gone = _above(problem)
        about = f"indent the text of `{above}` below `|`"
        return mender.block(problem.path, (above,), about, gone) if above else None
    name, safe = meant
    about = f"rename `{shown(problem.route[-1], 40)}` to `{name}`"
    return mender.rename(problem.path, problem.route, name, about, safe)


def _above(problem: Problem) -> tuple[str, tuple[str, ...]]:
    """The empty text above an unknown key, and the keys that are lines of it: `Note: so it is`
    reads as a field where the text is not indented."""
    fields, data = kinds(problem.detail["model"]), problem.detail["data"]
    if len(problem.route) != 1 or not isinstance(data, dict):
        return "", ()
    keys = list(data)
    at_key = keys.index(problem.route[0])
    known = [number for number in range(at_key) if keys[number] in fields]
    if not known or fields[keys[known[-1]]] != "prose" or data[keys[known[-1]]]:
        return "", ()
    after = takewhile(lambda key: key not in fields, keys[known[-1] + 1 :])
    return keys[known[-1]], tuple(after)
