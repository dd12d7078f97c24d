"""How the pages about the whole look: one screen, light and dark, the reader's colours, paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from hero.site.pulse.page import CHARTS
from tests.browser.test_pages import STANDARD

PAGES = (
    "index.html",
    "board/index.html",
    "moves/index.html",
    "decisions/no.html",
    "pulse/index.html",
)
#: The brightness of a colour from 0 to 1, near enough to tell light from dark.
BRIGHTNESS = """colour => {
  const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
  return (0.3 * r + 0.6 * g + 0.1 * b) / 255;
}"""


@contextmanager
def opened(chromium: Browser, address: str, **how: Any) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, **how)
    try:
        page = context.new_page()
        page.goto(address)
        yield page
    finally:
        context.close()


def colour(page: Page, selector: str, what: str) -> float:
    found = page.locator(selector).first.evaluate(f"each => getComputedStyle(each).{what}")
    return float(page.evaluate(f"({BRIGHTNESS})({found!r})"))


def test_home_is_one_screen(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "index.html") as page:
        box = page.locator(".hero-grid").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 800
        for heading in ("What moved last, and why", "In use, and what changed", "Open challenge"):
            assert page.get_by_role("heading", name=heading).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_follow_light_and_dark(chromium: Browser, address: str, scheme: Any) -> None:
    with opened(chromium, address + "pulse/index.html", color_scheme=scheme) as page:
        assert page.locator("svg.hero-chart").count() == len(CHARTS)
        ground = colour(page, "body", "backgroundColor")
        words, grid = (colour(page, each, what) for each, what in CHARTED)
        assert abs(words - ground) > 0.6
        assert 0.05 < abs(grid - ground) < 0.3
        assert (ground > 0.5) == (scheme == "light")


CHARTED = ((".hero-chart text", "fill"), (".hero-chart__grid", "stroke"))


@pytest.mark.parametrize("path", PAGES)
def test_the_readers_own_colours_are_enough(chromium: Browser, address: str, path: str) -> None:
    with opened(chromium, address + path, forced_colors="active", color_scheme="dark") as page:
        found = Axe().run(page, options=STANDARD).response["violations"]
        assert [each["id"] for each in found] == []
        if path.startswith("pulse"):
            fills = {
                page.locator(f".hero-chart .hero-fill--{look}").first.evaluate(
                    "each => { const s = getComputedStyle(each); return s.fill + s.fillOpacity; }"
                )
                for look in ("active1", "active2", "active4", "good", "ended")
            }
            assert len(fills) == 5


@pytest.mark.parametrize("path", PAGES)
def test_paper_is_light_in_every_scheme(chromium: Browser, address: str, path: str) -> None:
    with opened(chromium, address + path, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert colour(page, "body", "backgroundColor") > 0.95
        assert colour(page, "h1", "color") < 0.3
        assert colour(page, ".md-content p", "color") < 0.5
        if path.startswith("pulse"):
            assert colour(page, ".hero-chart text", "fill") < 0.3
            assert page.locator(".hero-figure td").first.is_visible()
        if path != "index.html":
            assert not page.locator(".hero-views").is_visible()


def test_numbers_open_with_the_keyboard_and_download(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "pulse/index.html") as page:
        part = page.locator("section[aria-labelledby=throughput]")
        assert not part.locator("table").is_visible()
        part.locator("summary").focus()
        page.keyboard.press("Enter")
        part.locator("table").wait_for()
        with page.expect_download() as waiting:
            part.get_by_role("link", name="Numbers as CSV").click()
        text = waiting.value.path().read_text(encoding="utf-8")
        assert text.startswith("Quarter,Came in,Decided for good,Into use,as_of,commit\n")
        shown = part.locator("tbody tr").count()
        assert len(text.splitlines()) == shown + 1


def test_the_board_is_columns_or_on_a_phone_a_list(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "board/index.html") as page:
        first, second = (page.locator(".hero-column").nth(number) for number in (0, 1))
        for width, beside in ((1280, True), (390, False)):
            page.set_viewport_size({"width": width, "height": 800})
            one, two = first.bounding_box(), second.bounding_box()
            assert one
            assert two
            assert (one["y"] == two["y"]) == beside
            assert page.locator(".hero-board__jump").is_visible() != beside
        page.locator(".hero-board__jump a").last.click()
        assert page.evaluate("location.hash").startswith("#stage-")
