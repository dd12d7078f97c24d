"""The policy of a page, as the browser holds it: what it forbids is tried, and refused."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

STRANGER = "https://stranger.example"
#: Every directive by its exact value; the hashes of scripts are the page's own.
EXACT = {
    "default-src": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "style-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "script-src": "'self' 'sha256-",
}
#: By the directive that has to refuse it: what a text would do that got through everything else.
#: A browser without a window asks for no manifest; the value of that one is held above.
TRIED = {
    "img-src": "const e = new Image(); e.src = S + '/x.png'; document.body.append(e)",
    "connect-src": "fetch(S).catch(() => {})",
    "script-src-elem": "const e = document.createElement('script'); e.src = S + '/x.js';"
    " document.body.append(e)",
    "script-src-attr": "const e = document.createElement('p');"
    " e.setAttribute('onclick', 'hurt = 1'); document.body.append(e); e.click()",
    "style-src-elem": "const e = document.createElement('link'); e.rel = 'stylesheet';"
    " e.href = S + '/x.css'; document.head.append(e)",
    "style-src-attr": "document.body.setAttribute('style', 'display: none')",
    "font-src": "new FontFace('x', `url(${S}/x.woff2)`).load().catch(() => {})",
    "frame-src": "const e = document.createElement('iframe'); e.src = S; document.body.append(e)",
    "object-src": "const e = document.createElement('object'); e.data = S + '/x'; e.type ="
    " 'text/html'; document.body.append(e)",
    "media-src": "const e = document.createElement('video'); e.src = S + '/x.mp4';"
    " document.body.append(e)",
    "worker-src": "try { new Worker(URL.createObjectURL(new Blob(['1']))) } catch {}",
    "base-uri": "const e = document.createElement('base'); e.href = S; document.head.append(e)",
    "form-action": "const e = document.createElement('form'); e.action = S; e.method = 'post';"
    " document.body.append(e); e.submit()",
}
TELLING = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (told) =>
  window.refused.push(told.effectiveDirective));
const S = "%s";
"""


@pytest.fixture(scope="module")
def open_page(chromium: Browser, few: str) -> Iterator[Page]:
    page = chromium.new_page()
    page.route(f"{STRANGER}/**", lambda route: route.abort())
    page.goto(few)
    yield page
    page.close()


def policies(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for file in folder.rglob("*.html"):
        text = file.read_text("utf-8")
        [held] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        rules = [each.partition(" ") for each in unescape(held).split("; ")]
        yield file.name, {name: value for name, _, value in rules}


def test_every_page_has_the_whole_policy(site: Path) -> None:
    for name, rules in policies(site):
        assert rules.keys() == EXACT.keys(), name
        scripts = rules.pop("script-src")
        assert re.fullmatch(r"'self'(?: 'sha256-[A-Za-z0-9+/]{43}=')+", scripts), name
        assert rules == {key: value for key, value in EXACT.items() if key != "script-src"}, name


@pytest.mark.parametrize("directive", TRIED)
def test_what_it_forbids_is_refused(open_page: Page, directive: str) -> None:
    open_page.reload()
    open_page.evaluate(f"() => {{ {TELLING % STRANGER} {TRIED[directive]} }}")
    open_page.wait_for_function(
        "name => window.refused.some(each => each === name)", arg=directive, timeout=5000
    )
    assert open_page.evaluate("typeof hurt") == "undefined"
    assert open_page.url.startswith("http://127.0.0.1")
