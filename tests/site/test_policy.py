"""The policy of a page: its own scripts by their hashes, before anything that could run."""

import base64
from hashlib import sha256

import pytest

from hero.site.policy import NoHead, frame_of, guarded, policy

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


@pytest.mark.parametrize("content", ["<script>c()</script>", "<p>x<script>c()", "x</p><script>a"])
def test_no_script_in_the_content_may_run_and_the_frames_own_may(content: str) -> None:
    page = PAGE.format("<script>a()</script>", content + "<script>\nb()</script>")
    made = guarded(page, frame_of(page, content))
    assert f"'sha256-{digest('a()')}' 'sha256-{digest(chr(10) + 'b()')}'\">" in made
    assert made.count("sha256") == 2


def test_a_content_that_is_not_found_leaves_the_head_alone() -> None:
    page = PAGE.format("<script>a()</script>", "<p>other</p><script>c()</script>")
    assert guarded(page, frame_of(page, "<p>lost</p>")).count("sha256") == 1
    assert frame_of(page, "") == page
