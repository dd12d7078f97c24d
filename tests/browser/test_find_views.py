"""Views of the idea browser: kept in the address, shared, reached again, and never a wrong one."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.test_find import PAGE, ROWS, TITLES, begin, shown
from tests.browser.test_pages import opened

COUNT = "#find-count"
ROW = """rows => rows.map(row => [...row.cells].map(cell => [
    cell.textContent,
    ...[...cell.querySelectorAll("a, time")].map(each => each.href || each.dateTime),
]))"""


def changed(page: Page, change: Callable[[dict[str, Any]], None]) -> None:
    """Let the file of ideas say something else."""

    def answer(route: Route) -> None:
        held = route.fetch().json()
        change(held)
        route.fulfill(body=json.dumps(held), content_type="application/json")

    page.route("**/search/ideas.json", answer)


def test_the_themes_own_search_stays_shut(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "wide", "light") as (page, seen):

        def usable(stage: str) -> None:
            expect(page.locator(ROWS).first).to_be_visible()
            assert not page.locator("#__search").is_checked()
            page.locator("#find-stage").select_option(stage)
            page.locator("#find-sort").click(trial=True)

        begin(page, f"{few}{PAGE}?words=zebra")
        usable("trying")
        page.reload()
        usable("")
        page.locator(TITLES).first.click()
        page.wait_for_url("**/ideas/index--.html")
        page.go_back()
        usable("trying")
        assert page.locator("#find-words").input_value() == "zebra"
        assert (seen.errors, seen.strangers) == ([], [])


def test_a_row_says_what_the_table_says_without_scripts(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, _):
        begin(page, f"{address}{PAGE}?sort=title")
        said = page.locator("#all-ideas tbody tr").evaluate_all(ROW)
        assert sorted(page.locator(ROWS).evaluate_all(ROW)) == sorted(said)
        assert len(said) > 20


def test_an_address_is_read_kindly_and_kept_whole(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "wide", "light") as (page, _):
        begin(page, f"{few}{PAGE}?stage=TRYING&theme=nobody&from=mail#start")
        expect(page.locator("#find-stage")).to_have_value("trying")
        expect(page.locator("#find-unknown")).to_have_text(
            "Not known here, so left out: Theme “nobody”."
        )
        page.locator("#find-theme").select_option("speed")
        expect(page.locator("#find-unknown")).to_be_hidden()
        expect(page).to_have_url(re.compile(r"\?stage=trying&theme=speed&from=mail#start$"))
        page.evaluate("history.pushState(null, '', '?words=tram')")
        page.evaluate("history.pushState(null, '', '?words=zebra')")
        page.go_back()
        assert shown(page) == ["Trams of Łódź"]
        expect(page.locator("#find-stage")).to_have_value("")


def test_back_leads_to_as_many_rows(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "wide", "light") as (page, _):
        changed(page, lambda held: held.update(ideas=held["ideas"] * 40))
        begin(page, f"{few}{PAGE}?sort=new")
        expect(page.locator(COUNT)).to_have_text("All 160 ideas")
        expect(page.locator(ROWS)).to_have_count(50)
        page.get_by_role("button", name="Show 50 more").click()
        expect(page.locator(ROWS)).to_have_count(100)
        page.locator(TITLES).nth(90).click()
        page.wait_for_url(lambda url: PAGE not in url)
        page.go_back()
        expect(page.locator(ROWS)).to_have_count(100)


def test_an_address_that_cannot_be_written_stops_nothing(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "wide", "light") as (page, seen):
        page.add_init_script("history.replaceState = () => { throw new DOMException('often') }")
        begin(page, few + PAGE)
        page.locator("#find-stage").select_option("trying")
        assert shown(page) == ["Zebra crossings"]
        page.locator("#find-words").fill("tram")
        expect(page.locator("#find-results")).to_contain_text("No idea fits all of this")
        assert seen.errors == []


def test_what_cannot_be_loaded_is_said_and_tried_again(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "phone", "light") as (page, _):
        page.route("**/search/ideas.json", lambda route: route.abort())
        page.goto(f"{few}{PAGE}?stage=trying")
        said = page.get_by_role("alert")
        expect(said).to_contain_text("not those that this address asks for")
        expect(page.locator("[data-hero-find]")).to_be_hidden()
        assert page.locator("[data-hero-find]").bounding_box() is None
        said.get_by_role("button", name="Retry").click()
        expect(page.get_by_role("button", name="Retry")).to_be_focused()
        page.unroute("**/search/ideas.json")
        page.get_by_role("button", name="Retry").click()
        expect(page.locator(TITLES)).to_have_text(["Zebra crossings"])
        expect(said).to_have_count(0)
        expect(page.locator("#find-words")).to_be_focused()


def test_a_stage_above_the_table_is_a_choice_like_others(chromium: Browser, few: str) -> None:
    chips = "[data-hero-stage]"
    with opened(chromium, few, "wide", "light") as (page, _):
        begin(page, f"{few}{PAGE}?theme=speed")
        expect(page.locator(f"{chips}[aria-current]")).to_have_text("All 4")
        page.locator("[data-hero-stage=trying]").click()
        assert shown(page) == ["Zebra crossings"]
        expect(page.locator("#find-stage")).to_have_value("trying")
        expect(page.locator("#find-theme")).to_have_value("speed")
        expect(page.locator(f"{chips}[aria-current]")).to_have_text("Trying 1")
        page.locator("#find-words").fill("tram")
        expect(page.locator(chips)).to_contain_text(["All 1", "Proposed 1", "Trying 0", "", "", ""])
        page.get_by_role("button", name="Clear all").click()
        expect(page.locator(f"{chips}[aria-current]")).to_have_text("All 4")
        expect(page.get_by_role("button", name="Clear all")).to_be_hidden()


def test_time_in_stage_is_counted_like_any_facet(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, _):
        begin(page, f"{address}{PAGE}?sort=waiting")
        options = "#find-age option:not([value=''])"

        def counted() -> list[int]:
            said = page.locator(options).all_inner_texts()
            return [int(re.findall(r"\((\d+)\)$", text)[0]) for text in said]

        every = counted()
        assert sum(every) == page.locator(ROWS).count()
        days = page.locator(f"{ROWS} td:last-child time").evaluate_all(
            "all => all.map(each => each.dateTime)"
        )
        assert days == sorted(days)
        page.locator("#find-stage").select_option("exploring")
        expect(page.locator(ROWS)).not_to_have_count(sum(every))
        assert sum(counted()) == page.locator(ROWS).count()
        longest = max(zip(counted(), page.locator(options).all(), strict=True), key=lambda e: e[0])
        page.locator("#find-age").select_option(longest[1].get_attribute("value"))
        expect(page.locator(ROWS)).to_have_count(longest[0])


def test_choices_among_people_and_units_are_in_order(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "wide", "light") as (page, _):
        begin(page, address + PAGE)
        for name in ("advocate", "unit"):
            texts = page.locator(f"#find-{name} option:not([value=''])").all_inner_texts()
            assert len(texts) > 2
            assert texts == sorted(texts, key=str.casefold)


def test_a_phone_shows_what_typing_does(chromium: Browser, few: str) -> None:
    with opened(chromium, few, "phone", "light") as (page, _):
        begin(page, few + PAGE)
        expect(page.locator("#find-stage")).to_be_hidden()
        page.locator("#find-words").fill("tram")
        expect(page.locator(ROWS)).to_have_count(1)
        box = page.locator(ROWS).first.bounding_box()
        assert box
        assert box["y"] + 40 < 740
        chips = page.locator(".hero-stages").bounding_box()
        assert chips
        assert chips["height"] < 70
        begin(page, f"{few}{PAGE}?stage=trying")
        expect(page.locator("#find-stage")).to_be_visible()
        expect(page.locator(".hero-find__more summary")).to_have_text("Filters: 1 set")


def test_a_name_is_not_cut_in_two(chromium: Browser, address: str) -> None:
    lines = """links => links.filter(link => {
        const range = document.createRange(), text = link.firstChild;
        return [...text.data.matchAll(/[^\\s-]+/g)].some(word => {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return range.getClientRects().length > 1;
        });
    }).map(link => link.textContent)"""
    with opened(chromium, address, "wide", "light") as (page, _):
        page.goto(address + PAGE)
        for width in (1000, 768, 720):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.locator("#all-ideas td:nth-child(3) a").evaluate_all(lines) == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize(("many", "words"), [(1, "1 idea"), (1000, "All 1,000 ideas")])
def test_numbers_are_written_as_people_write_them(
    chromium: Browser, few: str, many: int, words: str
) -> None:
    with opened(chromium, few, "wide", "light") as (page, _):
        changed(page, lambda held: held.update(ideas=(held["ideas"] * many)[:many]))
        begin(page, few + PAGE)
        expect(page.locator(COUNT)).to_have_text(words)
        page.locator("#find-words").fill("a" * 90)
        expect(page.locator(COUNT)).to_have_text(f"0 of {many:,} idea{'s' * (many > 1)}")
