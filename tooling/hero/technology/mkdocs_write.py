"""Writing Hero's pages into the site, and making them found.

All cores make files, and each writes what it has made: nothing but what search and sitemap need
goes from one process to another.
"""

import datetime as dt
import gzip
import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from hero.site.assets import JOINED, joined
from hero.site.follow.feeds import by_page
from hero.site.follow.feeds import of_all as feeds_of_all
from hero.site.page import Download
from hero.site.pages import MakeDownload, MakePage, makers
from hero.site.shell import Shell, canonical
from hero.site.together import together
from hero.site.window import Window
from hero.technology.cores import by_batch, uncollected

Make = MakePage | MakeDownload


class Found(NamedTuple):
    """What search and sitemap need of a page; the last two are those of `Page`."""

    path: str
    title: str
    summary: str | None
    canonical: str | None
    changed: dt.date | None


class Made(NamedTuple):
    """A file that is ready to be written; `found` for pages alone."""

    path: str
    content: bytes
    found: Found | None


def write(window: Window, shells: Mapping[str, Shell], out: Path, site_url: str | None) -> None:
    """Write every page and download below `out`, then add the pages to search and sitemap."""
    _prepare(window)
    with uncollected():
        done = by_batch(partial(_done, shells, site_url, out), together(makers(window, site_url)))
    for asset in JOINED:
        put(out / asset, joined(asset))
    in_order = sorted((each for each in done if each), key=attrgetter("path"))
    add_to_search(out / "search/search_index.json", in_order)
    add_to_sitemap(out / "sitemap.xml", in_order, site_url)


def _prepare(window: Window) -> None:
    """Work out what all pages share before the work is spread, so that it is done once."""
    _ = window.backwards, window.by_person, window.by_challenge, window.by_theme, window.beside
    _ = window.names, window.by_stage, window.stages, window.derived(feeds_of_all)
    _ = window.derived(by_page)


def made(shells: Mapping[str, Shell], site_url: str | None, make: Make) -> Made:
    """A page or a file for programs, ready to be written."""
    held = make()
    if isinstance(held, Download):
        return Made(held.path, held.content, None)
    text = shells[held.section].fill(held, site_url)
    found = Found(held.path, held.title, held.summary, held.canonical, held.changed)
    return Made(held.path, text.encode(), found)


def _done(shells: Mapping[str, Shell], site_url: str | None, out: Path, make: Make) -> Found | None:
    path, content, found = made(shells, site_url, make)
    put(out / path, content)
    return found


def put(file: Path, content: bytes) -> None:
    """Write a file, and its folder where that is not there yet."""
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def add_to_search(index: Path, found: Iterable[Found]) -> None:
    """Add title and summary of each page that has one; the full text would be 28 MB at 10,000.

    What the index says of these pages so far is dropped.
    """
    if not index.exists():
        return
    found = list(found)
    data, known = json.loads(index.read_bytes()), {page.path for page in found}
    data["docs"] = [each for each in data["docs"] if each["location"] not in known]
    data["docs"] += [
        {"location": page.path, "title": escape(page.title), "text": escape(page.summary)}
        for page in found
        if page.summary is not None
    ]
    index.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


#: MkDocs tells the day of the build, which says nothing of the page.
_BUILT = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def add_to_sitemap(sitemap: Path, found: Iterable[Found], site_url: str | None) -> None:
    """Add the address of each page that is not in it yet, with its day, and pack it again.

    A page that is to be known by another's address is left out. Addresses in it have to be whole:
    a site that has none of its own gets no sitemap.
    """
    packed = sitemap.with_suffix(".xml.gz")
    if not site_url:
        for each in (sitemap, packed):
            each.unlink(missing_ok=True)
        return
    if not sitemap.exists():
        return
    text = _BUILT.sub("", sitemap.read_text(encoding="utf-8"))
    known = set(_ADDRESS.findall(text))
    entries = [_entry(page, site_url) for page in found if page.canonical is None]
    fresh = "\n".join(entry for address, entry in entries if address not in known)
    text = text.replace("</urlset>", f"{fresh}\n</urlset>")
    sitemap.write_text(text, encoding="utf-8")
    packed.write_bytes(gzip.compress(text.encode(), mtime=0))


_ADDRESS = re.compile(r"<loc>([^<]*)</loc>")


def _entry(page: Found, site_url: str) -> tuple[str, str]:
    """A page's address, as it is escaped, and its entry."""
    address = escape(canonical(site_url, page.path))
    day = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    return address, f"<url><loc>{address}</loc>{day}</url>"
