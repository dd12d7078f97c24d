"""The idea browser: facets, words, state in the address, by keyboard and without scripts."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served
from tests.browser.few import TITLE
from tests.browser.test_pages import SCREENS, STANDARD, Scheme, _told, opened

PAGE = "ideas/index.html"
ROWS = "#find-results tbody tr"
TITLES = f"{ROWS} td:first-child > a"


def begin(page: Page, address: str) -> None:
    """Open the page and wait for the browser of ideas."""
    page.goto(address)
    expect(page.locator("#find-words")).to_be_visible()


def shown(page: Page) -> list[str]:
    """The titles in the table of what fits."""
    found: list[str] = page.locator(TITLES).all_inner_texts()
    return found


def test_choices_leave_what_fits_and_the_address_keeps_them(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, address, "wide", "light") as (page, seen):
        begin(page, address + PAGE)
        expect(page.locator("#all-ideas")).to_be_visible()
        all_of_them = int(re.sub(r"\D", "", page.locator("#find-count").inner_text()))
        option = page.locator("#find-stage option[value=exploring]")
        counted = int(re.findall(r"\((\d+)\)", option.inner_text())[0])
        page.locator("#find-stage").select_option("exploring")
        expect(page.locator("#find-count")).to_have_text(f"{counted} of {all_of_them} ideas")
        expect(page.locator(ROWS)).to_have_count(counted)
        expect(page.locator("#all-ideas")).to_be_hidden()
        titles = shown(page)
        expect(page).to_have_url(re.compile(r"\?stage=exploring$"))
        page.locator(TITLES).first.click()
        expect(page.locator("h1").first).to_have_text(titles[0])
        page.go_back()
        expect(page.locator("#find-stage")).to_have_value("exploring")
        assert shown(page) == titles
        page.get_by_role("button", name="Clear all").click()
        expect(page.locator("#all-ideas")).to_be_visible()
        expect(page).to_have_url(re.compile(f"{PAGE}$"))
        assert (seen.errors, seen.strangers) == ([], [])


def test_counts_follow_the_other_choices(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, _):
        begin(page, f"{address}{PAGE}?stage=exploring")
        themes = page.locator("#find-theme option:not([value=''])")
        for option in themes.all():
            value, text = option.get_attribute("value"), option.inner_text()
            count = int(re.findall(r"\((\d+)\)$", text)[0])
            assert option.is_disabled() == (count == 0)
            if count:
                page.locator("#find-theme").select_option(value)
                expect(page.locator(ROWS)).to_have_count(count)


def test_words_are_found_and_marked_without_their_accents(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "wide", "light") as (page, seen):
        begin(page, few + PAGE)
        for words, title, marks in (
            ("cafe", "Café queues", ["Café"]),
            ("ZEBRA cross", "Zebra crossings", ["Zebra", "cross"]),
            ("onerror", TITLE, ["onerror"]),
            ("strasse", TITLE, ["Straße"]),
            ("lodz", "Trams of Łódź", ["Łódź"]),
            ("ZIELINSKI nightly", "Trams of Łódź", None),
            ("trams-of", "Trams of Łódź", None),
            ("STRASSE i̇", TITLE, None),
        ):
            page.locator("#find-words").fill(words)
            expect(page.locator(TITLES).first).to_have_text(title)
            if marks:
                expect(page.locator(f"{TITLES} mark")).to_have_text(marks)
        assert page.evaluate("window.hurt") is None
        assert page.locator("#find-results img").count() == 0
        page.locator("#find-words").fill("zebra")
        expect(page.locator(TITLES)).to_have_text(["Zebra crossings"])
        page.locator(TITLES).first.click()
        page.wait_for_url("**/ideas/index--.html")
        assert (seen.errors, seen.strangers) == ([], [])


def test_order_and_nothing_found(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "phone", "light") as (page, _):
        begin(page, f"{few}{PAGE}?sort=title")
        titles = shown(page)
        assert titles.index("Café queues") < titles.index("Zebra crossings")
        page.locator("#find-sort").select_option("new")
        expect(page.locator(TITLES).first).to_have_text("Zebra crossings")
        page.locator("#find-words").fill("nobody wrote this")
        expect(page.locator("#find-results")).to_contain_text("No idea fits all of this")
        expect(page.locator("#find-count")).to_have_text("0 of 4 ideas")


def test_an_address_that_somebody_made_up_does_no_harm(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "wide", "light") as (page, seen):
        made_up = "stage=%3Cimg%3E&theme=nobody&age=x&sort=constructor&words=caf%C3%A9"
        begin(page, f"{few}{PAGE}?{made_up}")
        expect(page.locator(TITLES)).to_have_text(["Café queues"])
        expect(page.locator("#find-stage")).to_have_value("")
        assert (seen.errors, seen.strangers) == ([], [])


def test_a_keyboard_alone_is_enough(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "wide", "light") as (page, _):
        begin(page, few + PAGE)
        page.locator("#find-words").focus()
        page.keyboard.type("e")
        page.keyboard.press("Enter")
        met: list[str] = []
        while "find-stage" not in met and len(met) < 6:
            page.keyboard.press("Tab")
            met.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        assert met == ["find-sort", "BUTTON", "SUMMARY", "find-stage"]
        page.keyboard.type("Try")
        expect(page.locator(TITLES)).to_have_text(["Zebra crossings"])
        page.get_by_role("button", name="Clear all").focus()
        page.keyboard.press("Space")
        expect(page.locator("#find-words")).to_be_focused()
        expect(page.locator("#find-stage")).to_have_value("")


def test_without_scripts_the_table_is_there(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "phone", "light", scripts=False) as (page, _):
        page.goto(few + PAGE)
        assert not page.locator("[data-hero-find]").is_visible()
        assert page.locator("#all-ideas tbody tr").count() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(chromium: Browser, address: str, scheme: Scheme) -> None:
    with opened(chromium, address, "wide", scheme) as (page, seen):
        begin(page, f"{address}{PAGE}?words=the")
        expect(page.locator(f"{ROWS} mark").first).to_be_visible()
        for width, height in SCREENS.values():
            page.set_viewport_size({"width": width, "height": height})
            assert _told(Axe().run(page, options=STANDARD).response["violations"]) == ""
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert (seen.errors, seen.strangers) == ([], [])


@pytest.mark.prove
def test_ten_thousand_ideas_stay_quick(chromium: Browser, ten_thousand: Path) -> None:
    now = "performance.now()"
    with (
        served(ten_thousand.parent, "site") as address,
        opened(chromium, address, "wide", "light") as (page, _),
    ):
        page.goto(f"{address}ideas/page--2.html")
        bare = page.evaluate(now)
        begin(page, address + PAGE)
        ready = page.evaluate(now)
        start = page.evaluate(now)
        page.locator("#find-stage").select_option("exploring")
        expect(page.locator("#find-count")).to_contain_text("of 10,000")
        filtered = page.evaluate(now) - start
    assert ready < 5 * bare
    assert filtered < 5 * bare
