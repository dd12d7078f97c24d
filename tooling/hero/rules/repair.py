"""A value as it was probably meant, where that is plain to see."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic.fields import FieldInfo

from hero.registry.problem import Problem
from hero.registry.render import inline
from hero.registry.slug import slug_from
from hero.rules.days import date_in, either
from hero.rules.expectation import field_of, options
from hero.rules.meant import Words, normal
from hero.rules.wording import nearest, shown

_YES_NO = {"yes": True, "on": True, "y": True, "no": False, "off": False, "n": False}


@dataclass(frozen=True, slots=True)
class Better:
    """A better value. `safe`: it is beyond doubt that it is the one that was meant."""

    value: Any
    safe: bool = True


def better(problem: Problem, words: Words | None = None) -> Better | None:
    """The value as it was probably meant; `words` are those that the field can hold."""
    kind, value = problem.detail["type"], problem.detail["value"]
    if kind == "tuple_type":
        return _list(value, field_of(problem)[1])
    if words and isinstance(value, str) and (known := words.meant(value)):
        return Better(*known)
    found = _REPAIRS[kind](value, problem.detail["context"]) if kind in _REPAIRS else None
    return None if found is None or found.value == "" or _long(found) else found


def repaired(problem: Problem, found: Better | None) -> tuple[str, ...]:
    """Help for this value: what to write instead of it, or how."""
    if found is None:
        kind, value = problem.detail["type"], problem.detail["value"]
        return _advice(kind, value, field_of(problem)[1])
    last = problem.route[-1] if problem.route else 0
    return (f"did you mean `{_under(last, found.value)}`?",)


def _long(found: Better) -> bool:
    return len(inline(found.value)) > 200


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
    if kind == "date_type" and isinstance(value, str) and (two := either(value)):
        return (f"the month comes second: write {two[0]} or {two[1]}",)
    if kind == "model_type" and isinstance(value, list) and not field:
        return ("remove the hyphens before the fields",)
    return ()


def _text(value: Any, _: Mapping[str, Any]) -> Better | None:
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return Better(value[0])
    return Better(inline(value)) if isinstance(value, int | float | dt.date) else None


def _list(value: Any, field: FieldInfo | None) -> Better | None:
    """A list of what stands there: words are told apart by commas, lines of text are not."""
    inner = str(get_args(field.annotation)[:1]) if field else ""
    if inner.startswith("(<class"):
        alone = isinstance(value, dict) and not _long(Better(value))
        return Better([value]) if alone else None
    if not isinstance(value, str):
        return None
    words = "a-z0-9]+" in inner or "^https" in inner
    parts = re.split(r"[,;\n]", value) if words else [value]
    if "a-z0-9]+([-_]" in inner:
        parts = [each for part in parts for each in re.split(r"(?<!\s)\s+(?:and|&|\+)\s+", part)]
    found = [part.strip().lstrip("@") if words else part for part in parts]
    return Better([part for part in found if part]) if any(found) else None


def _whole(value: Any, _: Mapping[str, Any]) -> Better | None:
    digits = isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,18}\s*", value)
    return Better(int(value)) if digits else None


def _yes_no(value: Any, _: Mapping[str, Any]) -> Better | None:
    found = _YES_NO.get(value.strip().lower()) if isinstance(value, str) else None
    return None if found is None else Better(found)


def _option(value: Any, context: Mapping[str, Any]) -> Better | None:
    return _nearest(value, options(context["expected"]))


def _nearest(value: Any, words: list[str]) -> Better | None:
    found = nearest(value, words)
    return Better(found, normal(found) == normal(value)) if found else None


def _condition(value: Any, context: Mapping[str, Any]) -> Better | None:
    tag = _nearest(value.get("needs"), options(context["expected_tags"]))
    return Better({**value, "needs": tag.value}, safe=False) if tag else None


def _date(value: Any, _: Mapping[str, Any]) -> Better | None:
    found = date_in(value) if isinstance(value, str) else None
    return Better(*found) if found else None


def _form(value: str, context: Mapping[str, Any]) -> Better | None:
    pattern, value = context["pattern"], value.strip()
    if "[a-z0-9]+(-" in pattern:
        slug = slug_from(value)
        return Better(slug, normal(value) == normal(slug)) if slug else None
    if pattern.startswith("^https"):
        link = value.strip("<>() \u201c\u201d\"'")
        link = link if re.match("https?://", link) else f"https://{link}"
        return (
            Better(link) if re.fullmatch(r"https?://[\w-]+(\.[\w-]+)+([/?#]\S*)?", link) else None
        )
    if pattern.startswith((r"^[^\r\n]*", r"^[^\x00")):
        line = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", value).split())
        return Better(line) if line else None
    word = re.sub(r"^(https?://)?(www\.)?github\.com/", "", value).strip(_AROUND)
    return Better(word) if word != value and re.fullmatch(pattern, word) else None


_AROUND = "@/ \u00a0()<>[]\"'\u201c\u201d\u201e\u2018\u2019,;."
_REPAIRS: Mapping[str, Callable[[Any, Mapping[str, Any]], Better | None]] = {
    "string_type": _text,
    "int_type": _whole,
    "bool_type": _yes_no,
    "date_type": _date,
    "literal_error": _option,
    "union_tag_invalid": _condition,
    "string_pattern_mismatch": _form,
}
