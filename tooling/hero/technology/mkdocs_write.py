"""Writing Hero's pages into the site, and making them found.

All cores make files, and this process alone writes them: two processes that make files at once
wait for each other in the file system (17 times slower, measured on ext4).
"""

import datetime as dt
import gzip
import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import NamedTuple

from hero.site.assets import JOINED, joined
from hero.site.follow.feeds import by_page, of_all
from hero.site.page import Download
from hero.site.pages import MakeDownload, MakePage, download_makers, page_makers
from hero.site.pulse.page import CHARTS
from hero.site.shell import Shell, canonical
from hero.site.window import Window
from hero.technology.cores import streamed, uncollected

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
    pages, files = page_makers(window), download_makers(window, site_url)
    # One worker makes the first batch: what looks at all ideas at once stands there, pages and
    # their numbers, so that it is worked out once.
    makers: list[Make] = [*files[: len(CHARTS)], *pages, *files[len(CHARTS) :]]
    _prepare(window)
    folders: set[str] = set()
    found: dict[int, Found] = {}
    with uncollected():
        for start, batch in streamed(partial(made, shells, site_url), makers):
            for number, each in enumerate(batch, start):
                if (folder := each.path.rpartition("/")[0]) not in folders:
                    (out / folder).mkdir(parents=True, exist_ok=True)
                    folders.add(folder)
                _write(f"{out}/{each.path}", each.content)
                if each.found:
                    found[number] = each.found
    (out / "assets").mkdir(parents=True, exist_ok=True)
    for asset in JOINED:
        _write(f"{out}/{asset}", joined(asset))
    in_order = [found[number] for number in sorted(found)]
    add_to_search(out / "search/search_index.json", in_order)
    add_to_sitemap(out / "sitemap.xml", in_order, site_url)


def _prepare(window: Window) -> None:
    """Work out what all pages share before the work is spread, so that it is done once."""
    _ = window.backwards, window.by_person, window.by_challenge, window.by_theme, window.beside
    _ = window.names, window.by_stage, window.stages, window.derived(of_all)
    _ = window.derived(by_page)


def made(shells: Mapping[str, Shell], site_url: str | None, make: Make) -> Made:
    """A page or a file for programs, ready to be written."""
    held = make()
    if isinstance(held, Download):
        return Made(held.path, held.content, None)
    text = shells[held.section].fill(held, site_url)
    found = Found(held.path, held.title, held.summary, held.canonical, held.changed)
    return Made(held.path, text.encode(), found)


def _write(path: str, content: bytes) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123 (because: ten times a Path's speed)
        file.write(content)


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
