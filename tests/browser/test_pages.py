"""Every kind of page, on a wide screen and a phone, light and dark, with and without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

KINDS = {
    "home": "index.html",
    "ideas": "ideas/index.html",
    "stage": "ideas/stage--exploring.html",
    "board": "board/index.html",
    "moves": "moves/index.html",
    "follow": "follow/index.html",
    "decisions": "decisions/index.html",
    "decisions-no": "decisions/no.html",
    "pulse": "pulse/index.html",
    "idea": "ideas/no-friday-deploys.html",
    "idea-ended": "ideas/cache-tariff-lookups.html",
    "idea-early": "ideas/who-do-i-ask.html",
    "scorecard": "scorecard/index.html",
    "themes": "themes/index.html",
    "theme": "themes/reliability.html",
    "challenge": "themes/challenge--quiet-nights.html",
    "people": "people/index.html",
    "person": "people/example-grace.html",
    "network": "people/the--network.html",
    "rules": "rules/index.html",
    "rule": "rules/slug-form.html",
    "playbook": "process/index.html",
    "playbook-code": "process/propose.html",
    "playbook-roster": "advocates/index.html",
    "missing": "ideas/nobody-had-this-idea.html",
}
SCREENS = {"wide": (1280, 800), "phone": (375, 740)}
#: WCAG 2.2 at levels A and AA, with all that came before.
STANDARD = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}

Scheme = Literal["light", "dark"]


@dataclass
class Seen:
    """What a page did beside showing itself."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


@contextmanager
def opened(
    chromium: Browser, address: str, screen: str, scheme: Scheme, scripts: bool = True
) -> Iterator[tuple[Page, Seen]]:
    """A fresh page that notes errors and requests to other hosts; such requests go nowhere."""
    width, height = SCREENS[screen]
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    seen = Seen()
    page = context.new_page()

    def note(url: str) -> bool:
        ours = url.startswith((address, "data:", "blob:"))
        if not ours and not url.endswith("/favicon.ico"):
            seen.strangers.append(url)
        return not ours

    page.route(note, lambda route: route.abort())
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on(
        "console",
        lambda said: seen.errors.append(said.text) if said.type == "error" else None,
    )
    try:
        yield page, seen
    finally:
        context.close()


def _errors(seen: Seen, path: str) -> list[str]:
    """What the console says; that a missing page is missing is as it should be."""
    return [e for e in seen.errors if not ("404" in e and path == KINDS["missing"])]


#: These show every colour that pages have; the others are looked at in the dark before a release.
DARK = ("home", "board", "pulse", "idea", "idea-ended", "scorecard", "network", "playbook")
LOOKS = [(kind, "light") for kind in KINDS] + [(kind, "dark") for kind in KINDS if kind in DARK]
LATER = [(kind, "dark") for kind in KINDS if kind not in DARK]


@pytest.mark.parametrize(
    ("kind", "scheme"), [*LOOKS, *(pytest.param(*each, marks=pytest.mark.prove) for each in LATER)]
)
def test_a_page_is_sound(chromium: Browser, address: str, kind: str, scheme: Scheme) -> None:
    path = KINDS[kind]
    with opened(chromium, address, "wide", scheme) as (page, seen):
        page.goto(address + path)
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (background == "rgb(255, 255, 255)") == (scheme == "light")
        for width, height in SCREENS.values():
            page.set_viewport_size({"width": width, "height": height})
            assert _overflow(page) <= 0, f"scrolls sideways at {width} pixels"
            assert _told(Axe().run(page, options=STANDARD).response["violations"]) == ""
        assert _errors(seen, path) == []
        assert seen.strangers == []


def test_pages_read_without_scripts(chromium: Browser, address: str) -> None:
    for screen in SCREENS:
        with opened(chromium, address, screen, "light", scripts=False) as (page, seen):
            for kind, path in KINDS.items():
                seen.errors.clear()
                page.goto(address + path)
                assert page.locator("h1").first.is_visible(), kind
                assert _errors(seen, path) == [], kind
                assert seen.strangers == [], kind
                box = page.locator("main").bounding_box()
                assert box, kind
                assert box["width"] <= SCREENS[screen][0], kind


def test_search_finds_an_idea_by_a_word_of_its_title(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, seen):
        page.goto(f"{address}rules/index.html")
        page.locator("[data-md-component=search-query]").press_sequentially("scheduler")
        result = page.locator("a.md-search-result__link[href*='one-scheduler']").first
        result.wait_for()
        assert "One scheduler for batch jobs" in result.inner_text()
        result.click()
        page.wait_for_url("**/ideas/one-scheduler.html**")
        assert seen.errors == []
        assert seen.strangers == []


def test_the_palette_follows_a_choice_for_good(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, _):
        page.goto(address + KINDS["idea"])
        page.get_by_title("Use the light scheme").click()
        page.get_by_title("Use the dark scheme").click()
        page.goto(address + KINDS["themes"])
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_keyboard_can_skip_to_the_page(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, _):
        page.goto(address + KINDS["idea"])
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#start"


def _overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


def _told(violations: list[dict[str, object]]) -> str:
    """What axe found, short enough to read."""
    return "\n".join(
        f"{each['id']}: {node['html'][:160]} {str(node.get('failureSummary', ''))[:300]}"
        for each in violations
        for node in list(each["nodes"])[:3]  # type: ignore[call-overload]
    )
