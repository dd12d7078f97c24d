"""A stranger's idea in a browser: it is read, and does nothing."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from hero.technology.mkdocs_build import build
from tests.browser.conftest import ROOT, served
from tests.site.memory import IDEA, POLICIES

TITLE = '<img src=x onerror="window.hurt=1"> zebra </script><script>hurt=1'
SUMMARY = 'zebra &lt;img src=x onerror="window.hurt=1"&gt; <svg onload="window.hurt=1">'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with one idea, whose every text is an attack."""
    root = tmp_path_factory.mktemp("hostile")
    idea = IDEA.replace("Make it faster", json.dumps(TITLE))
    idea = idea.replace("It is slow.", json.dumps(f"{TITLE}\n\n[zebra](javascript:hurt=1)"))
    texts = POLICIES | {"ideas/2026/zebra.yml": f"{idea}summary: {json.dumps(SUMMARY)}\n"}
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(root, root / "public" / "site")
    with served(root / "public", "site") as address:
        yield address


def test_an_attack_is_only_read(chromium: Browser, hostile: str) -> None:
    page = chromium.new_page()
    try:
        for path in ("index.html", "ideas/index.html", "themes/speed.html", "ideas/zebra.html"):
            page.goto(hostile + path)
            assert page.evaluate("window.hurt") is None, path
        assert page.locator("h1").inner_text() == TITLE
        page.locator("[data-md-component=search-query]").press_sequentially("zebra")
        result = page.locator("a.md-search-result__link").first
        result.wait_for()
        assert "onerror" in result.inner_text()
        assert page.locator(".md-search-result :is(img, article svg[onload], script)").count() == 0
        assert page.evaluate("window.hurt") is None
    finally:
        page.close()
