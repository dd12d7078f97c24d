"""The name that the propose page gives a file is the one that Hero itself gives it."""

import pytest
from playwright.sync_api import Browser

from hero.registry.slug import LONGEST, slug_from
from tests.browser.proposing import PAGE
from tests.browser.test_pages import opened

#: Titles whose names both make alike.
ALIKE = (
    "Warm the cache early",
    "Łódź æøå",
    "Straße \u2013 für 5 €",
    "Crème brûlée naïve cafe\u0301 Ångström",
    "Žluťoučký kůň, İstanbul \u0131l\u0131k, Đà Nẵng",
    "Что делать?",
    "Γρήγορα τεστ",
    "½ the wait, x², № 5 ™",
    "what\u2019s up “here”… now",
    "\uff26\uff55\uff4c\uff4c width",
    "nbsp\u00a0here\u2028there",
    "con",
    "  !!  ",
    "a" * 100,
    "word " * 30,
    "2026: 100% & more/less_or (none)",
    "ẞ",
)
#: Titles in letters of other scripts, which people name by hand; Hero writes them as they sound.
BY_HAND = ("汉字 汉字", "Ship 新 cache", "한국어", "日本語で", "עברית", "हिन्दी", "ไทย")
#: Signs and emoji say nothing here, where Hero spells out their names.
SIGNS = {"🚀 Ship faster": "ship-faster", "👍": "", "✨ Łódź ✨": "lodz"}


@pytest.fixture(scope="module")
def names(chromium: Browser, network: str) -> dict[str, str]:
    """Title to the name that the page makes of it."""
    titles = [*ALIKE, *BY_HAND, *SIGNS]
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        made = page.evaluate(
            """async titles => {
              const title = document.getElementById("propose-title"), made = [];
              for (const each of titles) {
                title.value = each;
                title.dispatchEvent(new Event("input", { bubbles: true }));
                await new Promise(done => setTimeout(done, 150));
                made.push(document.getElementById("propose-slug").placeholder);
              }
              return made;
            }""",
            titles,
        )
    empty = "lower-case-words"
    return {title: "" if name == empty else name for title, name in zip(titles, made, strict=True)}


def test_names_are_those_of_hero(names: dict[str, str]) -> None:
    assert {title: names[title] for title in ALIKE} == {title: slug_from(title) for title in ALIKE}
    assert all(len(name) <= LONGEST for name in names.values())


def test_what_the_page_cannot_name_it_leaves_to_people(names: dict[str, str]) -> None:
    assert all(slug_from(title) for title in BY_HAND)
    assert {title: names[title] for title in BY_HAND} == dict.fromkeys(BY_HAND, "")
    assert {title: names[title] for title in SIGNS} == SIGNS
