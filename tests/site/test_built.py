"""The built site: every link leads somewhere, nothing is lost, and the frame is right."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from hero.registry.failure import Failed
from hero.technology.mkdocs_build import build

ROOT = Path(__file__).parents[2]
BASE = "https://site.example/hero/"


class _Page(HTMLParser):
    """The ids, links and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.odd: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name in ("href", "src"):
                self.links.append(value or "")
            elif name == "style" or name.startswith("on"):
                self.odd.append(f"<{tag} {name}={value}>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped registry's site, published below a host."""
    return _build(tmp_path_factory.mktemp("registry"))


def _build(root: Path, **files: str) -> Path:
    """The site of a copy of the shipped registry, with some files replaced."""
    _copy(root)
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")
    build(root, root / "public", strict=True)
    return root / "public"


def _longer(text: str) -> dict[str, str]:
    """A playbook's page with a text at its end; what other pages link to stays there."""
    path = "playbooks/culture/compact.md"
    return {path: f"{(ROOT / path).read_text(encoding='utf-8')}\n\n{text}"}


def _copy(root: Path) -> None:
    copytree(ROOT / "ideas", root / "ideas")
    copytree(ROOT / "playbooks", root / "playbooks")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}\nsite_url: {BASE}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, _Page]:
    """Every page by its path."""
    return {
        path.relative_to(site).as_posix(): _Page(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }


def _broken(site: Path, pages: dict[str, _Page]) -> Iterator[str]:
    for path, page in pages.items():
        for link in page.links:
            target = urljoin(BASE + path, link)
            if not target.startswith(BASE):
                continue
            parts = urlsplit(target.removeprefix(BASE))
            to = unquote(parts.path)
            to = f"{to}index.html" if to.endswith("/") or not to else to
            anchors = pages[to].ids | {""} if to in pages else {parts.fragment}
            if not (site / to).is_file() or parts.fragment not in anchors:
                yield f"{path}: {link}"


def test_every_link_leads_somewhere(site: Path, pages: dict[str, _Page]) -> None:
    assert sum(len(page.links) for page in pages.values()) > 1000
    assert list(_broken(site, pages)) == []


def test_no_page_loads_from_another_host_or_styles_itself(site: Path) -> None:
    loads = re.compile(r'<(?:script|img|iframe|link(?! rel="canonical"))[^>]* (?:src|href)="http')
    for path in site.rglob("*.html"):
        assert not loads.search(path.read_text(encoding="utf-8")), path


def test_hero_pages_carry_no_style_and_no_handler(pages: dict[str, _Page]) -> None:
    for path, page in pages.items():
        assert page.odd == [], path


def test_an_idea_has_its_own_frame(site: Path) -> None:
    text = (site / "ideas/one-scheduler.html").read_text(encoding="utf-8")
    assert "<title>One scheduler for batch jobs instead of four - Brambleway" in text
    assert f'<link rel="canonical" href="{BASE}ideas/one-scheduler.html">' in text
    assert '<meta name="description" content="Run them all under' in text
    assert re.search(r'md-tabs__item--active">\s*<a href="index.html"', text)
    assert 'href="#decisions"' in text
    assert "hero7shell2token" not in text


def test_no_page_of_an_idea_is_heavy(site: Path) -> None:
    """The frame and the registry's own words take 25 KB with 2.5 KB of idea."""
    for path in (site / "ideas").glob("*.html"):
        source = next(ROOT.glob(f"ideas/*/{path.stem}.yml"), None)
        if source is not None:
            size = path.stat().st_size - max(0, source.stat().st_size - 2500)
            assert size < 25_000, f"{path.name}: {size}"


def test_search_and_sitemap_know_every_idea_once(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_bytes())["docs"]
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == sitemap
    found: defaultdict[str, int] = defaultdict(int)
    for doc in docs:
        found[doc["location"]] += 1
    for path in ROOT.glob("ideas/*/*.yml"):
        address = f"ideas/{path.stem}.html"
        assert found[address] == 1
        # A duplicate is known to the world by the idea that it repeats.
        known = "duplicate_of:" not in path.read_text(encoding="utf-8")
        assert sitemap.count(f"<loc>{BASE}{address}</loc>") == known
    assert sitemap.count(f"<loc>{BASE}ideas/index.html</loc>") == 1
    assert any(doc["location"].startswith("process/index.html#") for doc in docs)
    assert not [doc for doc in docs if "hero7shell2token" in json.dumps(doc)]


def test_policies_are_pages_and_not_files(site: Path) -> None:
    assert list(site.rglob("*.yml")) == []
    text = (site / "process/index.html").read_text(encoding="utf-8")
    assert "Worth finding out." in text
    assert "two advocates approve" in text
    assert "<svg" in text
    assert "<!-- hero:" not in text


def test_playbooks_link_to_pages_of_ideas(pages: dict[str, _Page]) -> None:
    assert "../ideas/no-friday-deploys.html" in pages["process/index.html"].links


def test_the_example_says_so_on_every_page(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "hero-example" in path.read_text(encoding="utf-8"), path


def test_the_same_registry_gives_the_same_files(site: Path, tmp_path: Path) -> None:
    again = _build(tmp_path)
    for path in sorted(site.rglob("*")):
        other = again / path.relative_to(site)
        if path.is_file() and not path.name.startswith("sitemap"):
            assert path.read_bytes() == other.read_bytes(), path


@pytest.mark.parametrize(
    "text",
    [
        "[gone](../../ideas/2026/no-such-idea.yml)\n",
        "<!-- hero: horoscope -->\n",
        "[gone](nowhere.md)\n",
        "[gone](index.md#nowhere)\n",
    ],
)
def test_what_leads_nowhere_stops_the_build(tmp_path: Path, text: str) -> None:
    with pytest.raises(Failed):
        _build(tmp_path, **_longer(text))


def test_a_playbook_may_show_a_comment_as_code(tmp_path: Path) -> None:
    text = "```\n<!-- hero: themes -->\n[x](../../ideas/2026/nope.yml)\n```\n"
    site = _build(tmp_path, **_longer(text))
    made = (site / "culture/compact.html").read_text(encoding="utf-8")
    assert "&lt;!-- hero: themes --&gt;" in made


def test_a_registry_without_ideas_builds(tmp_path: Path) -> None:
    _copy(tmp_path)
    for path in (tmp_path / "ideas").rglob("*.yml"):
        path.unlink()
    for page in (tmp_path / "playbooks").rglob("*.md"):
        page.write_text("# A\n", encoding="utf-8")
    for path in (tmp_path / "playbooks/culture/challenges").glob("*.yml"):
        path.unlink()
    build(tmp_path, tmp_path / "public", strict=True)
    assert "No ideas yet" in (tmp_path / "public/index.html").read_text(encoding="utf-8")
