"""The page of files lists every kind of file, and every field of each as its schema has it."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from hero.registry.json_schema import KINDS
from hero.registry.schema import fields_at
from hero.site.directives import directive
from hero.site.fields import entries
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.deadlines.made import made
from tests.site.memory import EDITION

PAGE = Path(__file__).parents[2] / "playbooks/technology/files.md"


def shown(word: str) -> str:
    found = directive(word)
    assert found is not None
    return str(found(Pieces(Window(made({}), EDITION), "../")))


def test_the_page_asks_for_each_kind_of_file_once() -> None:
    asked = re.findall(r"<!-- hero: fields (\S+) -->", PAGE.read_text(encoding="utf-8"))
    assert sorted(asked) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_model_is_listed_in_its_words(kind: str) -> None:
    model: type[BaseModel] = KINDS[kind]
    top = {each.route: each for each in entries(kind) if "." not in each.route}
    assert list(top) == list(fields_at(model))
    for name, info in fields_at(model).items():
        assert (top[name].asked == "required") == info.is_required()
        assert top[name].about == info.description
    assert all(each.about for each in entries(kind))


def test_what_is_inside_says_where_it_stands_what_it_takes_and_what_holds_without_it() -> None:
    network = {each.route: each for each in entries("network")}
    assert network["channels[].kind"].values == ("feed", "digest", "chat")
    assert network["channels[].kind"].asked == "required"
    assert network["limits.pings_per_week"].asked == "3 if left out"
    assert network["audit_from"].takes == "a date"
    assert {each.route: each for each in entries("people")}["people.LOGIN.unit"].takes == "text"
    evidence = {each.route: each for each in entries("idea")}["evidence[].target"]
    assert evidence.takes == "text or a number"


def test_the_table_shows_them() -> None:
    table = shown("fields signatures")
    assert "<code>signatures[].<wbr>side</code>" in table
    assert "<code>managers</code>" in table
    assert "<td><strong>Required.</strong> GitHub login." in table


def test_no_other_kind_is_known() -> None:
    assert directive("fields nothing") is None
