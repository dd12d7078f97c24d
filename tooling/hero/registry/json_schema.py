"""The models as JSON Schema, for editors and other programs."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from hero.registry.idea import Idea
from hero.registry.lived import Answers, Recognition, Signatures
from hero.registry.pipeline import Pipeline
from hero.registry.policies import Challenge, Network, People, Roster, Themes
from hero.registry.registry import CHALLENGES, Registry

KINDS: Mapping[str, type[BaseModel]] = {
    "idea": Idea,
    "pipeline": Pipeline,
    "themes": Themes,
    "roster": Roster,
    "people": People,
    "recognition": Recognition,
    "answers": Answers,
    "signatures": Signatures,
    "challenge": Challenge,
    "network": Network,
}

#: Where the schema of ideas is kept, for the first line of every idea file to name.
IDEA_SCHEMA = "ideas/schema.json"


def schema(kind: str, registry: Registry | None = None) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of file.

    With a registry, that of ideas has its own words: themes, challenges, stages.
    """
    made = KINDS[kind].model_json_schema(by_alias=True)
    if kind == "idea" and registry is not None:
        _enrich(made, registry)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | made


def schema_text(kind: str, registry: Registry | None = None) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(kind, registry), indent=2, ensure_ascii=False) + "\n"


def _enrich(made: dict[str, Any], registry: Registry) -> None:
    """Give the fields of ideas the words that this registry knows, where it has a list of them.

    A list that could not be read as it stands says nothing, so that no valid word is refused.
    """
    fields = made["properties"]
    if "themes" in registry.sound:
        words = {each.id: f"{each.name}: {each.about}" for each in registry.themes.themes}
        _choose(fields["theme"], words | {"unsure": "An advocate sets it."})
    if not any(problem.path.startswith(f"{CHALLENGES}/") for problem in registry.problems):
        named = {slug: each.title for slug, each in registry.challenges.items()}
        _choose(_word(fields["challenge"]), named)
    if "pipeline" in registry.sound:
        stages = {each.id: f"{each.name}: {each.means}" for each in registry.pipeline.stages}
        _choose(_word(fields["stage"]), stages)


def _word(field: dict[str, Any]) -> dict[str, Any]:
    """Of a field that may be left out, what it says when it is there."""
    found: dict[str, Any] = next(each for each in field["anyOf"] if each.get("type") == "string")
    return found


def _choose(field: dict[str, Any], words: Mapping[str, str]) -> None:
    """Only these words; editors show what each means (`enumDescriptions` is theirs)."""
    if words:
        field["enum"] = list(words)
        field["enumDescriptions"] = list(words.values())
        if "examples" in field:
            field["examples"] = list(words)[:1]


def modeline(path: str) -> str:
    """The first line of an idea file, by which editors find the schema: it depends on how deep
    the file stands."""
    up = "../" * (path.count("/") - 1)
    return f"# yaml-language-server: $schema={up or './'}schema.json"
