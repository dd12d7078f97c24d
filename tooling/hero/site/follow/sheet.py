"""All ideas as a table that spreadsheets open: CSV (RFC 4180), one row an idea.

Its columns are the fields of `ideas.json` by their names: first those of `hero list`.
"""

import csv
import io
from collections.abc import Sequence
from functools import partial
from typing import Any

from hero.registry.cells import unrun
from hero.registry.summary import Row
from hero.site.api import short
from hero.site.follow.entries import named
from hero.site.page import Download
from hero.site.window import Window

PATH = "api/v1/ideas.csv"
#: New ones come last: programs may count on the place of the others.
COLUMNS = (*Row.__dataclass_fields__, "page", "stage_name", "turn", "turn_of", "api")
_ADDRESSES = ("page", "api")


def sheet(window: Window, site_url: str | None) -> Download:
    """The table. Where the site has no address, its cells for addresses are empty."""
    known, paths, key = window.known, window.registry.paths, (sheet, site_url)
    rows = [
        known.of(key, slug, partial(_row, window, slug, site_url), idea, paths[slug])
        for slug, idea in window.registry.ideas.items()
    ]
    return Download(PATH, "".join([_written(COLUMNS), *rows]).encode())


def _row(window: Window, slug: str, site_url: str | None) -> str:
    return _written(_cells(window, slug, site_url))


def _written(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cells(window: Window, slug: str, site_url: str | None) -> list[str]:
    held = short(window, slug, site_url, PATH)
    if site_url is None:
        held |= dict.fromkeys(_ADDRESSES)
    return [_cell(held[name]) for name in COLUMNS]


def _cell(value: Any) -> str:
    words = " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return unrun(named(words))
