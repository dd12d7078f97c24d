"""A value as it was probably meant, where that is plain to see."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from hero.registry.problem import Problem
from hero.registry.render import inline
from hero.registry.slug import slug_from
from hero.rules.expectation import field_of, options
from hero.rules.wording import example_value, nearest, shown

_YES_NO = {"yes": True, "on": True, "y": True, "no": False, "off": False, "n": False}


def repaired(problem: Problem) -> tuple[str, ...]:
    """Help for this value: what to write instead of it, or how."""
    kind, value = problem.detail["type"], problem.detail["value"]
    field = field_of(problem)[1]
    better = _REPAIRS[kind](value, problem.detail["context"]) if kind in _REPAIRS else None
    if isinstance(better, list) and field and not isinstance(example_value(field)[0], str):
        better = None  # A list of mappings, which cannot be made out of words.
    if better is None or better == "" or len(inline(better)) > 200:
        return _advice(kind, value, field)
    last = problem.route[-1] if problem.route else 0
    return (f"did you mean `{_under(last, better)}`?",)


def _under(last: str | int, better: Any) -> str:
    """The value under its key; in a list it stands alone."""
    return shown(better, 200) if isinstance(last, int) else f"{last}: {shown(better, 200)}"


def _advice(kind: str, value: Any, field: FieldInfo | None) -> tuple[str, ...]:
    """What to do about a value that cannot be repaired without knowing what it means."""
    if kind == "string_type" and isinstance(value, dict) and len(value) == 1:
        return ("a colon and a space begin a mapping: put the whole text in quotes",)
    if kind == "string_type" and "Markdown" in ((field and field.description) or ""):
        return ("a text of several lines is indented, below `|` after the colon",)
    if kind == "date_type" and isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return ("no calendar has this day",)
    if kind == "model_type" and isinstance(value, list) and not field:
        return ("remove the hyphens before the fields",)
    return ()


def _text(value: Any, _: Mapping[str, Any]) -> str | None:
    return inline(value) if isinstance(value, int | float | dt.date) else None


def _list(value: Any, _: Mapping[str, Any]) -> list[str] | None:
    if not isinstance(value, str):
        return None
    return [word for part in value.split(",") if (word := part.strip().lstrip("@"))]


def _whole(value: Any, _: Mapping[str, Any]) -> int | None:
    digits = isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,18}\s*", value)
    return int(value) if digits else None


def _yes_no(value: Any, _: Mapping[str, Any]) -> bool | None:
    return _YES_NO.get(value.strip().lower()) if isinstance(value, str) else None


def _option(value: Any, context: Mapping[str, Any]) -> str | None:
    return nearest(value, options(context["expected"]))


def _condition(value: Any, context: Mapping[str, Any]) -> dict[str, Any] | None:
    tag = nearest(value.get("needs"), options(context["expected_tags"]))
    return {**value, "needs": tag} if tag else None


def _date(value: Any, _: Mapping[str, Any]) -> dt.date | None:
    """A date in an order that leaves no doubt: with the year first, or with a day over 12."""
    numbers = re.findall(r"[0-9]+", value)[:3] if isinstance(value, str) else []
    if len(numbers) < 3 or any(len(number) > 4 for number in numbers):
        return None
    first, second, third = map(int, numbers)
    if first > 31:
        order = (first, second, third)
    elif first > 12 or (second <= 12 and "." in value):
        order = (third, second, first)
    elif second > 12:
        order = (third, first, second)
    else:
        return None
    try:
        return dt.date(*order) if order[0] > 31 else None
    except ValueError:
        return None


def _form(value: str, context: Mapping[str, Any]) -> str | None:
    pattern, value = context["pattern"], value.strip()
    if "[a-z0-9]+(-" in pattern:
        return slug_from(value)
    if pattern.startswith("^https"):
        return f"https://{value}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", value) else None
    word = re.sub(r"^(https?://)?(www\.)?github\.com/", "", value).strip("@/ ")
    return word if word != value and re.fullmatch(pattern, word) else None


_REPAIRS: Mapping[str, Callable[[Any, Mapping[str, Any]], Any]] = {
    "string_type": _text,
    "tuple_type": _list,
    "int_type": _whole,
    "bool_type": _yes_no,
    "date_type": _date,
    "literal_error": _option,
    "union_tag_invalid": _condition,
    "string_pattern_mismatch": _form,
}
