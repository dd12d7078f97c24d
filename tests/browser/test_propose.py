"""The propose page: what it writes is what Hero reads, and it leads where it says."""

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect

from tests.browser.proposing import GOOD, PAGE, file, read, write
from tests.browser.test_pages import SCREENS, STANDARD, Scheme, _told, opened

#: What people paste and what strangers try. A text comes back but for blanks around it.
TEXTS = (
    'Say "no": it\'s \\ {odd}, [really] # not a comment',
    "- a list\n- of two\n\n  and a paragraph: with colon",
    "---\ntitle: another\n...",
    "    four blanks first\nthen none",
    "\ttab first\n\ttab again\tand inside",
    "blank line follows\n   \nand a last",
    "👩🏽\u200d💻 emoji, nbsp\u00a0here, \u2028 line separator, \ufeff mark",
    "</script><img src=x onerror=hurt=1> {{ 7*7 }} ${x} `tick` %20 & *anchor !tag",
    "null",
    "| literal\n> folded",
    "# heading\n\n```yaml\nkey: |\n  value\n```",
    "trailing colon:",
    "汉字 और हिन्दी עברית",
)
TITLES = (
    "no",
    "true",
    "2026-11-23",
    "1e3",
    "- dash",
    "a: b #c",
    '"quoted" \\ back',
    "@at `tick`",
    "👍 yes, [all] of {it}",
    "~",
    "what's up?",
    "*star & !bang",
    "ends with colon:",
)


def test_a_file_says_what_was_written(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, seen):
        page.goto(network + PAGE)
        for text in TEXTS:
            write(page, GOOD | {"problem": text, "benefit": text, "first_step": f"\n\n{text}\n\n"})
            idea = read(file(page))
            for held in (idea.problem, idea.benefit, idea.first_step or ""):
                assert held.rstrip("\n") == text, (text, held)
        for title in TITLES:
            write(page, GOOD | {"title": title, "proposers": "bea, @no 0x1 1-2"})
            idea = read(file(page))
            assert idea.title == title
            assert idea.proposers == ("bea", "no", "0x1", "1-2")
        assert page.evaluate("window.hurt") is None
        assert page.locator("#hero-propose img").count() == 0
        assert seen.errors == []
        assert seen.strangers == []


#: What is wrong, where that is said, and what.
TOKEN = "ghp_" + "a1B2" * 9
WRONG = (
    ({"title": "b" * 81}, "title", "Title has 81 characters; at most 80 fit. Shorten it by 1."),
    ({"title": " "}, "title", "Title is missing. What it is, in a few words"),
    ({"proposal": ""}, "proposal", "Proposal is missing. What should we do about it?"),
    ({"benefit": ""}, "benefit", "Benefit is missing. Who gains, and how would we notice?"),
    ({"problem": "turned \u202e around"}, "problem", "turns the direction"),
    ({"problem": "bell \u0007"}, "problem", "control character"),
    ({"problem": "[x](JavaScript:alert(1))"}, "problem", "a link that begins with javascript:"),
    ({"problem": "TODO"}, "problem", "still what a template says"),
    ({"proposal": "  What should we do  about it?"}, "proposal", "still what a template says"),
    ({"benefit": f"with {TOKEN}"}, "benefit", "looks like a secret (GitHub token)"),
    ({"proposers": "two--hyphens"}, "proposers", "two--hyphens is no login"),
    ({"proposers": "bea Your-Login"}, "proposers", "Your-Login stands where a login belongs"),
    ({"slug": "Not A Slug"}, "slug", "Not A Slug has another form"),
    ({"slug": "con"}, "slug", "con has another form"),
    ({"slug": "faster"}, "slug", "There is an idea by the name faster already"),
    ({"title": "汉字 汉字"}, "slug", "No name can be made of 汉 字 in the title. Write one of"),
    ({"title": "👍 !"}, "slug", "The title has no letters to make a name of. Write one of"),
)
#: What only looks like it.
RIGHT = (
    {"problem": "`[x](javascript:alert(1))` is code, as is\n\n    [x](javascript:alert(1))"},
    {
        "problem": "これは TODO です",
        "proposal": "Nothing yet does it all.",
        "proposers": "username2",
    },
    {"benefit": "No more ghp_short tokens.", "slug": "console"},
)


