"""Finding one's way: the tab of each page, and registries whose `nav` says less."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from hero.site.views import VIEWS
from hero.technology.mkdocs_build import build

ROOT = Path(__file__).parents[2]
#: Where each page is found that people look for.
TABS = {
    "index.html": "Home",
    "process/propose.html": "Propose",
    "themes/index.html": "Themes",
    "rules/index.html": "Process",
    "scorecard/index.html": "Culture",
    "sources.html": "Culture",
    **{path: "Ideas" for _, _, path in VIEWS},
}
#: How `nav` was before the views of the ideas stood in it.
EARLIER = """
nav:
  - Home: index.md
  - Ideas: ideas/index.md
  - Themes: themes/index.md
  - People: people/index.md
  - Process: process/index.md
  - Rules: rules/index.md
theme:
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped registry's site."""
    return _built(tmp_path_factory.mktemp("registry"), (ROOT / "mkdocs.yml").read_text("utf-8"))


def _built(root: Path, settings: str, network: str | None = None) -> Path:
    for name in ("ideas", "playbooks"):
        copytree(ROOT / name, root / name)
    if network:
        (root / "playbooks/technology/network.yml").write_text(network, encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(root, root / "public", strict="strict: true" in settings)
    return root / "public"


@pytest.mark.parametrize("path", TABS)
def test_the_tabs_show_where_a_page_belongs(site: Path, path: str) -> None:
    text = (site / path).read_text("utf-8")
    assert text.count('<li class="md-tabs__item') <= 9
    active = re.findall(r'md-tabs__item--active">\s*<a [^>]*>\s*([^<]+?)\s*</a>', text)
    assert active == [TABS[path]]
    # The drawer of a phone marks the page itself.
    assert 'md-nav__link--active"' in text


def test_the_views_of_all_ideas_lead_to_each_other(site: Path) -> None:
    for section, _, path in VIEWS:
        row = re.search(r'<nav class="hero-views".*?</nav>', (site / path).read_text("utf-8"), re.S)
        assert row, section
        assert re.findall(r'href="\.\./([^"]+)"', row[0]) == [each for _, _, each in VIEWS]
        assert row[0].count("aria-current") == 1


def test_a_registry_whose_nav_says_less_has_every_page(tmp_path: Path) -> None:
    whole = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"\nnav:\n.*?\ntheme:\n", EARLIER, whole, flags=re.S)
    made = _built(tmp_path, settings.replace("strict: true", "strict: false"))
    for _, _, path in VIEWS:
        assert "hero-views" in (made / path).read_text("utf-8")


def test_an_example_offers_no_playbook_to_edit(site: Path, tmp_path: Path) -> None:
    edited = '/edit/main/playbooks/culture/compact.md"'
    assert edited not in (site / "culture/compact.html").read_text("utf-8")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("strict: true", "strict: false")
    network = (ROOT / "playbooks/technology/network.yml").read_text("utf-8")
    real = re.sub(r"(?m)^(example|as_of):.*$", "", network)
    made = _built(tmp_path, settings, real)
    assert edited in (made / "culture/compact.html").read_text("utf-8")


def test_the_foot_of_every_page_leads_on(site: Path) -> None:
    for path, root in (("index.html", ""), ("ideas/one-scheduler.html", "../")):
        foot = (site / path).read_text("utf-8").partition('class="hero-foot">')[2]
        links = re.findall(r'<a href="([^"]*)">([^<]*)</a>', foot.partition("</div>")[0])
        assert links == [
            (f"{root}process/propose.html", "Propose"),
            (f"{root}follow/index.html", "Follow"),
            (f"{root}follow/index.html#data", "Data"),
        ]
    # An address that is not there can be of any depth.
    assert '<a href="/hero-network/follow/index.html">' in (site / "404.html").read_text("utf-8")
