"""Similar ideas while one types: those of `hero similar`, at any size, in a place of their own."""

import datetime as dt

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from hero.registry.registry import Registry
from hero.registry.similar import similar
from hero.registry.similarity.texts import texts_of
from hero.site import propose_similar
from hero.site.page import Edition
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.benchmarks.generate import generate
from tests.browser.conftest import ROOT
from tests.browser.proposing import GOOD, PAGE, write
from tests.browser.test_pages import SCREENS, opened

FLAKY = GOOD | {"title": "Quarantine flaky tests"}


def test_the_first_similar_idea_is_mostly_that_of_the_command(
    chromium: Browser, address: str
) -> None:
    held = Registry.read(Folder(ROOT))
    source, agreed, asked = held.source, 0, 0
    with opened(chromium, address, "wide", "light") as (page, _):
        page.goto(address + PAGE)
        page.locator("#propose-title").focus()
        write(page, {"title": next(iter(held.ideas.values())).title})
        expect(page.locator("#propose-similar a").first).to_be_visible()  # The words are there.
        for idea in held.ideas.values():
            some = {"title": idea.title.partition(" ")[2], "problem": idea.problem.split("\n")[0]}
            found = similar(texts_of(some), source)
            if not found:
                continue
            asked += 1
            write(page, some)
            first = page.locator("#propose-similar a").first
            agreed += first.count() > 0 and first.get_attribute("href") == (
                f"../ideas/{found[0].slug}.html"
            )
    assert asked >= 10
    assert agreed >= 0.9 * asked, f"{agreed} of {asked}"


def first_links(page: Page, asked: list[dict[str, str]]) -> list[str]:
    """The slug of the first idea that is shown for each of some texts."""
    found: list[str] = page.evaluate(
        """async asked => {
          const fields = ["title", "problem", "proposal"], found = [];
          const field = name => document.getElementById(`propose-${name}`);
          for (const texts of asked) {
            for (const name of fields) field(name).value = texts[name] || "";
            field("title").dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise(done => setTimeout(done, 160));
            const first = document.querySelector("#propose-similar a");
            found.push(first ? first.pathname.split("/").at(-1).replace(".html", "") : "");
          }
          return found;
        }""",
        asked,
    )
    return found


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """A registry of some size."""
    return Registry.read(Folder(generate(300, tmp_path_factory.mktemp("many"))))


@pytest.mark.parametrize("kept", [None, 300 * 6])
def test_an_idea_pasted_word_for_word_finds_itself(
    chromium: Browser,
    network: str,
    many: Registry,
    monkeypatch: pytest.MonkeyPatch,
    kept: int | None,
) -> None:
    """Also where only a few words of each idea are kept, as in a registry of many thousand."""
    if kept:
        monkeypatch.setattr(propose_similar, "KEPT", kept)
        monkeypatch.setattr(propose_similar, "FEWEST", 1)
    window = Window(many, Edition("0" * 40, dt.date(2026, 11, 20)))
    content = propose_similar.similar_download(window).content
    slugs = list(many.ideas)[7::40]
    with opened(chromium, network, "wide", "light") as (page, _):
        page.route("**/similar.json", lambda route: route.fulfill(body=content))
        page.goto(network + PAGE)
        page.locator("#propose-title").focus()
        write(page, {"title": many.ideas[slugs[0]].title})
        expect(page.locator("#propose-similar a").first).to_be_visible()
        for fields, least in (
            (("title", "problem", "proposal"), 1),
            (("title", "problem"), 0.8),
            (("title",), 0.7),
        ):
            asked = [{name: getattr(many.ideas[slug], name) for name in fields} for slug in slugs]
            found = first_links(page, asked)
            right = sum(one == two for one, two in zip(found, slugs, strict=True))
            assert right >= least * len(slugs), (fields, found)


def test_nothing_moves_when_they_come(chromium: Browser, network: str) -> None:
    for screen in SCREENS:
        with opened(chromium, network, screen, "light") as (page, _):
            page.goto(network + PAGE)
            page.locator("#propose-title").focus()
            expect(page.locator("#propose-like-said")).to_have_text("They show here as you write.")
            problem = page.locator("#propose-problem")
            before = problem.bounding_box()
            write(page, FLAKY)
            expect(page.locator("#propose-similar a")).to_have_count(1)
            assert problem.bounding_box() == before
            said = page.locator("#propose-like-said[role=status]")
            expect(said).to_contain_text("One may say the same")
            expect(page.get_by_role("region", name="Ideas like this")).to_be_visible()
            expect(page.locator("#propose-state")).to_contain_text("Look first at the ideas like")


@pytest.mark.parametrize("times", [1, 9])
def test_where_the_file_does_not_come_it_is_asked_once_more(
    chromium: Browser, network: str, times: int
) -> None:
    asked = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) <= times:
            route.fulfill(status=503)
        else:
            route.continue_()

    with opened(chromium, network, "wide", "light") as (page, _):
        page.route("**/similar.json", answer)
        page.goto(network + PAGE)
        page.locator("#propose-title").focus()
        page.wait_for_timeout(200)
        assert len(asked) == 1
        write(page, FLAKY)
        if times == 1:
            expect(page.locator("#propose-similar a")).to_have_count(1)
        else:
            expect(page.locator("#propose-like-said")).to_contain_text("could not be read")
            way = page.locator("#propose-like-said a")
            expect(way).to_have_attribute("href", "../ideas/index.html")
        write(page, {"benefit": "Another."})
        page.wait_for_timeout(200)
        assert len(asked) == 2
        expect(page.locator("#propose-ways a")).to_have_count(2)
