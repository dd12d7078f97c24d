"""The site's data for programs: ideas as JSON, with the commit and the day they are from."""

import json
from functools import partial
from typing import Any

from hero.registry.idea import Idea
from hero.site import address
from hero.site.page import Download
from hero.site.shell import canonical
from hero.site.window import Window

#: Raised when a field changes its meaning or goes away; fields may be added at any time.
VERSION = 1


def ideas_download(window: Window, site_url: str | None = None) -> Download:
    """All ideas in short: what a list needs, and where the whole of each is."""
    key = ideas_download, site_url
    ideas = b",".join(
        window.known.of(key, slug, partial(_listed, window, slug, site_url), idea)
        for slug, idea in window.registry.ideas.items()
    )
    opening = _written(_edition(window)).removesuffix(b"}\n")
    return Download("api/v1/ideas.json", b"".join((opening, b',"ideas":[', ideas, b"]}\n")))


def _listed(window: Window, slug: str, site_url: str | None) -> bytes:
    return _written(_short(window, slug, site_url)).removesuffix(b"\n")


def idea_download(window: Window, slug: str, site_url: str | None = None) -> Download:
    """One idea whole: every field of its file that is filled in."""
    idea = window.registry.ideas[slug]
    # The model writes its own fields: three times as fast as dumping them into a dict first.
    fields = idea.model_dump_json(by_alias=True, exclude_defaults=True).encode()
    short = _written(_edition(window) | _short(window, slug, site_url))
    whole = short.removesuffix(b"}\n") + b',"fields":' + fields + b"}\n"
    return Download(address.idea_data(slug), whole)


def schema_download() -> Download:
    """What the fields of the other files mean, as JSON Schema."""
    return Download("api/v1/schema.json", _written(schema()))


def schema() -> dict[str, Any]:
    """A JSON Schema of both files: `ideas.json` and one idea's."""
    fields = Idea.model_json_schema(by_alias=True, mode="serialization")
    definitions = fields.pop("$defs", {})
    fields["properties"].pop("$schema", None)
    edition = {
        "schema_version": {"const": VERSION},
        "commit": _nullable("The commit that the site was made from."),
        "as_of": {"type": "string", "format": "date", "description": "When the site stands."},
    }
    short = {
        "slug": {"type": "string", "description": "The idea's id, for good."},
        "title": {"type": "string"},
        "summary": {"type": "string", "description": "One sentence of plain text."},
        "theme": {"type": "string"},
        "stage": {"type": "string", "description": "An id of the pipeline."},
        "stage_name": {"type": "string"},
        "turn": _nullable("The role that the idea waits for; null: nobody."),
        "turn_of": _list("The logins of those it waits for."),
        "moved": _nullable("The day of its last move, or of its proposal."),
        "proposers": _list("Logins."),
        "page": {"type": "string", "description": "Its page."},
        "api": {"type": "string", "description": "The whole of it, as JSON."},
    }
    whole = _object(edition | short | {"fields": {"$ref": "#/$defs/Fields"}})
    ideas = {"type": "array", "items": {"$ref": "#/$defs/Short"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "oneOf": [{"$ref": "#/$defs/Ideas"}, {"$ref": "#/$defs/Whole"}],
        "$defs": definitions
        | {
            "Ideas": _object(edition | {"ideas": ideas}),
            "Short": _object(short),
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


def _short(window: Window, slug: str, site_url: str | None) -> dict[str, Any]:
    idea, stage, turn = window.registry.ideas[slug], window.stage(slug), window.turn(slug)
    moved = window.moved(slug)
    return {
        "slug": slug,
        "title": idea.title,
        "summary": window.summary(slug),
        "theme": idea.theme,
        "stage": stage.id,
        "stage_name": stage.name,
        "turn": turn.role,
        "turn_of": list(turn.who),
        "moved": moved.isoformat() if moved else None,
        "proposers": list(idea.proposers),
        "page": canonical(site_url, address.idea(slug)),
        "api": canonical(site_url, address.idea_data(slug)),
    }


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _nullable(description: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "description": description}


def _list(description: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
