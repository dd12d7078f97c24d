"""Where the propose page leads: the forge's editor, its issue form, the clipboard."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, expect

from tests.browser.proposing import GOOD, PAGE, file, given, links, read, write
from tests.browser.test_pages import opened


def test_it_ends_in_a_link_to_a_new_file_and_to_the_issue_form(
    chromium: Browser, network: str
) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        expect(page.locator("#propose-ways a")).to_have_count(0)
        write(page, GOOD)
        new_file, form = links(page)
        assert urlsplit(new_file).path.startswith("/test-org/ideas/new/main/ideas/20")
        asked = given(new_file)
        assert asked["filename"] == ["warm-the-cache-early.yml"]
        assert asked["value"] == [file(page)]
        assert read(asked["value"][0]).title == GOOD["title"]
        assert given(form) == {
            "template": ["idea.yml"],
            "title": [GOOD["title"]],
            "theme": ["Speed"],
            **{name: [GOOD[name]] for name in ("problem", "proposal", "benefit")},
        }
        write(page, {"challenge": "quiet", "proposers": "bea @carl, dan", "first_step": "Try."})
        asked = given(links(page)[1])
        assert asked["challenge"] == ["Quiet nights"]
        assert asked["proposers"] == ["carl dan"]  # Who sends the form is one of them.
        assert asked["first_step"] == ["Try."]


def test_the_form_has_what_its_link_has_room_for(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.goto(network + PAGE)
        more = {"challenge": "quiet", "proposers": "bea carl", "first_step": "Try."}
        state = page.locator("#propose-state")
        write(page, GOOD | more | {"problem": "It is slow. " * 700})
        form = links(page)[1]
        assert len(form) <= 6000
        assert set(given(form)) == {
            "template", "title", "theme", "challenge", "proposers", "proposal", "benefit",
            "first_step",
        }  # fmt: skip
        expect(state).to_contain_text("without Problem, for which its link has no room: copy it")
        write(page, {"first_step": "Try it. " * 700, "benefit": "Time. " * 900})
        form = links(page)[1]
        assert len(form) <= 6000
        assert given(form)["proposal"] == [GOOD["proposal"]]
        expect(state).to_contain_text("without Problem, Benefit and First step")
        expect(page.locator("#propose-ways a").nth(1)).to_have_attribute("target", "_blank")


def test_a_text_too_long_for_a_link_is_copied_by_the_button(
    chromium: Browser, network: str
) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(network + PAGE)
        write(page, GOOD | {"problem": "It is slow. " * 700})
        assert max(map(len, links(page))) <= 6000
        assert "value" not in given(links(page)[0])
        expect(page.locator("#propose-state")).to_contain_text("the button copies it: paste it")
        page.evaluate("window.open = (...given) => { window.opens = given; }")
        page.locator("#propose-ways a").first.click()
        expect(page.locator("#propose-said")).to_contain_text("Paste it into the page")
        assert page.evaluate("window.opens") == [links(page)[0], "_blank", "noopener"]
        assert page.evaluate("navigator.clipboard.readText()") == file(page)


def test_what_cannot_be_copied_is_marked(chromium: Browser, network: str) -> None:
    with opened(chromium, network, "wide", "light") as (page, _):
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.goto(network + PAGE)
        write(page, GOOD | {"problem": "It is slow. " * 700})
        page.locator("#propose-ways a").first.click()
        expect(page.locator("#propose-said")).to_contain_text("and press the button again")
        assert page.evaluate("getSelection().toString()").strip() == file(page).strip()


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
