"""What Pagefind is given: pages of texts that say nothing to Pagefind itself."""

import pytest

from hero.technology.mkdocs_pagefind import page_of, words_of


def page(title: str, text: str) -> str:
    return page_of({"location": "ideas/x.html", "title": title, "text": text})


@pytest.mark.parametrize(
    "mark",
    [
        "___PAGEFIND_WEIGHT___10",
        "___END_PAGEFIND_WEIGHT___",
        "______PAGEFIND_PAGEFIND_WEIGHT___10",
        "_____END____PAGEFIND_WEIGHT___",
    ],
)
def test_no_text_tells_pagefind_what_weighs_more(mark: str) -> None:
    made = page(f"A {mark} title", f"Words {mark} words")
    assert "_PAGEFIND_" not in made
    assert "_END_" not in made
    assert made.count("WEIGHT___") == 3


def test_words_are_known_as_pagefind_parts_them() -> None:
    text = (
        "<p>GitHub makes <code>CO</code><sub>2</sub>, it &amp; <em>we</em></p><ul><li>do</li></ul>"
    )
    found = words_of([page("So", text)])
    assert {"GitHub", "CO2,", "we", "do", "So", "ideas/x.html"} <= found
    assert not {"github", "CO", "wedo", "<p>GitHub"} & found
