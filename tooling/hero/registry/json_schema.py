"""The models as JSON Schema, for editors and other programs."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from hero.registry.idea import Idea
from hero.registry.pipeline import Pipeline
from hero.registry.policies import Challenge, Network, People, Roster, Themes

KINDS: Mapping[str, type[BaseModel]] = {
    "idea": Idea,
    "pipeline": Pipeline,
    "themes": Themes,
    "roster": Roster,
    "people": People,
    "challenge": Challenge,
    "network": Network,
}

#: Where the schema of ideas is kept, for the first line of every idea file to name.
IDEA_SCHEMA = "ideas/schema.json"


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of file."""
    made = KINDS[kind].model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | made


def schema_text(kind: str) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def modeline(path: str) -> str:
    """The first line of an idea file, by which editors find the schema: it depends on how deep
    the file stands."""
    up = "../" * (path.count("/") - 1)
    return f"# yaml-language-server: $schema={up or './'}schema.json"
