"""The frame of a built site: what each page tells others of itself, with and without an address."""

import gzip
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest

from hero.site.mended import MENDS, mended
from hero.technology import mkdocs
from tests.site.memory import IDEA
from tests.site.small_site import small

SITE = "https://site.example/hero/"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IDEAS = {
    "faster": IDEA + "proposed_on: 2026-09-01\n",
    "again": IDEA
    + """proposed_on: 2026-09-01
stage: declined
links: {duplicate_of: faster}
decisions: [{date: 2026-09-03, from: proposed, to: declined, by: Ann, because: "The same."}]
""",
    "undated": IDEA,
}


@pytest.fixture(scope="module")
def rendered() -> list[str]:
    """The pages as the theme rendered them, before they were mended."""
    return []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, rendered: list[str]) -> Path:
    def seen(html: str) -> str:
        rendered.append(html)
        return mended(html)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mkdocs, "mended", seen)
        return small(tmp_path_factory.mktemp("with"), f"site: {SITE}\n", IDEAS)


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small(tmp_path_factory.mktemp("without"), "", IDEAS)


def head(file: Path) -> dict[str, str]:
    """What a page tells of itself: its properties, its names, its canonical address."""
    text = file.read_text("utf-8")
    told = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text)
    told += [("canonical", link) for link in re.findall(r'rel="canonical" href="([^"]*)"', text)]
    assert len({name for name, _ in told}) == len(told), file
    return {name: unescape(value) for name, value in told}


def every(site: Path) -> dict[str, dict[str, str]]:
    found = {path.relative_to(site).as_posix(): head(path) for path in site.rglob("*.html")}
    assert len(found) > 50
    return found


def test_each_page_tells_its_name_its_kind_and_its_own_address(site: Path) -> None:
    made = every(site)
    del made["404.html"]
    for path, told in made.items():
        assert told["og:title"], path
        assert told["og:site_name"] == "Test Network"
        assert told["og:url"] == SITE + path
        article = path in {f"ideas/{slug}.html" for slug in IDEAS}
        assert told["og:type"] == ("article" if article else "website"), path
        assert told["twitter:card"] == "summary"
    assert made["ideas/faster.html"]["og:title"] == "Make it faster"
    assert made["process/gates.html"]["og:title"] == "Gates"
    assert {path for path, told in made.items() if told["canonical"] != SITE + path} == {
        "ideas/again.html"
    }


def test_each_page_says_in_a_sentence_what_it_is_about(site: Path) -> None:
    made = every(site)
    assert [path for path, told in made.items() if not told.get("description")] == [
        "culture/none.html"
    ]
    assert made["process/index.html"]["description"] == "How an idea moves here."
    assert made["process/gates.html"]["og:description"] == "What a gate asks for & why."
    assert made["404.html"]["description"].startswith("This page is not here.")
    missing = (site / "404.html").read_text("utf-8")
    assert "<title>This page is not here - Test Network</title>" in missing


def test_each_page_offers_its_own_feed_beside_that_of_all_moves(site: Path) -> None:
    for path in ("ideas/faster.html", "themes/speed.html", "people/ann.html", "process/gates.html"):
        text = (site / path).read_text("utf-8")
        links = re.findall(
            r'<link rel="alternate feed" type="[^"]+" title="[^"]+" href="(.+?)"', text
        )
        own = {"process/gates.html": 0}.get(path, 2)
        assert len(links) == 2 + own
        assert links[:2] == ["../feeds/moves.xml", "../feeds/moves.json"]
        assert [link for link in links if not (site / path).parent.joinpath(link).is_file()] == []


def test_the_sitemap_has_each_page_once_and_the_day_of_an_idea(site: Path) -> None:
    raw = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == raw
    root = ET.fromstring(raw)  # noqa: S314 (because: we wrote it)
    assert root.tag == f"{MAPS}urlset"
    found = [(each.findtext(f"{MAPS}loc"), each.findtext(f"{MAPS}lastmod")) for each in root]
    assert {child.tag for each in root for child in each} == {f"{MAPS}loc", f"{MAPS}lastmod"}
    pages = {path for path, told in every(site).items() if told.get("canonical") == SITE + path}
    assert sorted(address or "" for address, _ in found) == sorted(SITE + path for path in pages)
    days = {address: day for address, day in found if day}
    assert days == {f"{SITE}ideas/faster.html": "2026-09-01"}


def test_without_an_address_a_page_says_none_that_is_not_whole(without: Path) -> None:
    made = every(without)
    assert made["ideas/faster.html"]["canonical"] == "../ideas/faster.html"
    assert made["ideas/again.html"]["canonical"] == "../ideas/faster.html"
    assert [path for path, told in made.items() if "og:url" in told] == []
    assert [*without.glob("sitemap*")] == []
    assert b"\r\nURL" not in (without / "calendar.ics").read_bytes()


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.instead)
def test_what_is_mended_is_still_wrong_in_the_theme_and_not_in_a_page(
    site: Path, rendered: list[str], mend: object
) -> None:
    """Where the theme no longer writes it, the mend is to be taken out."""
    assert mend in MENDS
    written, _, lacks = next(each for each in MENDS if each == mend)
    wrong = [html for html in rendered if written in html and not (lacks and lacks in html)]
    assert wrong, "the theme no longer needs it"
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert written not in html or (lacks and lacks in html), path
