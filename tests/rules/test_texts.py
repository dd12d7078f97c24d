"""The closer looks at texts: what they find, what they leave alone, and that none is spared."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.render import inline
from hero.registry.texts import SIGNS, signs_in, texts
from hero.rules import check
from hero.rules.numbers import is_account, is_card, is_phone
from hero.rules.prose import prose
from hero.rules.template_text import EXAMPLES, is_template
from hero.rules.unseen import unseen
from tests.registry.texts import CALM
from tests.rules.memory import FILES, Memory

IDEA = "ideas/2026/rig.yml"
README = Path(__file__).parents[2] / "ideas" / "README.md"
ODD = [
    *("a\u200bb", "\u202eb", "<javascript:x>", "[a](//b)", "@everyone", "TODO", "your-login"),
    *("+351 912 345 678", "PT50 0002 0123 1234 5678 9015 4", "rosa@mailbox.pt", "\ue000"),
    *("AKIA" + "IOSFODNN7EXAMPLE", "pwd=" + "k7Tq9vLw2x", "ftp://a:" + "k7Tq9vLw2x" + "@b"),
    *("4539 1488 0343 6467", "Lorem ipsum", "https://a@b.org", "[a]: data:x", "\x1b[31m"),
]


def spoken(text: str) -> set[str]:
    """The rules that speak of an idea with this text in it."""
    whole = FILES["ideas/2026/quarantine-flaky-tests.yml"].decode()
    raw = whole.replace("benefit:", f"first_step: {inline(text)}\nbenefit:").encode()
    return {each.rule for each in check(Registry.read(Memory(FILES | {IDEA: raw})))}


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_every_odd_text_is_told_of(text: str) -> None:
    assert spoken(f"It says\n{text}\nand more.") != set()


@CALM
@given(before=st.text(max_size=40), odd=st.sampled_from(ODD), after=st.text(max_size=40))
def test_a_look_is_spared_only_where_there_is_nothing(before: str, odd: str, after: str) -> None:
    """With every sign shown, the same rules speak as with the signs that the text shows."""
    whole = FILES["ideas/2026/quarantine-flaky-tests.yml"].decode()
    said = inline(f"x{before}\n{odd}\n{after}x")
    plain = whole.replace("benefit:", f"first_step: {said}\nbenefit:").encode()
    every = plain + b"# \\\n"
    assert signs_in(every) == SIGNS
    one, two = (check(Registry.read(Memory(FILES | {IDEA: raw}))) for raw in (plain, every))
    assert [(each.rule, each.message) for each in one] == [
        (each.rule, each.message) for each in two
    ]


def test_code_is_taken_out_and_nothing_moves() -> None:
    text = "a `b` c ``d ` e`` f\n```\ng\n```\nh ` i\n~~~\nj"
    left = prose(text)
    assert len(left) == len(text)
    assert re.findall(r"\w", left) == list("acfhi")
    assert [at for at, char in enumerate(left) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]


@given(st.text(alphabet="`~a \n", max_size=60))
def test_taking_code_out_keeps_every_place(text: str) -> None:
    left = prose(text)
    assert len(left) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, left, strict=True))


def test_what_scripts_and_emoji_need_is_seen() -> None:
    needed = [
        "\u0645\u06cc\u200c\u062e",
        "क्\u200dष",
        "👩\u200d💻",
        "❤\ufe0f",
        "🏳\ufe0f\u200d🌈",
        "שלום\u200f!",
    ]
    assert [text for text in needed if list(unseen(text))] == []
    assert [kind for _, kind in unseen("a\u200db \ufe0f c\ufe0f\ufe0f")] == ["invisible"] * 3


def test_numbers_of_people() -> None:
    assert is_account("PT50 0002 0123 1234 5678 9015 4")
    assert not is_account("PT51 0002 0123 1234 5678 9015 4")
    assert is_card("4539 1488 0343 6467")
    assert not is_card("4539 1488 0343 6468")
    assert is_phone("+351 912 345 678")
    assert not is_phone("+44 20 7946 0000")


def test_the_example_of_the_readme_is_known_as_one() -> None:
    shown = re.search(r"```yaml\n(title:.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    said = yaml.safe_load(shown[1])
    assert all(is_template(said[name]) for name in ("problem", "proposal", "benefit"))
    assert len(EXAMPLES) >= 9


def test_every_text_of_an_idea_is_looked_at() -> None:
    evidence = {"metric": "a", "hypothesis": "b", "baseline": "c", "target": 4, "result": "d"}
    decision = {"date": "2026-10-01", "from": "x", "to": "y", "by": "z", "because": "e"}
    idea = Idea.model_validate(
        {
            **dict.fromkeys(("title", "problem", "proposal", "benefit", "summary"), "f"),
            **{"theme": "unsure", "proposers": ["z"], "first_step": "f", "evidence": [evidence]},
            **{"links": {"implementation": ["https://example.org"]}, "decisions": [decision]},
        },
        strict=False,
    )
    assert sorted(text for _, text in texts(idea)) == [*"abcde", *"ffffff", "https://example.org"]


def test_policies_hold_nothing_unseen_and_a_title_says_something() -> None:
    path = "playbooks/process/themes.yml"
    theme = b'themes: [{id: reliability, name: "Up\\u202etime", about: X.}]\n'
    found = check(Registry.read(Memory(FILES | {path: theme})))
    assert (path, "text-hidden") in {(each.place.path, each.rule) for each in found}
    assert "text-hidden" in spoken("a" + "\u0301" * 8)
    whole = FILES["ideas/2026/quarantine-flaky-tests.yml"].decode()
    raw = re.sub(r"(?m)^title: .*", 'title: "\\\\u200b\\\\u2800"', whole).encode()
    said = [each.message for each in check(Registry.read(Memory(FILES | {IDEA: raw})))]
    assert "`title` holds nothing that can be seen: U+200B, zero width space" in said
