"""Strangers' texts in a browser: through every field, on every page, they are only read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hero.registry.signals import signals_from
from hero.technology.mkdocs_build import build
from tests.browser.conftest import ROOT, served
from tests.hostile import registry
from tests.hostile.attacks import Attack

TITLE = '<img src=x onerror="window.hurt=1"> zebra </script><script>hurt=1'
#: What would run, or take a page over, if one place wrote it as it came.
RUNS = (
    TITLE,
    "\"'><iframe srcdoc='<script>top.hurt=1</script>'></iframe><h1>taken over</h1>",
    "zebra <script>window.hurt=1</script> &lt;img src=x onerror=window.hurt=1&gt;",
    "zebra <svg onload='window.hurt=1'></svg> [z](javascript:hurt=1)",
    "' onmouseover='hurt=1' autofocus onfocus='hurt=1' x='\" onfocus=\"hurt=1\" y=\"",
    "</a></p></table></main><base href=//evil.example/><meta http-equiv=refresh content=0>",
)
#: What would tear a page: words without end, quotes without end, marks over marks, turned letters.
TEARS = (
    "W" * 300,
    "see https://a.example/" + "q" * 250,
    "> " * 40 + "deep " + "V" * 60,
    "Z" + "\u0301" * 400 + "algo",
    "pay\u202epal \u2066x",
    "| " + " | ".join("c" * 30 for _ in range(40)) + " |",
)
WIDTHS = (320, 1280)
#: Of as many pages of one kind, one is looked at.
MANY = 4
#: What a page holds that no stranger may bring.
ODD = (Path(__file__).parent / "strange.js").read_text(encoding="utf-8")
WATCH = """addEventListener("securitypolicyviolation", e =>
  (window.refused = window.refused || []).push(`refused: ${e.violatedDirective} ${e.sample}`));"""

SCRIPTED = """# Scripted

<script>window.inline = 1</script>

<script src="own.js"></script>

<img src="x.png" onerror="window.handler = 1">
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every text, in every kind of file, is an attack."""
    root = tmp_path_factory.mktemp("hostile")
    attacks = [Attack(str(number), text) for number, text in enumerate((*RUNS, *TEARS))]
    files = registry.files(attacks)
    files["playbooks/process/scripted.md"] = SCRIPTED.encode()
    files["playbooks/process/own.js"] = b"window.served = 1;"
    for path, raw in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    known, wrong = signals_from(registry.signals(attacks).encode())
    assert known, wrong
    return build(root, root / "public" / "site", signals=known).out


@pytest.fixture(scope="module")
def hostile(site: Path) -> Iterator[str]:
    with served(site.parent, "site") as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(reduced_motion="reduce")
    page.add_init_script(WATCH)
    yield page
    page.close()


def test_no_page_holds_or_does_what_a_stranger_wrote(page: Page, site: Path, hostile: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    looked = _looked(site)
    assert {"ideas", "themes", "people", "process", "follow"} <= {p.split("/")[0] for p in looked}
    assert [each for path in looked for each in _problems(page, hostile, path)] == []
    assert errors == []


def _looked(site: Path) -> list[str]:
    """Every page of which there is one, all ideas, and of each other kind those of some texts."""
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    kinds: dict[str, list[str]] = {}
    for path in paths:
        kinds.setdefault(re.sub(r"\d+(?=\.html)", "", path), []).append(path)
    others = ("rules/", "process/scripted.html", "404.html")
    return [
        path
        for kind, those in kinds.items()
        for path in (those if kind.startswith("ideas/a-") else those[::MANY])
        if not path.startswith(others)
    ]


def _problems(page: Page, address: str, path: str) -> Iterator[str]:
    page.set_viewport_size({"width": WIDTHS[0], "height": 640})
    page.goto(address + path, wait_until="load")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if beyond > 0:
            yield f"{path} scrolls sideways by {beyond} at {width}"
    yield from (f"{path}: {each}" for each in page.evaluate(ODD))


def test_an_attack_is_found_as_words(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}ideas/a-0.html")
    assert page.locator("h1").inner_text() == TITLE
    page.locator("[data-md-component=search-query]").press_sequentially("zebra")
    result = page.locator("a.md-search-result__link").first
    result.wait_for()
    assert "onerror" in page.locator(".md-search-result__list").inner_text()
    assert page.locator(".md-search-result :is(img, article svg[onload], script)").count() == 0
    assert page.evaluate("window.hurt") is None


def test_marks_over_marks_stay_in_their_own_place(page: Page, site: Path, hostile: str) -> None:
    """What is drawn beyond its box is cut off there: nobody paints over what stands above."""
    number = len(RUNS) + 3
    page.goto(f"{hostile}ideas/a-{number}.html")
    for place in ("h1", "h2 + p", "dd", ".hero-decisions p"):
        assert page.locator(place).first.evaluate("e => getComputedStyle(e).overflowY") == "clip"


def test_a_direction_that_is_turned_stays_turned_in_its_own_words(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}ideas/index.html")
    link = page.locator("main table a").first
    assert link.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"


def test_a_script_in_a_playbook_does_not_run_and_the_themes_do(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}process/scripted.html", wait_until="load")
    assert page.evaluate("[window.inline, window.handler]") == [None, None]
    assert page.evaluate("window.served") == 1
    assert page.evaluate("typeof __md_get") == "function"
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "unsafe" not in (policy or "unsafe")
