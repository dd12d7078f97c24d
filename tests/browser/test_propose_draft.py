"""The draft: it stays in the browser, is one for all tabs, and nothing of it is lost by mistake."""

import json
import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.proposing import GOOD, PAGE, file, write
from tests.browser.test_pages import opened

HELD = "JSON.parse(localStorage.getItem('hero-draft:test-org/ideas'))"


def value(page: Page, name: str) -> str:
    """What stands in a field."""
    return page.locator(f"#propose-{name}").input_value()


def test_a_draft_stays_until_it_is_cleared(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        expect(page.locator("#propose-stays")).to_contain_text("stays in this browser")
        write(page, GOOD)
        before = file(page)
        page.reload()
        expect(page.locator("#propose-kept")).to_contain_text("draft of last time")
        assert file(page) == before
        page.locator("#propose-clear").click()
        assert value(page, "title") == ""
        assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('hero'))") == []
        page.reload()
        assert value(page, "problem") == ""
        expect(page.locator("#propose-kept")).to_be_empty()


def test_what_was_cleared_can_be_brought_back_by_keyboard(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        undo = page.locator("#propose-undo")
        write(page, GOOD)
        before = file(page)
        assert not undo.is_visible()
        page.locator("#propose-clear").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#propose-kept")).to_contain_text("The draft is gone. Undo")
        assert page.locator("#propose-kept").get_attribute("role") == "status"
        write(page, {"title": "Another"})
        page.locator("#propose-clear").focus()
        page.keyboard.press("Tab")
        expect(undo).to_be_focused()
        page.keyboard.press("Enter")
        assert file(page) == before
        page.keyboard.press("Enter")  # And back, since something else had been written.
        assert value(page, "title") == "Another"
        page.keyboard.press("Enter")
        page.reload()
        assert file(page) == before


def test_what_nobody_wrote_is_no_draft(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        page.locator("#propose-title").focus()
        page.keyboard.type("a")
        page.wait_for_timeout(300)
        assert page.evaluate(f"{HELD}.title") == "a"
        page.keyboard.press("Backspace")
        page.wait_for_timeout(300)
        assert page.evaluate("localStorage.getItem('hero-draft:test-org/ideas')") is None
        page.reload()
        expect(page.locator("#propose-kept")).to_be_empty()


def test_what_is_filled_in_is_never_folded_away(chromium: Browser, network: str) -> None:
    for name, text in (("first_step", "Try."), ("challenge", "quiet")):
        with opened(chromium, network, "wide", "light") as (page, _):
            page.goto(network + PAGE)
            assert not page.locator(f"#propose-{name}").is_visible()
            write(page, {name: text})
            page.reload()
            assert page.locator(f"#propose-{name}").is_visible()
            assert value(page, name) == text


def test_two_tabs_share_one_draft_and_lose_nothing(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        write(page, GOOD | {"title": "Mine"})
        other = page.context.new_page()
        other.goto(network + PAGE)
        write(other, {"title": "Theirs", "problem": "Another one."})
        expect(page.locator("#propose-title")).to_have_value("Theirs")
        assert value(page, "problem") == "Another one."
        expect(page.locator("#propose-kept")).to_contain_text("Another tab has changed the draft")
        write(other, {"title": "Theirs, longer"})
        expect(page.locator("#propose-title")).to_have_value("Theirs, longer")
        page.locator("#propose-undo").click()
        assert value(page, "title") == "Mine"
        assert value(page, "problem") == GOOD["problem"]
        expect(other.locator("#propose-title")).to_have_value("Mine")


def test_after_a_way_out_clearing_is_offered(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.route(re.compile("^https://"), lambda route: route.fulfill(body="the forge"))
        page.goto(network + PAGE)
        clear = page.locator("#propose-clear")
        write(page, GOOD)
        expect(clear).to_have_text("Clear the draft")
        page.locator("#propose-ways a").first.click()
        page.wait_for_url(re.compile("^https://"))
        page.goto(network + PAGE)
        expect(clear).to_have_text("Sent it? Clear the draft")
        assert value(page, "title") == GOOD["title"]
        write(page, {"title": "Warm the cache later"})
        expect(clear).to_have_text("Clear the draft")


def test_a_browser_that_keeps_nothing_is_not_said_to_keep_it(
    chromium: Browser, network: str
) -> None:
    blocked = "get() { throw new DOMException('no', 'SecurityError'); }"
    full = (
        "value: { getItem: () => null, removeItem: () => {},"
        " setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } }"
    )
    for how in (blocked, full):
        with opened(chromium, network, "wide", "light") as (page, _):
            page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{{how}}})")
            page.goto(network + PAGE)
            expect(page.locator("#propose-stays")).to_contain_text("This browser keeps nothing")
            page.locator("#propose-title").focus()
            write(page, GOOD | {"title": "Quarantine flaky tests"})
            expect(page.locator("#propose-ways a")).to_have_count(2)
            alike = page.locator("#propose-similar a").first
            expect(alike).to_have_attribute("target", "_blank")


def test_a_link_says_what_the_idea_is_for(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + "themes/challenge--quiet.html")
        page.get_by_role("link", name="Propose an answer").click()
        page.wait_for_url("**/propose.html?challenge=quiet#write-it-here")
        assert value(page, "challenge") == "quiet"
        assert page.locator("#propose-challenge").is_visible()
        expect(page.locator("#propose-for")).to_contain_text("the challenge “Quiet nights”")
        # What was changed since stays, until somebody comes by another link.
        write(page, GOOD | {"challenge": "", "theme": "index"})
        page.reload()
        assert (value(page, "challenge"), value(page, "theme")) == ("", "index")
        page.goto(network + "themes/speed.html")
        page.get_by_role("link", name="Propose an idea for this theme").click()
        page.wait_for_url("**/propose.html?theme=speed#write-it-here")
        assert (value(page, "theme"), value(page, "title")) == ("speed", GOOD["title"])


def test_a_link_fills_in_only_what_there_is(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, seen):
        page.goto(
            f"{network}{PAGE}?challenge=%3Cimg%3E&theme=nonsense&title=Hello&slug=x&__proto__=y"
        )
        assert [value(page, name) for name in ("title", "theme", "challenge", "slug")] == [
            "", "unsure", "", ""
        ]  # fmt: skip
        expect(page.locator("#propose-for")).to_be_empty()
        assert seen.errors == []


def test_a_broken_draft_is_none(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, seen):
        for held in ("{", "null", "[1]", '"text"', json.dumps({"title": 7, "theme": "gone"})):
            page.goto(network + PAGE)
            page.evaluate("text => localStorage.setItem('hero-draft:test-org/ideas', text)", held)
            page.reload()
            assert page.locator("#hero-propose").is_visible()
            assert (value(page, "title"), value(page, "theme")) == ("", "unsure")
        assert seen.errors == []
