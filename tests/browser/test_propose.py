"""The propose page: what it writes is what Hero reads, and it leads where it says."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.similar import similar
from hero.registry.similarity.texts import texts_of
from hero.technology.folder import Folder
from hero.technology.mkdocs_build import build
from tests.browser.conftest import ROOT, served
from tests.browser.test_pages import SCREENS, STANDARD, Scheme, _told, opened
from tests.site.memory import IDEA, POLICIES, registry

PAGE = "process/propose.html"
GOOD = {
    "title": "Warm the cache early",
    "theme": "speed",
    "problem": "Builds wait for it.",
    "proposal": "Fill it at six.",
    "benefit": "Twenty people wait less.",
    "proposers": "bea",
}
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


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that is no example, with one idea and the form."""
    root = tmp_path_factory.mktemp("network")
    texts = POLICIES | {
        "ideas/2026/faster.yml": IDEA,
        "ideas/2026/tests.yml": IDEA.replace("Make it faster", "Quarantine flaky tests"),
        "ideas/2026/locks.yml": IDEA.replace("Make it faster", "Renew all locker keys"),
        "playbooks/process/propose.md": "# Propose\n\n<!-- hero: propose-form -->\n",
        "mkdocs.yml": (ROOT / "mkdocs.yml").read_text(encoding="utf-8"),
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    build(root, root / "public" / "site")
    with served(root / "public", "site") as address:
        yield address


def write(page: Page, texts: Mapping[str, str]) -> None:
    """Put texts into fields as they are; what typing would do to them is not asked here."""
    page.evaluate(
        """texts => { for (const [name, text] of Object.entries(texts)) {
        const field = document.getElementById("hero-propose").elements.namedItem(name);
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true })); } }""",
        dict(texts),
    )
    page.wait_for_timeout(200)


def read(text: str) -> Idea:
    """The file as Hero reads it; no problem is let through."""
    return registry({"new": text}).ideas["new"]


def file(page: Page) -> str:
    """The file that the page shows."""
    return str(page.locator("#propose-file").text_content())


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


def test_it_ends_in_a_link_to_a_new_file_and_to_the_issue_form(
    chromium: Browser, network: str
) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        expect(page.locator("#propose-ways a")).to_have_count(0)
        write(page, GOOD)
        new_file, form = _links(page)
        assert urlsplit(new_file).path.startswith("/test-org/ideas/new/main/ideas/20")
        asked = parse_qs(urlsplit(new_file).query)
        assert asked["filename"] == ["warm-the-cache-early.yml"]
        assert asked["value"] == [file(page)]
        assert read(asked["value"][0]).title == GOOD["title"]
        asked = parse_qs(urlsplit(form).query)
        assert (asked["template"], asked["theme"]) == (["idea.yml"], ["Speed"])
        write(page, GOOD | {"problem": "It is slow. " * 700})
        new_file, form = _links(page)
        assert max(len(new_file), len(form)) <= 6000
        assert "value" not in parse_qs(urlsplit(new_file).query)
        expect(page.locator("#propose-state")).to_contain_text("too long for a link: copy")


def _links(page: Page) -> list[str]:
    found: list[str] = page.locator("#propose-ways a").evaluate_all("all => all.map(a => a.href)")
    return found


#: What is wrong, where that is said, and what.
WRONG = (
    ({"title": "b" * 81}, "title", "title has 81 characters; at most 80 fit. Shorten it by 1."),
    ({"title": " "}, "title", "The field title is missing."),
    ({"proposal": ""}, "proposal", "The field proposal is missing."),
    ({"problem": "turned \u202e around"}, "problem", "turns the direction"),
    ({"problem": "bell \u0007"}, "problem", "control character"),
    ({"proposers": "two--hyphens"}, "proposers", "two--hyphens is no login"),
    ({"slug": "Not A Slug"}, "slug", "Not A Slug has another form"),
    ({"slug": "con"}, "slug", "con has another form"),
    ({"slug": "faster"}, "slug", "There is an idea by the name faster"),
    ({"title": "汉字 汉字"}, "slug", "The title has no letters that a file's name can take"),
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


def test_a_draft_stays_until_it_is_cleared(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        write(page, GOOD)
        before = file(page)
        page.reload()
        expect(page.locator("#propose-said")).to_contain_text("draft of last time")
        assert file(page) == before
        page.locator("#propose-clear").click()
        assert page.locator("#propose-title").input_value() == ""
        assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('hero'))") == []
        page.reload()
        assert page.locator("#propose-problem").input_value() == ""


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


def test_an_example_leads_to_no_forge_and_copies(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, seen):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(address + PAGE)
        write(page, GOOD | {"theme": "delivery"})
        expect(page.locator("#propose-state")).to_contain_text("no forge to send it to")
        expect(page.locator("#propose-ways a")).to_have_count(0)
        page.locator("#propose-copy").click()
        expect(page.locator("#propose-said")).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()") == file(page)
        assert seen.errors == []


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


def test_without_scripts_both_other_ways_are_said(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "phone", "light", scripts=False) as (page, _):
        page.goto(network + PAGE)
        assert not page.locator("#hero-propose").is_visible()
        assert page.get_by_role("link", name="Open the issue form").is_visible()
        ways = page.locator("noscript li")
        assert [way.is_visible() for way in ways.all()] == [True, True]
        assert "A new file on the forge" in ways.last.inner_text()


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
