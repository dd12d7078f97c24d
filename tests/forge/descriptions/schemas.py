"""GitHub's REST description as validators, made when they are first asked for."""

import functools
import json
import re
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs

from tests.forge.descriptions.fetch import described

NAME = "urn:github"
# What only people read; it is a third of the file.
PROSE = ("description", "example", "examples", "externalDocs", "summary")


def readable(held: Any) -> Any:
    """Return a schema of OpenAPI 3.0 as JSON Schema: what is nullable may be null."""
    if isinstance(held, list):
        return [readable(each) for each in held]
    if not isinstance(held, dict):
        return held
    made = {
        key: readable(value) for key, value in held.items() if key not in PROSE or _names(value)
    }
    if made.get("nullable") is True:
        del made["nullable"]
        return {"anyOf": [made, {"type": "null"}]}
    return made


def _names(value: Any) -> bool:
    """Say whether this is a property that happens to be called so, not prose."""
    return isinstance(value, dict) and ("type" in value or "$ref" in value)


@dataclass
class Described:
    """The description: `paths` and `webhooks` as GitHub writes them, and its schemas."""

    paths: dict[str, Any]
    webhooks: dict[str, Any]
    registry: jsonschema_rs.Registry
    components: dict[str, Any]
    made: dict[str, Any] = field(default_factory=dict)

    def resolve(self, held: dict[str, Any]) -> dict[str, Any]:
        """Follow a reference into the components."""
        found: dict[str, Any] = held
        if "$ref" in held:
            _, kind, name = held["$ref"].removeprefix("#/").split("/")
            found = self.components[kind][name]
        return found

    def wrongs(self, key: str, schema: dict[str, Any], value: Any) -> list[tuple[str, str]]:
        """Return where a value is not as described, and how. `key` names the schema."""
        if key not in self.made:
            text = json.dumps(readable(schema)).replace('"#/components', f'"{NAME}#/components')
            self.made[key] = jsonschema_rs.Draft7Validator(json.loads(text), registry=self.registry)
        errors = self.made[key].iter_errors(value)
        return [leaf for each in errors for leaf in _leaves(each)]


def _leaves(error: Any) -> list[tuple[str, str]]:
    """Return what is wrong; below `anyOf`, what keeps the first choice from fitting."""
    choices = getattr(error.kind, "context", None)
    where = "/".join(str(each) for each in error.instance_path)
    if choices and choices[0]:
        return [leaf for each in choices[0] for leaf in _leaves(each)]
    return [(where, re.sub(r"\s+", " ", error.message)[:300])]


@functools.cache
def description() -> Described:
    """Return GitHub's description. Raises NotFetched."""
    whole = json.loads(described("api.github.com.json").read_bytes())
    schemas = {"components": {"schemas": readable(whole["components"]["schemas"])}}
    registry = jsonschema_rs.Registry([(NAME, schemas)], draft=jsonschema_rs.Draft7)
    return Described(whole["paths"], whole["x-webhooks"], registry, whole["components"])
