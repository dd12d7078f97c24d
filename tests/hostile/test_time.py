"""What is large on purpose takes no more time than honest words of its size."""

import json
from collections.abc import Callable
from functools import partial

import pytest

from hero.cli import report
from hero.registry.markdown import Renderer, plain
from hero.registry.registry import IDEA_BYTES, Registry
from hero.rules import check
from tests.hostile.attacks import LONG
from tests.rules.memory import FILES, Memory
from tests.rules.test_hostile import seconds

#: So many times as long as honest words of the same size is still quick.
TIMES = 60
RENDER = Renderer()
WORDS = "Every fourth build fails, and nobody knows why.\n\n- *one* day\n- `two` days\n\n"
KNOWN = "title: T\ntheme: reliability\nproposal: P.\nbenefit: B.\n"
#: One character after another, many times, with something behind it: what makes searches go back.
RUN = IDEA_BYTES // 2
RUNS = {
    name: f"x{part * RUN}"[:RUN] + "x"
    for name, part in {
        "blanks": " ",
        "hard blanks": "\u00a0 ",
        "tabs": "\t",
        "commas": ",",
        "hashes": " #",
        "points": ".a",
        "ats": "@a",
        "hyphens": "-a",
        "words": " and",
        "colons": ": ",
        "digits": "1",
        "quotes": "'",
        "semicolons": "; title: x",
        "lines": "\n",
        "lines of fields": "\ntitle: x",
        "headings": "\n## a   #",
    }.items()
}


def is_quick(action: Callable[[], object], usual: float) -> bool:
    """In one of three tries: what is slow by itself is slow each time."""
    return any(seconds(action) < TIMES * usual for _ in range(3))


def checked(raw: bytes) -> None:
    registry = Registry.read(Memory(FILES | {"ideas/hostile.yml": raw}))
    found = check(registry)
    report.text(registry, found)
    report.as_json(registry, found)


def forms(text: str) -> list[bytes]:
    """The text as a whole file, after an idea, as its prose, and as its logins."""
    quoted = json.dumps(text, ensure_ascii=False)
    return [
        each.encode()
        for each in (
            text,
            f"{KNOWN}problem: {text}\nproposers: [a]\n",
            f"{KNOWN}proposers: [a]\nproblem: {quoted}\n",
            f"{KNOWN}problem: x\nproposers: {quoted}\n",
        )
    ]


@pytest.fixture(scope="module")
def honest() -> float:
    """How long an honest idea of a fifth of the largest size takes, at most."""
    raw = forms((WORDS * 1000)[:19_000])[2]
    return max(seconds(lambda: checked(raw)) for _ in range(5))


@pytest.mark.parametrize("text", RUNS.values(), ids=RUNS)
def test_checking_is_quick(text: str, honest: float) -> None:
    for raw in forms(text):
        assert is_quick(partial(checked, raw), honest)


@pytest.mark.parametrize("attack", LONG, ids=lambda attack: attack.name)
def test_checking_and_showing_long_texts_is_quick(attack: tuple[str, str], honest: float) -> None:
    for raw in forms(attack[1]):
        assert is_quick(partial(checked, raw), honest)
    words = (WORDS * 1000)[: len(attack[1])]
    usual = max(seconds(lambda: RENDER(words)) for _ in range(5))
    assert is_quick(lambda: RENDER(attack[1]), max(usual, honest))
    assert is_quick(lambda: plain(attack[1]), max(usual, honest))
