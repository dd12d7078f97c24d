"""Strangers' words in a comment call nobody, refer to nothing, and stay where they are put."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.reconcile.inert import fenced, rendered, said

NASTY = [
    "@org/everyone please look",
    "fixes #12, closes GH-34 and owner/name#56",
    "https://github.com/owner/name/issues/7",
    "</details></p><script>alert(1)</script>",
    "<!-- hero: advocates 666 -->",
    "`@grace` and ``` and `",
    "![x](https://evil.example/pixel.png)",
    "[click](javascript:alert(1))",
    "a\n\n### A headline of mine\n\n- [ ] and a list",
    "\u202egnp.exe\u202c \u200b@\u200bgrace",
    "::set-output name=x::y\n::add-mask::z",
]

#: Words made of what matters here, so that chance finds the bad ones.
PIECES = st.sampled_from(["@", "#", "1", "grace", "<", ">", "&", "`", "``", "\n", "\n\n", "!", "["])
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join) | st.sampled_from(NASTY)


def read_as_text(made: str) -> str:
    """The text that a reader of this HTML has, tags taken out."""
    return html.unescape(re.sub(r"<[^>]*>", "", made))


@given(TEXTS)
def test_a_line_is_text_and_code_and_nothing_else(text: str) -> None:
    made = said(text)
    assert re.fullmatch(r"(?:[^<>]|</?code>)*", made)
    assert not re.search(r"@[A-Za-z0-9]|#\d|(?i:\bgh)-\d", html.unescape(made))
    assert "\n" not in made


@given(TEXTS)
def test_a_rendered_text_has_no_blank_line_and_calls_nobody(text: str) -> None:
    made = rendered(text)
    assert "\n\n" not in made
    assert not re.search(r"@[A-Za-z0-9]|#\d", read_as_text(made))
    assert "<!--" not in made
    assert not re.search(r"<(?:script|img|iframe|details|summary|h[123])\b", made)
    assert made.count("<p>") == made.count("</p>")


@given(TEXTS)
def test_nothing_inside_closes_a_fence(text: str) -> None:
    first, *inside, last = fenced(text, "suggestion").split("\n")
    fence = first.removesuffix("suggestion")
    assert last == fence
    assert set(fence) == {"`"}
    assert all(not line.lstrip().startswith(fence) for line in inside)


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("https://github.com/o/n/issues/7", "https://redirect.github.com/o/n/issues/7"),
        ("http://www.github.com/o/n/pull/7", "http://redirect.github.com/o/n/pull/7"),
        ("https://example.org/github.com/", "https://example.org/github.com/"),
    ],
)
def test_a_link_to_an_issue_leaves_no_note_there(link: str, leads: str) -> None:
    assert f'href="{leads}"' in rendered(f"[see]({link})")
    assert said(f"see {link}") == f"see {leads}"
