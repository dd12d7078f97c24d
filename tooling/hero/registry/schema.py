"""A file's data held against its model: a value, or problems with what was expected."""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from hero.registry.diagnostic import Route
from hero.registry.problem import FAULTS, Problem

Model = TypeVar("Model", bound=BaseModel)

#: Pydantic's error types, by the rule that explains them; all others are of the wrong type.
_KINDS = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "string_too_long": "field-length",
    "too_long": "field-length",
    "too_short": "field-empty",
    "string_too_short": "field-value",
    "string_pattern_mismatch": "field-value",
    "literal_error": "field-value",
    "greater_than": "field-value",
    "greater_than_equal": "field-value",
    "less_than": "field-value",
    "less_than_equal": "field-value",
    "union_tag_invalid": "field-value",
    "union_tag_not_found": "field-missing",
}


def fit(path: str, model: type[Model], data: Any) -> tuple[Model | None, list[Problem]]:
    """The data as a model. Fields at fault are left out where the model can do without them."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    problems = _problems(path, model, data, errors)
    if not isinstance(data, dict):
        return None, problems
    flawed = {each["loc"][0] for each in errors if each["loc"]}
    try:
        sound = {key: value for key, value in data.items() if key not in flawed}
        return model.model_validate(sound), problems
    except ValidationError:
        return None, problems


def fields_at(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """A model's fields by the words that a file uses for them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def model_at(model: type[BaseModel], route: Route, data: Any) -> type[BaseModel] | None:
    """The model that governs the mapping at this route; of several, the one its data names."""
    models: list[Any] = [model]
    for step in route:
        data = _step(data, step)
        if isinstance(step, int):
            continue
        field = next((f for m in models if (f := fields_at(m).get(str(step)))), None)
        if field is None:
            continue
        models = list(_models(field.annotation))
        if isinstance(data, dict):
            models = _named(models, data)
    found = _named(models, data) if isinstance(data, dict) else models
    return found[0] if found else None


def _named(models: list[Any], data: Mapping[str, Any]) -> list[Any]:
    """Of a choice of models told apart by `needs`, the one that the data names."""
    named = [m for m in models if _tag(m) == data.get("needs")]
    return named if len(models) > 1 and named else models


def _tag(model: Any) -> Any:
    field = model.model_fields.get("needs")
    return get_args(field.annotation)[0] if field else None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation: in a tuple, a choice, the values of a mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, Union, UnionType, Annotated):
        for inner in get_args(annotation):
            yield from _models(inner)


def _problems(
    path: str, model: type[BaseModel], data: Any, errors: list[ErrorDetails]
) -> list[Problem]:
    seen = set()
    problems: list[Problem] = []
    for each in errors:
        route = _route(each["loc"], data, each["type"])
        if route in seen:  # A choice of types reports once for each of them.
            continue
        if each["type"] == "too_short" and len(each["input"]) >= each["ctx"]["min_length"]:
            continue  # It is long enough, but what is in it has faults of its own.
        seen.add(route)
        value = each["input"] if each["type"] != "missing" else None
        kind = _KINDS.get(each["type"], "field-type")
        if kind != "field-missing" and kind != "field-unknown" and _blank(value):
            kind = "field-empty"
        detail = {"type": each["type"], "value": value, "model": model, "data": data}
        detail |= {"context": each.get("ctx", {}), "more": len(problems) == FAULTS - 1}
        problems.append(Problem(kind, path, route, detail=detail))
        if len(problems) == FAULTS:
            break
    return problems


def _route(loc: tuple[str | int, ...], data: Any, kind: str) -> Route:
    """Pydantic's location without the steps that name types and not places in the file."""
    route: Route = ()
    for number, step in enumerate(loc):
        inside = _step(data, step)
        last = number == len(loc) - 1
        if inside is not None or _has(data, step) or (last and kind == "missing"):
            route, data = (*route, step), inside
    return route


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _step(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _blank(value: Any) -> bool:
    return (
        value is None
        or (isinstance(value, str | list | dict) and not value)
        or (isinstance(value, str) and not value.strip())
    )
