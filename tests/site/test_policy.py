"""The policy of a page: its own scripts by their hashes, before anything that could run."""

import base64
from hashlib import sha256

import pytest

from hero.site.policy import NoHead, guarded, policy

PAGE = '<!doctype html>\n<html><head>\n<meta charset="utf-8">\n{}</head><body>{}</body></html>'


def digest(script: str) -> str:
    return base64.b64encode(sha256(script.encode()).digest()).decode()


def test_scripts_in_the_page_are_told_by_their_hashes_and_others_are_not() -> None:
    page = PAGE.format("<script>a()</script>", '<script src="x.js"></script><script>\nb()</script>')
    found = policy(page + '<script id="c" type="application/json">{"a": 1}</script>')
    assert f"script-src 'self' 'sha256-{digest('a()')}' 'sha256-{digest(chr(10) + 'b()')}'" in found
    assert found.count("sha256") == 2
    assert "unsafe" not in found
    assert "default-src 'none'" in found


def test_it_stands_before_the_first_script() -> None:
    made = guarded(PAGE.format("<script>a()</script>", ""))
    assert made.index("Content-Security-Policy") < made.index("<script")
    assert made.count("Content-Security-Policy") == 1


@pytest.mark.parametrize("page", ["<html></html>", '<script>a()</script><meta charset="utf-8">'])
def test_a_page_without_a_place_for_it_is_refused(page: str) -> None:
    with pytest.raises(NoHead):
        guarded(page)
