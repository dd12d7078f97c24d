"""The page of all commands, and every answer, say what is so."""

import re
from pathlib import Path

import pytest

from hero.reconcile.commands.dates import day_first
from hero.reconcile.commands.parse import MOST
from hero.reconcile.commands.sentences import PAGE
from hero.reconcile.commands.verbs import VERBS
from hero.registry.phrases import number
from tests.reconcile.town import TODAY

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "playbooks" / PAGE.replace(".html", ".md")).read_text(encoding="utf-8")


def test_the_page_lists_every_command_as_it_is() -> None:
    rows = re.findall(r"^\| `(/[^`]+)` \| (.+?) \| (.+?) \|$", TEXT, re.MULTILINE)
    assert rows == [(verb.form, verb.about, verb.who) for verb in VERBS.values()]


def test_the_page_is_found_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f": {PAGE.replace('.html', '.md')}\n" in nav


def test_the_page_says_how_many_are_read() -> None:
    assert f"The first {number(MOST)} commands" in TEXT


@pytest.mark.parametrize("words", ["2027-03-01", "1 March 2027", "2w", "in 3 months"])
def test_the_days_that_the_page_shows_are_days(words: str) -> None:
    assert f"`{words}`" in TEXT
    assert day_first(words, TODAY)


@pytest.mark.parametrize("verb", VERBS)
def test_each_form_begins_with_its_command(verb: str) -> None:
    assert VERBS[verb].form.split()[0] == f"/{verb}"
    assert VERBS[verb].example.split()[0] == f"/{verb}"
