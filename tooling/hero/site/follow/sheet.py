"""All ideas as a table that spreadsheets open: CSV, one row an idea, as `hero list` writes it."""

import csv
import io
from functools import partial
from typing import Any

from hero.registry.cells import unrun
from hero.registry.registry import Registry
from hero.registry.summary import Row, row
from hero.site import address
from hero.site.follow.entries import said
from hero.site.page import Download
from hero.site.shell import canonical
from hero.site.window import Window

PATH = "api/v1/ideas.csv"
COLUMNS = (*Row.__dataclass_fields__, "page")


def sheet(window: Window, site_url: str | None) -> Download:
    """The table."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for slug in window.registry.ideas:
        make, idea = partial(_cells, window.registry, slug), window.registry.ideas[slug]
        cells = window.known.of(sheet, slug, make, idea)
        rows.writerow([*cells, canonical(site_url, address.idea(slug))])
    return Download(PATH, out.getvalue().encode())


def _cells(registry: Registry, slug: str) -> list[str]:
    held = row(registry, slug)
    return [_cell(getattr(held, name)) for name in Row.__dataclass_fields__]


def _cell(value: Any) -> str:
    words = " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return unrun(said(words))
