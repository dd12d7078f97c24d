"""What the docs lead to is there: files beside them, and for every fact a check on a page."""

import re
from pathlib import Path

import pytest

from hero.culture.scorecard.check import parse
from hero.culture.scorecard.facts import FACTS

ROOT = Path(__file__).parents[2]
DOCS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "ideas/README.md")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]+)?\)|(?:src|srcset)=\"([^\"]+)\"")


@pytest.mark.parametrize("name", DOCS)
def test_a_file_that_is_linked_is_there(name: str) -> None:
    page = ROOT / name
    found = [one or two for one, _, two in LINK.findall(page.read_text(encoding="utf-8"))]
    gone = [link for link in found if not (page.parent / link).exists()]
    assert [link for link in gone if not link.startswith("http")] == []


def test_every_file_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tooling|tests|playbooks)/[\w./-]+)`", text))
    assert len(named) > 8
    assert sorted(each for each in named if not (ROOT / each).exists()) == []


@pytest.mark.parametrize("letter", ["process", "culture", "technology"])
def test_every_fact_of_a_letter_is_shown_by_a_page(letter: str) -> None:
    pages = [path.read_text("utf-8") for path in (ROOT / "playbooks").rglob("*.md")]
    checks = {each for text in pages for each in re.findall(r"<!-- hero: check (.*?) -->", text)}
    shown = {parse(each).fact.id for each in checks}
    facts = {name for name in FACTS if name.startswith(f"{letter}.")}
    assert len(facts) > 4
    assert sorted(facts - shown) == []
