"""What a reader's settings ask for is done: own colours, calm, paper. No text disappears."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.test_looks import opened

PAGES = {
    "home": "index.html",
    "ideas": "ideas/index.html",
    "idea": "ideas/no-friday-deploys.html",
    "board": "board/index.html",
    "pulse": "pulse/index.html",
}
#: Texts whose colour is too near to what is behind them, by the contrast of WCAG 2.2.
FAINT = """() => {
  const rgba = words => (words.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(each => each / 255)
    .map(each => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, n) => sum + each * [0.2126, 0.7152, 0.0722][n], 0);
  const clear = words => rgba(words)[3] === 0 || words === "transparent";
  const faint = [];
  let texts = 0;
  for (const each of document.querySelectorAll("main *")) {
    const own = [...each.childNodes].some(one => one.nodeType === 3 && one.data.trim());
    const box = each.getBoundingClientRect();
    if (!own || box.width < 2 || !each.checkVisibility({visibilityProperty: true})) continue;
    texts += 1;
    const ink = rgba(getComputedStyle(each)[each.closest("svg") ? "fill" : "color"]);
    let behind = each;
    while (behind.parentElement && clear(getComputedStyle(behind).backgroundColor))
      behind = behind.parentElement;
    const ground = getComputedStyle(behind).backgroundColor;
    const paper = clear(ground) ? getComputedStyle(document.body).backgroundColor : ground;
    const [one, two] = [light(ink), light(rgba(paper))].sort((a, b) => b - a);
    if ((one + 0.05) / (two + 0.05) < 4.5)
      faint.push(`${each.tagName}.${each.getAttribute("class")}: ${each.textContent.slice(0, 30)}`);
  }
  return [texts, faint];
}"""
#: Lines and areas of charts that have no colour of their own, or that of the page.
UNDRAWN = """() => {
  const page = getComputedStyle(document.body).backgroundColor;
  const marks = [...document.querySelectorAll(
    ".hero-chart :is(path, rect, line, circle, polyline)")];
  const gone = marks.filter(each => {
    const style = getComputedStyle(each);
    const seen = (ink, opacity) => ink !== "none" && ink !== page && Number(opacity) > 0;
    return !seen(style.stroke, style.strokeOpacity) && !seen(style.fill, style.fillOpacity);
  });
  return [marks.length, gone.map(each => each.outerHTML.slice(0, 120))];
}"""
#: Parts of ours that move or fade.
MOVING = """() => [...document.querySelectorAll("main *")].filter(each => {
  const style = getComputedStyle(each);
  const lasts = style.transitionDuration.split(",").some(one => parseFloat(one) > 0.01);
  return (each.getAttribute("class") || "").includes("hero-")
    && (lasts || style.animationName !== "none");
}).map(each => each.getAttribute("class"))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_texts_and_charts_stay_in_the_readers_own_colours(
    chromium: Browser, address: str, kind: str, scheme: Any
) -> None:
    with opened(
        chromium, address + PAGES[kind], forced_colors="active", color_scheme=scheme
    ) as page:
        texts, faint = page.evaluate(FAINT)
        assert texts > 20
        assert faint == []
        marks, undrawn = page.evaluate(UNDRAWN)
        assert undrawn == []
        assert (marks > 50) == (kind == "pulse")


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_moves_for_who_wants_it_calm(chromium: Browser, address: str, kind: str) -> None:
    with opened(chromium, address + PAGES[kind], reduced_motion="reduce") as page:
        assert page.evaluate(MOVING) == []
        assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("path", [*PAGES.values(), "follow/index.html", "process/propose.html"])
def test_paper_has_every_text_in_ink(chromium: Browser, address: str, path: str) -> None:
    with opened(chromium, address + path, color_scheme="dark") as page:
        page.emulate_media(media="print")
        # Colours go over to the others; paper shows the end of that.
        page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")
        texts, faint = page.evaluate(FAINT)
        assert texts > 20
        assert faint == []
        # Nobody presses anything there.
        assert page.locator(".md-content button:visible").count() == 0
