"""What a move can ask for, read off the conditions themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import get_args

from hero.registry.conditions import Condition
from hero.registry.conditions.case import Asked


@dataclass(frozen=True, slots=True)
class Term:
    """A condition: the word in the pipeline's file, what it asks, and the fields it takes."""

    word: str
    asks: str
    fields: tuple[tuple[str, str, str], ...]


def vocabulary() -> list[Term]:
    """Every condition, by its word; a field with its description and the values it takes."""
    union, _ = get_args(Condition)
    return sorted(map(_term, get_args(union)), key=lambda term: term.word)


def _term(condition: type[Asked]) -> Term:
    (word,) = get_args(condition.model_fields["needs"].annotation)
    about = cleandoc(condition.__doc__ or "").split("\n\n")[0].replace("\n", " ")
    return Term(word, about, tuple(_fields(condition)))


def _fields(condition: type[Asked]) -> Iterator[tuple[str, str, str]]:
    schema = condition.model_json_schema()["properties"]
    for name, field in condition.model_fields.items():
        if name != "needs":
            said = schema[name].get("items", {}).get("enum", ())
            default = "" if field.is_required() else f" {_default(field.default)} if left out."
            yield name, f"{field.description}{default}", ", ".join(said)


def _default(value: object) -> str:
    return "Not asked" if value is None else f"It is {value}"