def test_what_is_wrong_is_said_beside_the_field(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "phone", "light") as (page, _):
        page.goto(network + PAGE)
        page.locator("#propose-title").focus()  # Fetches the names that are taken.
        for wrong, name, said in WRONG:
            write(page, {"slug": ""} | GOOD | wrong)
            page.locator("#propose-benefit").focus()
            expect(page.locator(f"#fault-{name}")).to_contain_text(said)
            expect(page.locator(f"#propose-{name}")).to_have_attribute("aria-invalid", "true")
            expect(page.locator("#propose-ways a")).to_have_count(0)
        for right in RIGHT:
            write(page, {"slug": ""} | GOOD | right)
            expect(page.locator("#propose-ways a")).to_have_count(2)
        expect(page.locator("#propose-state")).to_contain_text("The check has the last word")


@pytest.mark.parametrize("title", ["汉字", "👍", "Faster"])
def test_a_fresh_page_says_what_is_wrong_with_the_name(
    chromium: Browser, network: str, title: str
) -> None:
    """Nobody has been at the name's own field: it follows the title."""
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        expect(page.locator("#fault-slug")).to_be_empty()
        page.locator("#propose-title").focus()
        write(page, GOOD | {"title": title})
        expect(page.locator("#propose-state")).to_contain_text(
            "One thing is still to be done: Name"
        )
        expect(page.locator("#fault-slug")).to_contain_text("Write ")


def test_a_click_is_not_lost_when_a_fault_comes_up(chromium: Browser, network: str) -> None:
    """The fault of the field that is left would move what is aimed at."""
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        page.set_viewport_size({"width": 1280, "height": 2400})
        fault = page.locator("#fault-proposers")
        for target, happened in (
            ("#propose-copy", page.locator("#propose-said", has_text="Copied")),
            ("#propose-clear", page.locator("#propose-undo:not([hidden])")),
            ("summary:text('How the page will look')", page.locator("#propose-preview")),
        ):
            page.reload()
            page.evaluate("navigator.clipboard.writeText = async () => {}")
            write(page, {"title": "Warm it"})
            page.locator("#propose-proposers").focus()
            box = page.locator(target).bounding_box()
            assert box
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 3)
            page.mouse.down()
            page.wait_for_timeout(200)
            expect(fault).to_be_empty()
            page.mouse.up()
            expect(happened).to_be_visible()
            if target != "#propose-clear":
                expect(fault).to_contain_text("is missing")


def test_a_keyboard_alone_is_enough(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        page.locator("#propose-title").focus()
        for text in (GOOD["title"], "s", GOOD["problem"], GOOD["proposal"], GOOD["benefit"]):
            page.keyboard.type(text)
            page.keyboard.press("Tab")
        page.keyboard.press("Tab")  # Over what may be left out.
        page.keyboard.type("bea")
        expect(page.locator("#propose-ways a")).to_have_count(2)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent").startswith("Open it on the")


@pytest.mark.parametrize("how", ["switched off", "lost"])
def test_without_the_script_both_other_ways_are_said(
    chromium: Browser, network: str, how: str
) -> None:
    with opened(chromium, network, "phone", "light", scripts=how == "lost") as (page, _):
        page.route("**/hero-propose.js*", lambda route: route.abort())
        page.goto(network + PAGE)
        assert not page.locator("#hero-propose").is_visible()
        assert page.get_by_role("link", name="Open the issue form").is_visible()
        ways = page.locator("#propose-without li")
        assert [way.is_visible() for way in ways.all()] == [True, True]
        assert "A new file on the forge" in ways.last.inner_text()
    with opened(chromium, network, "phone", "light") as (page, _):
        page.goto(network + PAGE)
        assert page.locator("#hero-propose").is_visible()
        assert not page.locator("#propose-without").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(chromium: Browser, network: str, scheme: Scheme) -> None:
    with opened(chromium, network, "wide", scheme) as (page, seen):
        page.goto(network + PAGE)
        page.locator("#propose-title").focus()
        write(page, GOOD | {"title": "Quarantine flaky tests", "problem": "", "slug": "faster"})
        expect(page.locator("#propose-similar a")).to_have_count(1)
        page.locator("#hero-propose details").evaluate_all("all => all.map(e => e.open = true)")
        for width, height in SCREENS.values():
            page.set_viewport_size({"width": width, "height": height})
            violations: Any = Axe().run(page, options=STANDARD).response["violations"]
            assert _told(violations) == ""
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert seen.errors == []
        assert seen.strangers == []
        assert json.loads(str(page.locator("form[data-hero-settings]").get_attribute(
            "data-hero-settings")))["key"] == "hero-draft:test-org/ideas"  # fmt: skip
