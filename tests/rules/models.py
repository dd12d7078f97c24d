"""Every model of a registry's files, down to the smallest."""

from collections.abc import Iterator

from pydantic import BaseModel

from hero.registry.idea import Idea
from hero.registry.policies import Challenge
from hero.registry.registry import POLICIES
from hero.registry.schema import _models


def models(model: type[BaseModel], seen: list[type[BaseModel]]) -> list[type[BaseModel]]:
    """A model and all models inside it."""
    if model not in seen:
        seen.append(model)
        for field in model.model_fields.values():
            for inner in _models(field.annotation):
                models(inner, seen)
    return seen


def every_model() -> Iterator[type[BaseModel]]:
    seen: list[type[BaseModel]] = []
    tops: list[type[BaseModel]] = [Idea, Challenge, *(model for _, model, _ in POLICIES.values())]
    for top in tops:
        models(top, seen)
    yield from seen
