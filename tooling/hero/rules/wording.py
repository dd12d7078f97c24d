"""How rules speak: values shown safely, the nearest valid word, an example that is valid."""

import datetime as dt
from collections.abc import Iterable
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from hero.registry.diagnostic import Route, dotted
from hero.registry.registry import POLICIES
from hero.registry.render import inline
from hero.registry.schema import fields_at
from hero.registry.words import Link, Login, Slug
from hero.rules.likeness import nearest_of

#: Whose file this is, for a help text that says where valid words are listed.
LISTED = {name: path for name, (path, _, _) in POLICIES.items()}

_EXAMPLES: tuple[tuple[Any, Any], ...] = (
    (Login, "example-ada"),
    (Link, "https://example.org/page"),
    (Slug, "some-word"),
    (dt.date, dt.date(2026, 11, 20)),
    (str, "some words"),
    (int, 3),
    (bool, True),
)


def shown(value: Any, longest: int = 60) -> str:
    """A value of a stranger's as YAML on one line, cut short, without control characters."""
    text = inline(value)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def nearest(word: Any, options: Iterable[str]) -> str | None:
    """The option that was most likely meant."""
    return nearest_of(word, options) if isinstance(word, str) else None


def suggestion(word: Any, options: Iterable[str], where: str | None = None) -> tuple[str, ...]:
    """Help for a word that is not one of the options."""
    options = sorted(options)
    lines = []
    if near := nearest(word, options):
        lines.append(f"did you mean `{near}`?")
    few = ", ".join(f"`{option}`" for option in options[:12])
    if few:
        more = f" and {len(options) - 12} more" if len(options) > 12 else ""
        lines.append(f"it can be {few}{more}")
    if where:
        lines.append(f"they are listed in {where}")
    return tuple(lines)


def example(name: str, field: FieldInfo) -> str:
    """A field with a valid value, as it would stand in a file."""
    return f"{name}: {inline(example_value(field))}"


def example_value(field: FieldInfo) -> Any:
    """A valid value for a field."""
    if field.examples:
        return field.examples[0]
    annotation = (
        Annotated[field.annotation, *field.metadata] if field.metadata else (field.annotation)
    )
    return _example(annotation)


def _example(annotation: Any) -> Any:
    for known, value in _EXAMPLES:
        if annotation == known:
            return value
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        owned = any("/" in str(getattr(rule, "pattern", "")) for rule in inner[1:])
        value = "owner/name" if owned else _example(inner[0])
        least = [rule.ge for rule in inner[1:] if hasattr(rule, "ge")]
        if least and isinstance(value, int):
            return max(value, *least)
        fewest = max(getattr(rule, "min_length", None) or 1 for rule in inner[1:])
        return value * fewest if isinstance(value, list) else value
    if origin is Literal:
        return inner[0]
    if origin in (Union, UnionType):
        return _example(inner[0])
    if origin is tuple:
        return [_example(inner[0])]
    if origin is dict:
        return {_example(inner[0]): _example(inner[1])}
    return _mapping(annotation)


def _mapping(model: type[BaseModel]) -> dict[str, Any]:
    """A mapping with what the model asks for, or else with its first field."""
    fields = list(fields_at(model).items())
    asked = [(key, field) for key, field in fields if field.is_required()]
    return {key: example_value(field) for key, field in asked or fields[:1]}


def within(route: Route) -> str:
    """Where in the file, for what is not at its top: ` in evidence[0]`."""
    return f" in {dotted(route[:-1])}" if len(route) > 1 else ""
