"""What the site's data for programs means, as JSON Schema."""

from typing import Any

from hero.registry.idea import Idea
from hero.site.api import VERSION, written
from hero.site.page import Download


def schema_download() -> Download:
    """What the fields of the other files mean, as JSON Schema."""
    return Download("api/v1/schema.json", written(schema()))


def schema() -> dict[str, Any]:
    """A JSON Schema of both files: `ideas.json` and one idea's."""
    fields = _open(Idea.model_json_schema(by_alias=True, mode="serialization"))
    definitions = fields.pop("$defs", {})
    fields["properties"].pop("$schema", None)
    edition = {
        "schema_version": {"const": VERSION},
        "commit": _nullable("The commit that the site was made from."),
        "as_of": {"type": "string", "format": "date", "description": "When the site stands."},
    }
    whole = _object(edition | SHORT | {"fields": {"$ref": "#/$defs/Fields"}})
    ideas = {"type": "array", "items": {"$ref": "#/$defs/Short"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "oneOf": [{"$ref": "#/$defs/Ideas"}, {"$ref": "#/$defs/Whole"}],
        "$defs": definitions
        | {
            "Ideas": _object(edition | {"ideas": ideas}),
            "Short": _object(SHORT),
            "Whole": whole,
            "Fields": fields | {"description": "The idea's file: the fields that are filled in."},
        },
    }


def _open(schema: Any) -> Any:
    """The schema of a file for those who read it: fields may be added, so none is forbidden."""
    if isinstance(schema, dict):
        closed = schema.get("additionalProperties") is False
        kept = {key: value for key, value in schema.items() if key != "additionalProperties"}
        return {key: _open(value) for key, value in (kept if closed else schema).items()}
    return [_open(each) for each in schema] if isinstance(schema, list) else schema


def _address(description: str) -> dict[str, Any]:
    where = "Where the site has no address, it starts from the file that says it."
    return {"type": "string", "description": f"{description} {where}"}


def _nullable(description: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "description": description}


def _list(description: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


#: An idea in short.
SHORT = {
    "slug": {"type": "string", "description": "The idea's id, for good."},
    "title": {"type": "string"},
    "summary": {"type": "string", "description": "One sentence of plain text."},
    "theme": {"type": "string"},
    "stage": {"type": "string", "description": "An id of the pipeline."},
    "stage_name": {"type": "string"},
    "challenge": _nullable("The id of the challenge that it answers."),
    "turn": _nullable("The role that the idea waits for; null: nobody."),
    "turn_of": _list("The logins of those it waits for."),
    "proposed_on": _nullable("The day of its proposal."),
    "moved_on": _nullable("The day of its last move, or of its proposal."),
    "moved": _nullable("The older name of moved_on; not in ideas.csv."),
    "proposers": _list("Logins."),
    "advocates": _list("Logins."),
    "tags": _list("Words of its proposers."),
    "path": {"type": "string", "description": "Its file in the repository."},
    "page": _address("Its page."),
    "api": _address("The whole of it, as JSON."),
}
