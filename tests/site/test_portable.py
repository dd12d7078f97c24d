"""The plain tree: another engine builds it, and every page says what Hero's own page says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.site.page import Page
from hero.site.portable import page_text

HERE = Path(__file__).parents[2]
#: The theme's bare frame, no plugin of ours: what any engine for Markdown does.
ENGINE = """
site_name: Elsewhere
docs_dir: {docs}
site_dir: {out}
use_directory_urls: false
theme: {{name: mkdocs}}
plugins: []
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped registry, written by `hero pages` and built without Hero."""
    folder = tmp_path_factory.mktemp("elsewhere")
    tree, out = folder / "tree", folder / "site"
    hero = [sys.executable, "-m", "hero", "pages", "--root", str(HERE), "--out", str(tree)]
    subprocess.run(hero, check=True, capture_output=True)
    config = folder / "mkdocs.yml"
    config.write_text(ENGINE.format(docs=tree, out=out), encoding="utf-8")
    mkdocs = [sys.executable, "-m", "mkdocs", "-q", "build", "--strict", "-f", str(config)]
    subprocess.run(mkdocs, check=True, capture_output=True)
    return folder


def words(html: str) -> str:
    """What a reader sees of the page's block."""
    block = html.split('<div class="hero-page">', 1)[1]
    block = block.split('<p class="hero-source"', 1)[0]
    return " ".join(re.sub(r"<[^>]*>", " ", block).replace("&#10;", "\n").split())


def test_another_engine_shows_what_the_tree_holds(elsewhere: Path) -> None:
    pages = sorted((elsewhere / "tree" / "ideas").glob("*.md"))
    assert len(pages) > 24
    for page in pages:
        built = elsewhere / "site" / "ideas" / f"{page.stem}.html"
        assert words(built.read_text("utf-8")).startswith(words(page.read_text("utf-8")))


def test_playbooks_hold_their_policies_and_lead_to_pages(elsewhere: Path) -> None:
    process = (elsewhere / "site" / "process" / "index.html").read_text("utf-8")
    assert "<!-- hero:" not in process
    assert "Recorded, so that it can be found" in process
    assert 'href="../ideas/cache-tariff-lookups.html"' in process
    assert not re.search(r'href="[^"]*\.yml"', process.split("github.com")[0])


def test_style_and_data_are_beside_the_pages(elsewhere: Path) -> None:
    tree = elsewhere / "tree"
    assert (tree / "assets" / "hero.css").stat().st_size
    assert (tree / "api/v1/ideas.json").stat().st_size
    assert (tree / "api/v1/ideas/retire-gerald.json").stat().st_size


@given(st.text(), st.text(st.sampled_from("ab<>/ \n\t"), min_size=1))
def test_a_page_is_one_block_whatever_it_says(title: str, body: str) -> None:
    body = f"<p>{body}</p>"
    text = page_text(Page("x.html", title, title, body, "ideas"))
    _, front, block = re.split(r"^---$", text, maxsplit=2, flags=re.MULTILINE)
    assert len(front.strip().split("\n")) == 2
    assert not re.search(r"\n[ \t]*\n", block.strip())
