"""The whole built site, file by file: what stands there is HTML, and leads somewhere."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.browser.built import Source, broken, broken_elsewhere, pages
from tests.browser.conftest import ROOT

#: What the browser makes of a text: each element in order, with its depth. One string is quick.
PARSED = """text => {
  const found = [];
  const walk = (each, depth) => {
    found.push(`${depth} ${each.tagName.toLowerCase()}`);
    for (const child of each.children) walk(child, depth + 1);
  };
  walk(new DOMParser().parseFromString(text, "text/html").documentElement, 0);
  return found.join("\\n");
}"""


@pytest.fixture(scope="module")
def made(site: Path) -> dict[str, Source]:
    return pages(site)


@pytest.fixture(scope="module")
def base() -> str:
    """Where the shipped registry says its site is: below a host, not at its root."""
    found = Registry.read(Folder(ROOT)).network.site
    assert found
    assert urlsplit(found).path.strip("/")
    return found


def test_a_browser_reads_every_page_as_it_is_written(
    chromium: Browser, site: Path, made: dict[str, Source]
) -> None:
    """A parser that meets an error moves, closes or adds an element, and never says so."""
    page, odd = chromium.new_page(), []
    try:
        for path, source in made.items():
            seen = page.evaluate(PARSED, (site / path).read_text("utf-8")).split("\n")
            written = [f"{depth} {tag}" for depth, tag in source.tree]
            if source.torn or seen != written:
                odd.append((path, source.torn[:3], sorted({*seen} ^ {*written})[:3]))
    finally:
        page.close()
    assert odd == []


def test_an_id_stands_once_on_a_page(made: dict[str, Source]) -> None:
    twice = [
        (path, id_)
        for path, page in made.items()
        for id_ in dict.fromkeys(page.ids)
        if page.ids.count(id_) > 1 or not id_ or " " in id_
    ]
    assert twice == []


def test_every_link_and_fragment_of_a_page_leads_somewhere(
    site: Path, made: dict[str, Source], base: str
) -> None:
    assert sum(len(page.links) for page in made.values()) > 10_000
    assert list(broken(site, made, base)) == []


def test_every_address_in_feeds_calendar_and_data_leads_somewhere(
    site: Path, made: dict[str, Source], base: str
) -> None:
    assert list(broken_elsewhere(site, made, base)) == []
    for kind in ("feeds/moves.xml", "feeds/moves.json", "api/v1/ideas.csv", "sitemap.xml"):
        assert base in (site / kind).read_text("utf-8"), kind


def test_all_that_search_finds_is_there(site: Path, made: dict[str, Source]) -> None:
    docs = json.loads((site / "search/search_index.json").read_bytes())["docs"]
    assert len(docs) > 100
    for doc in docs:
        path, _, fragment = doc["location"].partition("#")
        page = made[path or "index.html"]
        assert not fragment or fragment in page.ids, doc["location"]


def test_nothing_is_loaded_from_another_host(site: Path, made: dict[str, Source]) -> None:
    for path, page in made.items():
        assert page.loads, path
        strangers = [each for each in page.loads if urlsplit(each).netloc]
        assert strangers == [], path
    for sheet in site.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert "@import" not in text, sheet
        assert "url(http" not in text.replace('"', "").replace("'", ""), sheet


def test_a_broken_site_is_told_of(tmp_path: Path, base: str) -> None:
    page = '<html><p><a href="b.html">x</a><a href="#no">x</a><a href="/">x</a></html>'
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "feed.xml").write_text(f'<a href="{base}gone.html"/><b>{base}a.html#no</b>')
    made = pages(tmp_path)
    assert made["a.html"].torn
    assert [each.split(": ")[1] for each in broken(tmp_path, made, base)] == ["b.html", "#no", "/"]
    assert len(list(broken_elsewhere(tmp_path, made, base))) == 2
