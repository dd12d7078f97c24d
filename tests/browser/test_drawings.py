"""What is drawn is read: no label is cut off, none too small, none lies on another."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from hero.registry.registry import Registry
from hero.site.network import network_page
from hero.site.pieces import Pieces
from hero.site.pulse.page import pulse_page
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.browser.conftest import ROOT
from tests.culture.made import idea, people
from tests.culture.made import registry as made
from tests.site.memory import EDITION, PIPELINE
from tests.site.test_pulse import SEVERAL, window

LOOKS = "".join(
    (files("hero.site") / f"theme/assets/{name}.css").read_text()
    for name in ("hero", "hero-idea", "hero-flow", "hero-culture")
)
#: Long words, of letters that are wide, and short ones.
UNITS = ("legal-and-compliance", "w" * 40, "it", "people-and-culture", "mmmmmmmmmmmm-mmmmmmmmmmmm")
LONG = PIPELINE.replace("name: Trying", "name: Waiting for Somebody Who Knows")
#: Words beyond their picture by more than a unit, how small the smallest are, and what overlaps.
FOUND = """() => {
  const svgs = [...document.querySelectorAll("svg")].filter(s => s.querySelector("text"));
  const cut = [], sizes = [], over = [];
  for (const svg of svgs) {
    const { width, height } = svg.viewBox.baseVal;
    const boxes = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBBox()]);
    for (const [text, b] of boxes) {
      if (b.x < -1 || b.x + b.width > width + 1 || b.y < -1 || b.y + b.height > height + 1)
        cut.push(text);
    }
    boxes.forEach(([text, a], n) => boxes.slice(n + 1).forEach(([other, b]) => {
      const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      if (wide > 1 && high > 5) over.push(`${text} | ${other}`);
    }));
    const unit = svg.getBoundingClientRect().width / width;
    for (const text of svg.querySelectorAll("text"))
      sizes.push(parseFloat(getComputedStyle(text).fontSize) * unit);
  }
  return { cut, over, least: Math.min(...sizes), drawn: svgs.length };
}"""


def crowd(many: int) -> str:
    """The page of a network of so many people, some with long names."""
    units = {f"p{number}": UNITS[number % len(UNITS)] for number in range(many)}
    of = made(
        *(idea(f"p{n}", builder=f"p{(n * 7 + 1) % many}") for n in range(2 * many)),
        people=people(**units),
    )
    return network_page(Pieces(Window(of, EDITION), "../")).body


def example() -> Pieces:
    return Pieces(Window(Registry.read(Folder(ROOT)), EDITION), "../")


BODIES = {
    "pulse of the example": lambda: pulse_page(example()).body,
    "pulse with long names": lambda: pulse_page(Pieces(window(*SEVERAL, pipeline=LONG), "")).body,
    "network of the example": lambda: network_page(example()).body,
    "network of 1": lambda: crowd(1),
    "network of 12": lambda: crowd(12),
    "network of 60": lambda: crowd(60),
    "network of 400": lambda: crowd(400),
}


@pytest.fixture(scope="module")
def sheet(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def shown(sheet: Page, body: str, wide: int) -> None:
    """The body at a width, with the theme's own measures: its margin, the size of its letters."""
    frame = "html{font-size:125%}body{margin:0 16px;font:16px Arial,sans-serif}"
    sheet.set_viewport_size({"width": wide, "height": 800})
    sheet.set_content(
        f'<!doctype html><style>{frame}{LOOKS}</style><body data-md-color-scheme="default">'
        f'<main class="md-typeset">{body}</main>'
    )


@pytest.mark.parametrize("wide", [320, 390, 1280])
@pytest.mark.parametrize("name", BODIES)
def test_every_label_is_whole_and_legible(sheet: Page, name: str, wide: int) -> None:
    shown(sheet, BODIES[name](), wide)
    found = sheet.evaluate(FOUND)
    assert found["drawn"] >= 1
    assert found["cut"] == []
    assert found["over"] == []
    assert found["least"] >= 10.5


def test_numbers_that_are_opened_move_their_own_column_alone_and_stay_low(sheet: Page) -> None:
    shown(sheet, BODIES["pulse of the example"](), 1280)
    tops = """() => [...document.querySelectorAll(".hero-pulse__column")].map(
      column => [...column.children].map(each => each.getBoundingClientRect().top + scrollY))"""
    left, right = sheet.evaluate(tops)
    sheet.locator("#cumulative-flow ~ details summary").click()
    moved, stayed = sheet.evaluate(tops)
    assert stayed == right
    assert moved[:3] == left[:3]
    assert moved[3] > left[3]
    frame = sheet.locator("#cumulative-flow ~ details .hero-figure__numbers")
    high, whole = frame.evaluate("each => [each.clientHeight, each.scrollHeight]")
    assert high < 400 < whole
    frame.focus()
    sheet.keyboard.press("End")
    sheet.wait_for_function("document.activeElement.scrollTop > 0")
