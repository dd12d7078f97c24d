"""Search: one box that finds every text, few ideas or many, and does nothing with what it finds."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from hero.technology import mkdocs_pagefind, mkdocs_search
from hero.technology.mkdocs_build import build
from tests.browser.conftest import ROOT, served
from tests.browser.test_pages import Scheme, opened
from tests.site.memory import IDEA, POLICIES

BOX = "[data-md-component=search-query]"
HIT = "a.md-search-result__link"
ATTACK = '<img src=x onerror="window.hurt=1"> </script><svg onload="window.hurt=1"> &lt;b&gt;'
#: A word that only a decision's reason has, and one that only a proposal has.
DECIDED = """
proposed_on: 2026-09-01
stage: declined
decisions: [{date: 2026-09-03, from: proposed, to: declined, by: Ann, because: "Zebrafish."}]
"""


def made(root: Path) -> None:
    """Write a small registry whose texts are attacks too."""
    ideas = {
        "faster": IDEA.replace("Then measure", "Then quokka") + DECIDED,
        "hostile": IDEA.replace(
            "title: Make it faster", f"title: {json.dumps('Wombat ' + ATTACK[:40])}"
        )
        .replace("It is slow.", json.dumps(f"wombat {ATTACK}"))
        .replace("Make it fast. Then measure.", json.dumps(f"{ATTACK} wombat")),
    }
    # More than one answer holds, each with a text that would fill the box.
    ideas |= {
        f"quagga-{number}": IDEA.replace("It is slow.", "A quagga is slow. " * 30)
        for number in range(16)
    }
    ideas["trams"] = (
        IDEA.replace("Make it faster", "Trams of Łódź")
        .replace("bea", "ezi")
        .replace("It is slow.", "Down the Große Straße.")
    )
    texts = POLICIES | {f"ideas/2026/{slug}.yml": text for slug, text in ideas.items()}
    texts["playbooks/culture/people.yml"] = "people: {ezi: {name: Inês Zieliński}}"
    texts["playbooks/process/index.md"] = "# Process\n\n## Numbat\n\nAn echidna walks here.\n"
    texts["mkdocs.yml"] = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module", params=["few", "many", "one"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site searched by the theme's index, by several of Pagefind's, and by one."""
    root = tmp_path_factory.mktemp(request.param)
    made(root)
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "few":
            patch.setattr(mkdocs_search, "FEW", 0)
        if request.param == "many":
            patch.setattr(mkdocs_pagefind, "SHARE", 40)
        build(root, root / "public" / "site")
    indexes = len(list((root / "public/site").glob("search/texts/*/index")))
    assert indexes > 2 if request.param == "many" else indexes == int(request.param == "one")
    with served(root / "public", "site") as address:
        yield address


@pytest.fixture
def many(request: pytest.FixtureRequest) -> bool:
    """Is the site one that Pagefind's index is for?"""
    return "few" not in request.node.callspec.id


def search(page: Page, words: str) -> None:
    """Open the box by its key and ask once: no earlier answer comes in between.

    The theme asks with each key that goes up, with the focus, and again once it is ready.
    """
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.locator(BOX).fill(words)
    page.keyboard.press("End")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("zebrafish", "ideas/faster.html"),
        ("quokka", "ideas/faster.html"),
        ("make it fast", "ideas/faster.html"),
        ("echidna", "process/index.html#numbat"),
        ("bea", "ideas/faster.html"),
        ("indexes", "themes/index--.html"),
    ],
)
def test_every_text_is_found_from_any_page(
    chromium: Browser, site: str, words: str, path: str
) -> None:
    with opened(chromium, site, "wide", "light") as (page, seen):
        page.goto(f"{site}rules/index.html")
        search(page, words)
        hit = page.locator(f"{HIT}[href*='{path}']").first
        expect(hit).to_be_visible()
        hit.click()
        page.wait_for_url(f"**/{path.partition('#')[0]}**")
        assert page.locator("h1").first.is_visible()
        assert (seen.errors, seen.strangers) == ([], [])


def test_a_keyboard_finds_and_follows(chromium: Browser, site: str) -> None:
    with opened(chromium, site, "wide", "light") as (page, seen):
        page.goto(f"{site}ideas/hostile.html")
        search(page, "quokka")
        hit = page.locator(f"{HIT}[href*='ideas/faster.html']").first
        expect(hit).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(hit).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/ideas/faster.html**")
        assert seen.errors == []


def test_an_attack_that_is_found_is_only_read(chromium: Browser, site: str) -> None:
    with opened(chromium, site, "phone", "dark") as (page, seen):
        page.goto(f"{site}index.html")
        page.locator("label.md-header__button[for=__search]").click()
        page.locator(BOX).press_sequentially("wombat")
        hit = page.locator(f"{HIT}[href*='hostile']").first
        expect(hit).to_contain_text("onerror")
        assert page.locator(".md-search-result :is(img, svg[onload], script)").count() == 0
        assert page.evaluate("window.hurt") is None
        assert (seen.errors, seen.strangers) == ([], [])


