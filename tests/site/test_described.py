"""The sentence by which a playbook's page is known."""

import pytest

from hero.site.described import LONGEST, described


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h1>A</h1>\n<p>One <em>two</em>\nthree. Four.</p><p>Five.</p>", "One two three."),
        ('<p></p><p class="x"><!-- hero: themes --></p><p>R&amp;D &lt;b&gt;.</p>', "R&D <b>."),
        ("<h1>Nothing</h1><pre>x</pre>", None),
        ("", None),
    ],
)
def test_the_first_sentence_says_what_a_page_is_about(html: str, words: str | None) -> None:
    assert described(html) == words


def test_a_long_sentence_is_cut_between_words() -> None:
    words = described(f"<p>{'many words ' * 40}</p>")
    assert words
    assert LONGEST - 12 < len(words) <= LONGEST
    assert words.endswith(("many…", "words…"))
