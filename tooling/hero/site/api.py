"""The site's data for programs: ideas as JSON, with the commit and the day they are from."""

import datetime as dt
import json
from functools import partial
from typing import Any

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
    opening = written(_edition(window)).removesuffix(b"}\n")
    return Download(PATH, b"".join((opening, b',"ideas":[', ideas, b"]}\n")))


def _listed(window: Window, slug: str, site_url: str | None) -> bytes:
    return written(short(window, slug, site_url, PATH)).removesuffix(b"\n")


def idea_download(window: Window, slug: str, site_url: str | None = None) -> Download:
    """One idea whole: every field of its file that is filled in."""
    idea = window.registry.ideas[slug]
    # The model writes its own fields: three times as fast as dumping them into a dict first.
    fields = idea.model_dump_json(by_alias=True, exclude_defaults=True).encode()
    listed = short(window, slug, site_url, address.idea_data(slug))
    opening = written(_edition(window) | listed)
    whole = opening.removesuffix(b"}\n") + b',"fields":' + fields + b"}\n"
    return Download(address.idea_data(slug), whole)


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


def written(value: Any) -> bytes:
    """A value as compact JSON, in a line of its own."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