def test_accents_are_nothing_that_one_has_to_type(chromium: Browser, site: str) -> None:
    with opened(chromium, site, "wide", "light") as (page, _):
        page.goto(f"{site}rules/index.html")
        for words, path in (
            ("lodz", "ideas/trams.html"),
            ("ines", "people/ezi.html"),
            ("strasse", "ideas/trams.html"),
            ("zielinski", "people/ezi.html"),
            ("Łódź", "ideas/trams.html"),
        ):
            page.locator(BOX).fill("")
            page.locator(BOX).press_sequentially(words)
            expect(page.locator(f"{HIT}[href*='{path}']").first).to_be_attached()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_several_hits_fit_into_the_box_and_one_shows_where_one_is(
    chromium: Browser, site: str, scheme: Scheme
) -> None:
    look = """hit => {
        const style = getComputedStyle(hit), under = getComputedStyle(
            document.querySelector(".md-search__scrollwrap"));
        return [style.outlineStyle, style.outlineColor !== under.backgroundColor,
            style.backgroundColor !== "rgba(0, 0, 0, 0)"];
    }"""
    with opened(chromium, site, "wide" if scheme == "light" else "phone", scheme) as (page, _):
        page.goto(f"{site}rules/index.html")
        search(page, "quagga")
        items = page.locator(".md-search-result__item")
        expect(items.nth(9)).to_be_attached()
        expect(items.first.locator("mark").first).to_be_visible()
        inside = page.locator(".md-search__scrollwrap").bounding_box()
        boxes = [items.nth(number).bounding_box() for number in range(3)]
        assert inside
        end = inside["y"] + inside["height"]
        assert all(box and box["y"] + box["height"] <= end for box in boxes)
        page.keyboard.press("ArrowDown")
        expect(page.locator(HIT).first).to_be_focused()
        assert page.locator(HIT).first.evaluate(look) == ["solid", True, True]
        page.locator(HIT).nth(1).hover()
        assert page.locator(HIT).nth(1).evaluate(look)[2]


def test_what_nobody_wrote_finds_no_idea(chromium: Browser, site: str) -> None:
    with opened(chromium, site, "wide", "light") as (page, _):
        page.goto(f"{site}index.html")
        search(page, "xylophonist")
        # Pagefind offers what begins alike, and says so of no idea here.
        expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
        expect(page.locator(f"{HIT}[href*='ideas/']")).to_have_count(0)


def test_a_list_that_was_cut_leads_on(chromium: Browser, site: str, many: bool) -> None:
    with opened(chromium, site, "wide", "light") as (page, seen):
        page.goto(f"{site}rules/index.html")
        search(page, "quagga")
        meta = page.locator(".md-search-result__meta")
        onward = page.locator(f"{HIT}[href$='ideas/index.html?words=quagga']")
        if not many:
            expect(meta).to_have_text("16 matching documents")
            expect(onward).to_have_count(0)
            return
        expect(page.locator(HIT).nth(9)).to_be_attached()
        expect(meta).to_be_hidden()
        # The theme draws the rest once its list is scrolled to the end.
        expect(page.locator(HIT).nth(10)).to_have_count(0)
        page.locator(".md-search__scrollwrap").evaluate(
            "each => each.scrollTo(0, each.scrollHeight)"
        )
        expect(onward).to_contain_text("13 best of 16 hits")
        onward.click()
        expect(page.locator("#find-words")).to_have_value("quagga")
        assert seen.errors == []


#: Asks the worker as the theme does; what it said until it was silent for half a second.
ASK = """words => new Promise((done, fail) => {
  const { search } = JSON.parse(document.querySelector("#__config").textContent);
  const worker = new Worker(search);
  const said = [];
  let end = 0;
  worker.onmessage = ({ data }) => {
    if (data.type !== 3) return;
    const places = data.data.items.map(([first]) => first.location);
    const hits = places.filter((at) => !at.includes("words="));
    if (!hits.length) return;
    said.push(hits);
    clearTimeout(end);
    end = setTimeout(() => { worker.terminate(); done(said); }, 500);
  };
  worker.onerror = fail;
  setTimeout(() => fail(new Error("no hit in ten seconds")), 10_000);
  worker.postMessage({ type: 2, data: words });
})"""


@pytest.mark.parametrize("site", ["many"], indirect=True)
@pytest.mark.parametrize(
    ("words", "many", "times"),
    [
        ("echidna nu", 1, 2),
        ("an echidna walks here", 1, 2),
        ("an echidna walks here", 1000, 1),
        ("echidna walks", 1, 1),
        ("nu", 1, 1),
    ],
)
def test_the_longest_words_are_answered_first_where_many_texts_have_them(
    chromium: Browser, site: str, words: str, many: int, times: int
) -> None:
    """All words take Pagefind longest then: nobody has to wait for these."""

    def fewer(route: Route) -> None:
        body = route.fetch().text()
        assert "const MANY = 1000;" in body
        route.fulfill(body=body.replace("const MANY = 1000;", f"const MANY = {many};"))

    with opened(chromium, site, "wide", "light") as (page, seen):
        page.context.route("**/workers/search*.js", fewer)
        page.goto(f"{site}rules/index.html")
        assert page.evaluate(ASK, words) == [["process/index.html#numbat"]] * times
        assert seen.errors == []


