"""What a field expected of a value, in words; read off the model, so that it cannot drift."""

import datetime as dt
import re
from typing import Any

from pydantic.fields import FieldInfo

from hero.registry.diagnostic import Route, dotted
from hero.registry.problem import Problem
from hero.registry.render import inline
from hero.registry.schema import fields_at, model_at
from hero.registry.slug import slug_from
from hero.rules.wording import example, nearest, shown

_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "date_type": "a date",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "bool_type": "true or false",
}
_BOUNDS = (("ge", "at least {}"), ("gt", "more than {}"), ("le", "at most {}"))
_FORMS = (
    ("[a-z0-9]+(-", "lower-case words joined by hyphens"),
    ("[A-Za-z0-9]+([-_]", "a login (letters, digits, hyphens)"),
    ("^https?", "a web address that begins with https://"),
    (r"[\w.-]+/", "OWNER/NAME"),
    (r"[^\r\n]*", "one line of text"),
)


def field_of(problem: Problem) -> tuple[str, FieldInfo | None]:
    """The name and the model's field that a problem is about."""
    route = _named(problem.route)
    model = model_at(problem.detail["model"], route[:-1], problem.detail["data"])
    name = str(route[-1]) if route else ""
    return name, fields_at(model).get(name) if model else None


def described(problem: Problem) -> tuple[str, tuple[str, ...]]:
    """How to call the value, and help: what the field is for, with a valid value."""
    name, field = field_of(problem)
    called = dotted(problem.route) or "the file"
    if field is None:
        return called, ()
    about = f"`{name}`: {field.description}" if field.description else ""
    return called, (*([about] if about else []), f"for example `{example(name, field)}`")


def wanted(problem: Problem) -> str:
    """What the value has to be."""
    kind, context = problem.detail["type"], problem.detail["context"]
    if kind == "literal_error":
        return _choice(_options(context["expected"]))
    if kind == "union_tag_invalid":
        return (
            "a condition that begins with `needs: "
            + "`, `needs: ".join(_options(context["expected_tags"]))
            + "`"
        )
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


def repaired(problem: Problem) -> tuple[str, ...]:
    """The value as it was probably meant, where that is plain to see."""
    kind, value = problem.detail["type"], problem.detail["value"]
    name, _ = field_of(problem)
    better: Any = None
    if kind == "tuple_type" and isinstance(value, str):
        better = [part.strip().lstrip("@") for part in value.split(",") if part.strip()]
    elif kind == "string_type" and isinstance(value, int | float | dt.date):
        return (f'write it in quotes: `{name}: "{inline(value)}"`',)
    elif kind == "string_type" and isinstance(value, dict) and len(value) == 1:
        return ("a colon and a space begin a mapping: put the whole text in quotes",)
    elif kind == "int_type" and isinstance(value, str) and value.strip().isdigit():
        better = int(value)
    elif kind == "date_type" and isinstance(value, str):
        better = _date(value)
    elif kind == "literal_error":
        better = nearest(value, _options(problem.detail["context"]["expected"]))
    elif kind == "string_pattern_mismatch" and isinstance(value, str):
        better = _formed(problem.detail["context"]["pattern"], value)
    if better is None or better == "" or len(inline(better)) > 200:
        return ()
    return (f"did you mean `{name}: {shown(better, 200)}`?",)


def _named(route: Route) -> Route:
    """The route up to its last key: list positions have no field of their own."""
    while route and isinstance(route[-1], int):
        route = route[:-1]
    return route


def _options(quoted: str) -> list[str]:
    return re.findall(r"'([^']+)'", quoted)


def _choice(options: list[str]) -> str:
    words = [f"`{option}`" for option in options]
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _date(text: str) -> dt.date | None:
    """A date in an order that leaves no doubt: with the year first, or with a day over 12."""
    numbers = [int(part) for part in re.findall(r"\d+", text)[:3]]
    if len(numbers) < 3:
        return None
    first, second, third = numbers
    orders = (
        [(first, second, third)]
        if first > 31
        else (
            [(third, second, first)]
            if first > 12 or (second <= 12 and "." in text)
            else [(third, first, second)]
            if second > 12
            else []
        )
    )
    for order in orders:
        try:
            return dt.date(*order)
        except ValueError:
            continue
    return None


def _formed(pattern: str, value: str) -> str | None:
    if "[a-z0-9]+(-" in pattern:
        return slug_from(value)
    if "[A-Za-z0-9]+([-_]" in pattern:
        word = value.strip().removeprefix("https://github.com/").strip("@/ ")
        return word if re.fullmatch(r"[A-Za-z0-9]+([-_][A-Za-z0-9]+)*", word) else None
    if pattern.startswith("^https") and re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", value):
        return f"https://{value}"
    return None
