"""The site's data for programs: ideas as JSON, with the commit and the day they are from."""

import datetime as dt
import json
from functools import partial
from typing import Any

from hero.registry.idea import Idea
from hero.registry.summary import Row, row
from hero.site import address
from hero.site.page import Download
from hero.site.shell import link
from hero.site.window import Window

#: Raised when a field changes its meaning or goes away; fields may be added at any time.
VERSION = 1
PATH = "api/v1/ideas.json"


def ideas_download(window: Window, site_url: str | None = None) -> Download:
    """All ideas in short: what a list needs, and where the whole of each is."""
    key = ideas_download, site_url
    paths = window.registry.paths
    ideas = b",".join(
        window.known.of(key, slug, partial(_listed, window, slug, site_url), idea, paths[slug])
        for slug, idea in window.registry.ideas.items()
    )
    opening = _written(_edition(window)).removesuffix(b"}\n")
    return Download(PATH, b"".join((opening, b',"ideas":[', ideas, b"]}\n")))


def _listed(window: Window, slug: str, site_url: str | None) -> bytes:
    return _written(short(window, slug, site_url, PATH)).removesuffix(b"\n")


def idea_download(window: Window, slug: str, site_url: str | None = None) -> Download:
    """One idea whole: every field of its file that is filled in."""
    idea = window.registry.ideas[slug]
    # The model writes its own fields: three times as fast as dumping them into a dict first.
    fields = idea.model_dump_json(by_alias=True, exclude_defaults=True).encode()
    listed = short(window, slug, site_url, address.idea_data(slug))
    opening = _written(_edition(window) | listed)
    whole = opening.removesuffix(b"}\n") + b',"fields":' + fields + b"}\n"
    return Download(address.idea_data(slug), whole)


def schema_download() -> Download:
    """What the fields of the other files mean, as JSON Schema."""
    return Download("api/v1/schema.json", _written(schema()))


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
    listed = {
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
    whole = _object(edition | listed | {"fields": {"$ref": "#/$defs/Fields"}})
    ideas = {"type": "array", "items": {"$ref": "#/$defs/Short"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "oneOf": [{"$ref": "#/$defs/Ideas"}, {"$ref": "#/$defs/Whole"}],
        "$defs": definitions
        | {
            "Ideas": _object(edition | {"ideas": ideas}),
            "Short": _object(listed),
            "Whole": whole,
            "Fields": fields | {"description": "The idea's file: the fields that are filled in."},
        },
    }


def _edition(window: Window) -> dict[str, Any]:
    return {
        "schema_version": VERSION,
        "commit": window.edition.commit,
        "as_of": window.edition.as_of.isoformat(),
    }


def short(window: Window, slug: str, site_url: str | None, of: str) -> dict[str, Any]:
    """An idea in short; its addresses as the file `of` says them."""
    held, stage, turn = row(window.registry, slug), window.stage(slug), window.turn(slug)
    moved = _day(held.moved_on)
    return {
        **{name: getattr(held, name) for name in Row.__dataclass_fields__},
        "summary": window.summary(slug),
        "stage_name": stage.name,
        "turn": turn.role,
        "turn_of": turn.who,
        "proposed_on": _day(held.proposed_on),
        "moved_on": moved,
        "moved": moved,
        "page": link(site_url, address.idea(slug), of),
        "api": link(site_url, address.idea_data(slug), of),
    }


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


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
