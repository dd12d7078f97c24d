"""The page of the command line says what the program says, of every verb and nothing else."""

import re
from pathlib import Path

import click

from hero.cli import VERBS
from tests.docs.verbs_page import command_of, page

PAGE = Path(__file__).parents[2] / "playbooks/technology/verbs.md"


def test_the_page_is_the_programs_own_help(bless: bool) -> None:
    made = page()
    if bless:
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made, "make bless writes it again"


def test_every_verb_has_its_heading_and_no_other_is_named() -> None:
    headings = re.findall(r"^### (\S+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == list(VERBS)


def test_every_option_that_a_verb_has_is_listed() -> None:
    parts = re.split(r"^### ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    for verb, part in zip(VERBS, parts, strict=True):
        options = [each for each in command_of(verb).params if isinstance(each, click.Option)]
        listed = re.findall(r"^\| `[^`]*?(--[a-z-]+)", part, re.MULTILINE)
        shown = [each for each in options if not each.hidden and each.name != "root"]
        assert set(listed) <= {name for each in options for name in each.opts}
        assert len(listed) == len(shown), verb
