"""What a field expected of a value, in words; read off the model, so that it cannot drift."""

import datetime as dt
import re
from typing import Any

from pydantic.fields import FieldInfo

from hero.registry.diagnostic import Route, dotted
from hero.registry.problem import Problem
from hero.registry.schema import fields_at, model_at
from hero.rules.wording import example

_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "date_type": "a date",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "bool_type": "true or false",
}
_BOUNDS = (
    ("ge", "at least {}"),
    ("gt", "more than {}"),
    ("le", "at most {}"),
    ("min_length", "at least {} characters long"),
)
_FORMS = (
    ("[a-z0-9]+(-", "lower-case words joined by hyphens"),
    ("[A-Za-z0-9]+([-_]", "a login (letters, digits, hyphens)"),
    ("^https?", "a web address that begins with https://"),
    (r"[\w.-]+/", "OWNER/NAME"),
    (r"[^\r\n]*", "one line of text"),
    (r"^[^\x00", "one line of text without control characters"),
)


def field_of(problem: Problem) -> tuple[str, FieldInfo | None]:
    """The name and the model's field that a problem is about, or else that it stands in."""
    route = problem.route
    while route:
        # List positions have no field of their own, and neither have keys that people choose.
        if not isinstance(route[-1], int) and (field := _field_at(problem, route)):
            return str(route[-1]), field
        route = route[:-1]
    return "", None


def _field_at(problem: Problem, route: Route) -> FieldInfo | None:
    model = model_at(problem.detail["model"], route[:-1], problem.detail["data"])
    return fields_at(model).get(str(route[-1])) if model else None


def described(problem: Problem) -> tuple[str, tuple[str, ...]]:
    """How to call the value, and help: what the field is for, with a valid value."""
    name, field = field_of(problem)
    if field is None:
        name, field = next(iter(fields_at(problem.detail["model"]).items()))
        says = f"the file is made of lines `field: value`, for example `{example(name, field)}`"
        return "the file", (says,)
    about = (f"`{name}`: {field.description}",) if field.description else ()
    return f"`{dotted(problem.route)}`", (*about, f"for example `{example(name, field)}`")


def unless_needed(problem: Problem) -> tuple[str, ...]:
    """Help where the whole field could be left out."""
    name, field = field_of(problem)
    if field is None or field.is_required() or problem.route[-1] != name:
        return ()
    return (f"or remove `{name}`: it is not needed",)


def wanted(problem: Problem) -> str:
    """What the value has to be."""
    kind, context = problem.detail["type"], problem.detail["context"]
    if kind == "literal_error":
        return choice(options(context["expected"]))
    if kind == "union_tag_invalid":
        needs = [f"needs: {tag}" for tag in options(context["expected_tags"])]
        return f"a condition that begins with {choice(needs)}"
    if kind == "string_pattern_mismatch":
        pattern = context["pattern"]
        return next((words for part, words in _FORMS if part in pattern), "of another form")
    bound = next((words.format(context[key]) for key, words in _BOUNDS if key in context), None)
    return bound or _TYPES.get(kind, "of another kind")


def kind_of(value: Any) -> str:
    """What a value is, in words."""
    kinds: tuple[tuple[Any, str], ...] = (
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "text"),
        (dt.date, "a date"),
        (list, "a list"),
        (dict, "a mapping"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "nothing")


def options(quoted: str) -> list[str]:
    """The words in pydantic's list of what would have been right."""
    return re.findall(r"'([^']+)'", quoted)


def choice(words: list[str]) -> str:
    """One of these words: `a`, `b` or `c`."""
    shown = [f"`{word}`" for word in words]
    return " or ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
