"""What Pagefind is given: pages of texts that say nothing to Pagefind itself."""

import pytest

from hero.technology import mkdocs_pagefind
from hero.technology.mkdocs_pagefind import page_of, shared, words_of


def page(title: str, text: str) -> str:
    return page_of({"location": "ideas/x.html", "title": title, "text": text})


@pytest.mark.parametrize(
    "mark",
    [
        "___PAGEFIND_WEIGHT___10",
        "___END_PAGEFIND_WEIGHT___",
        "______PAGEFIND_PAGEFIND_WEIGHT___10",
        "_____END____PAGEFIND_WEIGHT___",
        "\uff3f\uff3f\uff3fPAGEFIND_WEIGHT___10",
        "___\uff30AGEFIND_WEIGHT___10",
        "___PAGEFIND_WEIGHT___9\u00df",
    ],
)
def test_no_text_tells_pagefind_what_weighs_more(mark: str) -> None:
    made = page(f"A {mark} title", f"Words {mark} words")
    assert "_PAGEFIND_" not in made
    assert "_END_" not in made
    assert made.count("WEIGHT___") >= 3


def test_words_are_known_as_pagefind_parts_them() -> None:
    text = (
        "<p>GitHub makes <code>CO</code><sub>2</sub>, it &amp; <em>we</em></p><ul><li>do</li></ul>"
    )
    found = words_of([page("So", text)])
    assert {"GitHub", "CO2,", "we", "do", "So", "ideas/x.html"} <= found
    assert not {"github", "CO", "wedo", "<p>GitHub"} & found


def test_another_text_leaves_the_others_in_their_indexes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_pagefind, "SHARE", 50)
    docs = [{"location": f"ideas/idea-{number}.html"} for number in range(195)]
    before = shared(docs)
    assert len(before) == 4
    assert sorted(doc["location"] for share in before for doc in share) == sorted(
        doc["location"] for doc in docs
    )
    assert min(map(len, before)) > 25
    new = {"location": "ideas/a-new-one.html"}
    after = shared([*docs[:50], new, *docs[50:]])
    assert [[doc for doc in share if doc != new] for share in after] == before