def test_nothing_is_loaded_before_the_first_words(chromium: Browser, site: str) -> None:
    with opened(chromium, site, "wide", "light") as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{site}rules/index.html")
        page.keyboard.press("/")
        page.wait_for_load_state("networkidle")
        assert not [url for url in asked if "search/texts" in url]


#: What search reads, and what a host gives in its place.
LOST = (
    "first.json",
    "0/pagefind.js*",
    "0/wasm.en.pagefind",
    "0/pagefind-entry.json*",
    "1/pagefind-entry.json*",
    "1/*.pf_meta",
    "1/filter/*",
    "*/index/*",
    "*/fragment/*",
)
GIVEN = {"404": 404, "rubbish": 200}


@pytest.mark.parametrize("site", ["many"], indirect=True)
@pytest.mark.parametrize(
    ("lost", "how"),
    [
        *((lost, how) for lost in LOST for how in ("no answer", "404")),
        ("0/*.pf_meta", "rubbish"),
        ("1/*.pf_meta", "rubbish"),
        ("1/filter/*", "rubbish"),
    ],
)
def test_a_search_that_fails_says_so_and_is_tried_again(
    chromium: Browser, site: str, lost: str, how: str
) -> None:
    """The theme's own index, of few ideas, comes with the page."""
    with opened(chromium, site, "wide", "light") as (page, _):
        lost = f"**/search/texts/{lost}"
        page.context.route(
            lost,
            lambda route: (
                route.fulfill(status=GIVEN[how], body="?") if how in GIVEN else route.abort()
            ),
        )
        page.goto(f"{site}rules/index.html")
        search(page, "quok")
        expect(page.locator(HIT)).to_contain_text("Search could not be loaded")
        page.context.unroute(lost)
        page.locator(BOX).press_sequentially("ka")
        expect(page.locator(f"{HIT}[href*='ideas/faster.html']").first).to_be_visible()


def test_without_the_program_titles_and_summaries_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made(tmp_path)
    monkeypatch.setattr(mkdocs_search, "FEW", 0)
    monkeypatch.setattr(mkdocs_search, "pagefind", lambda: None)
    with caplog.at_level("INFO", "mkdocs.plugins.hero"):
        build(tmp_path, tmp_path / "public")
    index = (tmp_path / "public/search/search_index.json").read_text(encoding="utf-8")
    assert "Make it fast" in index
    assert "Zebrafish" not in index
    assert "hero[search]" in caplog.text


@pytest.mark.prove
def test_ten_thousand_ideas_answer_soon_out_of_few_bytes(
    chromium: Browser, ten_thousand: Path
) -> None:
    """From opening the box, with all letters typed: five times what a page takes, at most six.

    The last questions are of words that nearly all texts have.
    """
    ideas = json.loads((ten_thousand / "search/ideas.json").read_bytes())["ideas"]
    costs = []
    with served(ten_thousand.parent, "site") as address:
        for words in (*(" ".join(ideas[at][1].split()[:3]) for at in LOOKED_FOR), *OFTEN):
            with opened(chromium, address, "wide", "light") as (page, seen):
                costs.append(_asked(page, address, words))
                assert seen.errors == []
    assert max(cost.bytes for cost in costs) < 1_500_000
    assert median(cost.answered / cost.opened for cost in costs) < 5, costs
    assert max(cost.answered / cost.opened for cost in costs) < 6, costs


#: Whose titles are asked for, by their place among the ideas.
LOOKED_FOR = (50, 1200, 3000, 5000, 8000)
#: Words that nearly all texts of `tests.benchmarks.generate` have.
OFTEN = ("ga", "nila belibo", "nila belibo ga calisici na")


class Cost(NamedTuple):
    """Seconds until a page stood there, then until an answer did; the bytes of both."""

    opened: float
    answered: float
    bytes: int


def _asked(page: Page, address: str, words: str) -> Cost:
    """What an answer costs somebody who comes for the first time."""
    sent: list[Request] = []
    page.on("requestfinished", lambda done: sent.append(done))
    start = time.perf_counter()
    page.goto(f"{address}rules/index.html")
    there = time.perf_counter()
    page.keyboard.press("/")
    page.locator(BOX).press_sequentially(words)
    # While it looks, the box shows a way to the table of ideas, which is no answer.
    # Looked for with each frame: what a locator waits for, it looks for each half a second at last.
    page.wait_for_function(
        "hit => document.querySelector(hit)", arg=f"{HIT}:not([href*='words='])", polling="raf"
    )
    answered = time.perf_counter() - there
    return Cost(there - start, answered, sum(each.sizes()["responseBodySize"] for each in sent))
