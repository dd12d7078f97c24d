"""All ideas as a table that spreadsheets open: CSV, one row an idea, as `hero list` writes it."""

import csv
import io
from typing import Any

from hero.registry.cells import unrun
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
        held = row(window.registry, slug)
        values = [getattr(held, name) for name in Row.__dataclass_fields__]
        rows.writerow([*map(_cell, values), canonical(site_url, address.idea(slug))])
    return Download(PATH, out.getvalue().encode())


def _cell(value: Any) -> str:
    words = " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return unrun(said(words))
