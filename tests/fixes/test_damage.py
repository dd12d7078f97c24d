"""Ideas that were right, spoilt in the usual ways: mending gives back what they said."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hero.registry.document import Document
from hero.registry.registry import Registry
from hero.rules import check
from hero.rules.rounds import mend
from tests.rules.memory import Memory

ROOT = Path(__file__).parents[2]
POLICIES = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for path in (ROOT / "playbooks").rglob("*.yml")
}
IDEAS = sorted((ROOT / "ideas").glob("*/*.yml"))
ASKED = ("title", "theme", "problem", "proposal", "benefit", "proposers")


def not_indented(text: str) -> str:
    return re.sub(r"^  (?=\w)", "", text, count=3, flags=re.M)


def without_bars(text: str) -> str:
    return re.sub(r"^(problem|proposal|benefit): \|-?$", r"\1:", not_indented(text), flags=re.M)


def with_tabs(text: str) -> str:
    return re.sub(r"^  (?=\S)", "\t", text, flags=re.M)


def with_a_colon(text: str) -> str:
    return re.sub(r"^title: \"?(.*?)\"?$", r"title: RFC: \1", text, flags=re.M)


def with_smart_quotes(text: str) -> str:
    return re.sub(r"^title: \"?(.*?)\"?$", "title: \u201cRFC: \\1\u201d", text, flags=re.M)


def with_fields_to_the_right(text: str) -> str:
    return re.sub(r"^(theme|proposal|proposers):", r" \1:", text, flags=re.M)


def with_capitals(text: str) -> str:
    return re.sub(rf"^({'|'.join(ASKED)}):", lambda match: match[0].capitalize(), text, flags=re.M)


def without_blanks(text: str) -> str:
    return re.sub(r"^(title|theme): ", r"\1:", text, flags=re.M)


def in_a_fence(text: str) -> str:
    return f"Here is my idea:\n\n```yaml\n{text}```\n"


def from_notepad(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def with_logins_as_mentioned(text: str) -> str:
    return re.sub(r"(?<=[\[ ])(example-[a-z]+)(?=[],])", r"@\1", text)


def as_a_page(text: str) -> str:
    data = Document.read("", text.encode()).data
    sections = "".join(
        f"## {name.capitalize()}\n\n{data[name]}\n\n" for name in ("problem", "proposal", "benefit")
    )
    names = "".join(f"- @{login}\n" for login in data["proposers"])
    return f"# {data['title']}\n\n**Theme:** {data['theme']}\n\n{sections}## Proposers\n\n{names}"


DAMAGES = [
    not_indented,
    without_bars,
    with_tabs,
    with_a_colon,
    with_smart_quotes,
    with_fields_to_the_right,
    with_capitals,
    without_blanks,
    in_a_fence,
    from_notepad,
    with_logins_as_mentioned,
    as_a_page,
]


def said(text: str) -> dict[str, Any]:
    """What the fields say that are asked of a proposer, whatever the blanks between words."""
    data = Document.read("", text.encode()).data
    assert isinstance(data, dict), text
    return {name: " ".join(str(data.get(name)).split()).removeprefix("RFC: ") for name in ASKED}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("path", IDEAS, ids=lambda path: path.stem)
def test_what_it_said_comes_back(path: Path, damage: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    files = POLICIES | {"ideas/2026/my-idea.yml": damage(text).encode()}
    state = mend(Memory(files), Registry.read, check, lambda path: True)
    after = state.files.get("ideas/2026/my-idea.yml", files["ideas/2026/my-idea.yml"])
    assert said(after.decode()) == said(text)
