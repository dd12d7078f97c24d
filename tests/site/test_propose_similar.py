"""The words by which the propose page knows similar ideas: bounded, and cut alike."""

import json
from typing import Any

import pytest

from hero.site import propose_similar
from hero.site.again import again
from hero.site.window import Window
from tests.site.memory import EDITION, IDEA, registry

LONG = " ".join(f"word{chr(97 + n)}" for n in range(26))
IDEAS = {
    "faster": IDEA,
    "long": IDEA.replace("It is slow.", f"It is slow {LONG}."),
    "longer": IDEA.replace("Make it fast.", f"{LONG} {LONG} slow slow."),
}


def made(ideas: dict[str, str]) -> Any:
    """The file that is made of these ideas."""
    window = Window(registry(ideas), EDITION)
    return json.loads(propose_similar.similar_download(window).content)


def weights(content: Any) -> list[dict[str, float]]:
    """The words that are kept of each idea, with their weights."""
    found: list[dict[str, float]] = [{} for _ in content["ideas"]]
    for word, (_, *row) in content["words"].items():
        at = 0
        for ahead, weight in zip(row[::2], row[1::2], strict=True):
            at += ahead
            found[at][word] = weight / 2
    return found


def test_a_small_registry_keeps_every_word() -> None:
    content = made(IDEAS)
    assert weights(content)[0] == {"fast": 2 + 1, "slow": 1, "measur": 1}
    assert [row[4] for row in content["ideas"]] == [
        round(sum(each.values())) for each in weights(content)
    ]


def test_a_large_one_keeps_the_words_that_say_most(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made(IDEAS)
    monkeypatch.setattr(propose_similar, "KEPT", 0)
    content = made(IDEAS)
    assert content["most"] == propose_similar.FEWEST
    assert [len(each) for each in weights(content)] == [
        min(len(each), propose_similar.FEWEST) for each in weights(whole)
    ]
    # How common a word is has to be known of all, also of those that nobody keeps.
    assert {word: row[0] for word, row in content["words"].items()} == {
        word: row[0] for word, row in whole["words"].items()
    }
    # The length is that of what is kept and of the title, which the file holds anyway.
    lengths = [row[4] for row in content["ideas"]]
    rest = [2 if "fast" not in kept else 0 for kept in weights(content)]
    assert lengths == [
        round(sum(kept.values())) + more for kept, more in zip(weights(content), rest, strict=True)
    ]
    assert sum(rest) > 0
    assert lengths < [row[4] for row in whole["ideas"]]


def test_what_is_known_of_an_idea_is_kept_while_others_change() -> None:
    before = Window(registry(IDEAS), EDITION)
    propose_similar.similar_download(before)
    changed = IDEAS | {"faster": IDEA.replace("It is slow.", "It is slow today.")}
    after = again(before, registry(changed).knowing(before.registry.known))
    assert after.known is before.known
    assert propose_similar.similar_download(after).content == (
        propose_similar.similar_download(Window(registry(changed), EDITION)).content
    )
