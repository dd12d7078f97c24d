"""Sharing an idea: its address is there to read, and with scripts to copy and to send."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser

from tests.browser.test_pages import KINDS

CITED = ".hero-cite [data-copy]"


def test_the_address_is_copied_and_mailed(chromium: Browser, address: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    try:
        page = context.new_page()
        page.goto(address + KINDS["idea"])
        page.get_by_text("Share or cite").focus()
        page.keyboard.press("Enter")
        shared = page.locator(CITED).inner_text()
        button = page.locator(".hero-cite button")
        button.focus()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == shared
        sent = page.get_by_role("link", name="Send it by mail").get_attribute("href")
        held = parse_qs(urlsplit(str(sent)).query)
        assert held == {"subject": [page.locator("h1").inner_text()], "body": [shared]}
    finally:
        context.close()


def test_without_scripts_the_address_is_there(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(address + KINDS["idea"])
        for name in ("Follow", "Share or cite"):
            page.locator("summary", has_text=name).click()
        assert page.locator(".hero-part button").count() == 0
        assert page.locator(CITED).is_visible()
        assert page.locator(CITED).inner_text().endswith(KINDS["idea"])
        assert page.get_by_role("link", name="its feed").is_visible()
    finally:
        context.close()
