"""What holds the pages together: edges, rows, the focus, colours that mean one thing, and paper."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_looks import opened
from tests.browser.test_pages import KINDS

RING = """() => {
  const each = document.activeElement;
  const told = each.matches(".md-option") ? each.nextElementSibling : each;
  const { outlineStyle, outlineWidth } = getComputedStyle(told);
  return [each.tagName, outlineStyle, parseFloat(outlineWidth), told.getBoundingClientRect().width];
}"""


def edge(page: Page, selector: str, side: str = "right") -> float:
    found = page.locator(selector).first.evaluate(f"each => each.getBoundingClientRect().{side}")
    return float(found)


def shown(page: Page, selector: str, what: str) -> str:
    return str(page.locator(selector).first.evaluate(f"each => getComputedStyle(each).{what}"))


@pytest.mark.parametrize("kind", ["idea", "ideas", "playbook-code"])
def test_whoever_goes_by_the_keyboard_sees_where(
    chromium: Browser, address: str, kind: str
) -> None:
    with opened(chromium, address + KINDS[kind]) as page:
        page.wait_for_timeout(300)
        seen = []
        for _ in range(45):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(RING))
        tags = {tag for tag, *_ in seen}
        assert "A" in tags
        unseen = [each for each in seen if each[0] != "BODY" and (each[1] == "none" or each[2] < 2)]
        assert unseen == []


def test_the_first_button_stays_filled_under_a_pointer(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "index.html", reduced_motion="reduce") as page:
        button = ".md-content .md-button--primary"
        page.locator(button).hover()
        assert "0, 0, 0, 0" not in shown(page, button, "backgroundColor")
        assert shown(page, button, "backgroundColor") != shown(page, button, "color")


def test_nothing_moves_from_tab_to_tab(chromium: Browser, address: str) -> None:
    places = []
    for path in ("index.html", "ideas/index.html", "culture/index.html"):
        with opened(chromium, address + path) as page:
            links = page.locator(".md-tabs__link")
            places.append(links.evaluate_all("all => all.map(e => e.getBoundingClientRect().x)"))
    assert places[0] == places[1] == places[2]


def test_an_idea_has_one_right_edge_and_starts_soon_on_a_phone(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, address + KINDS["idea"]) as page:
        parts = (".hero-steps", ".hero-cards", ".hero-part", "#problem", ".hero-decisions")
        assert len({round(edge(page, part)) for part in (*parts, ".hero-evidence")}) == 1
        page.set_viewport_size({"width": 375, "height": 740})
        assert edge(page, "#problem", "top") < 1000
        steps = page.locator(".hero-steps li")
        assert len(set(steps.evaluate_all("all => all.map(e => e.offsetTop)"))) == 1
        scores = page.locator(".hero-judged dl").first.locator("> div")
        assert len(set(scores.evaluate_all("all => all.map(e => e.offsetTop)"))) == 1


@pytest.mark.parametrize("kind", ["missing", "playbook-code"])
def test_a_page_without_a_section_stands_where_others_do(
    chromium: Browser, address: str, kind: str
) -> None:
    with opened(chromium, address + "index.html") as page:
        start = edge(page, "h1", "left")
        page.goto(address + KINDS[kind])
        assert edge(page, "h1", "left") == start


def test_the_views_are_one_row_on_a_phone(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "moves/index.html") as page:
        page.set_viewport_size({"width": 320, "height": 740})
        links = page.locator(".hero-views a")
        assert len(set(links.evaluate_all("all => all.map(e => e.offsetTop)"))) == 1
        links.last.focus()
        assert edge(page, ".hero-views a:last-of-type") <= 320


@pytest.mark.parametrize("width", [640, 800, 940])
def test_home_fills_a_tablet(chromium: Browser, address: str, width: int) -> None:
    with opened(chromium, address + "index.html") as page:
        page.set_viewport_size({"width": width, "height": 900})
        whole = edge(page, ".hero-grid")
        assert edge(page, "#used") <= whole
        assert abs(edge(page, "[aria-labelledby=used]") - whole) < 1
        assert abs(edge(page, "[aria-labelledby=asked]") - whole) < 1
        day = page.locator(".hero-stats time").last
        assert day.evaluate("each => each.getClientRects().length") == 1


def test_what_failed_looks_unlike_what_rests(chromium: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        with opened(chromium, address + "scorecard/index.html", color_scheme=scheme) as page:
            failed = shown(page, ".hero-score--failed .hero-check__sign", "color")
            page.goto(address + "board/index.html")
            assert failed != shown(page, ".hero-chip--paused", "color")
            assert shown(page, ".md-banner", "color") == shown(page, "h1", "color")


def test_a_sheet_of_paper_says_of_what_and_from_when_it_is(chromium: Browser, address: str) -> None:
    with opened(chromium, address + KINDS["idea"]) as page:
        page.emulate_media(media="print")
        for selector in (".hero-example", ".md-copyright time", ".hero-cite [data-copy]"):
            assert page.locator(selector).first.is_visible(), selector
        for selector in (".hero-cite summary", ".hero-copy", ".hero-foot", ".hero-source"):
            assert not page.locator(selector).first.is_visible(), selector
        assert shown(page, "h2", "breakAfter") == "avoid"
        words = [
            float(shown(page, each, "fontSize")[:-2]) for each in ("#problem + p", ".hero-note")
        ]
        assert words[0] > words[1]


def test_the_contents_tell_where_one_is_from_where_one_was(chromium: Browser, address: str) -> None:
    with opened(chromium, address + KINDS["playbook"]) as page:
        page.evaluate("document.querySelectorAll('.md-content h2')[3].scrollIntoView()")
        contents = ".md-sidebar--secondary .md-nav__link"
        here, passed = f"{contents}--active", f"{contents}--passed:not(.md-nav__link--active)"
        page.locator(here).first.wait_for()
        assert shown(page, here, "color") != shown(page, passed, "color")
        titles = page.locator(".md-sidebar--secondary .md-nav__title").all_inner_texts()
        page.goto(address + KINDS["idea"])
        assert page.locator(".md-sidebar--secondary .md-nav__title").all_inner_texts() == titles


def test_a_table_that_somebody_wrote_looks_like_ours(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "technology/architecture.html") as page:
        page.wait_for_timeout(200)
        written = [shown(page, "table:not([class]) td", each) for each in LINES]
        page.goto(address + KINDS["playbook"])
        assert [shown(page, ".hero-policy td", each) for each in LINES] == written


LINES = ("fontSize", "borderTopStyle", "borderBottomColor", "paddingTop", "backgroundColor")
