"""Ideas for programs: every file is as the published schema says, and the table says the same."""

import csv
import io
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from hero.registry.registry import Registry
from hero.site.api import idea_download, ideas_download
from hero.site.api_schema import schema
from hero.site.follow.sheet import COLUMNS, sheet
from hero.site.pages import downloads
from hero.site.pulse.page import CHARTS
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.site.memory import EDITION, IDEA, registry

SITE = "https://example.org/under/here/"
WHOLE = IDEA + "proposed_on: 2026-09-01\ntags: [a, b]\nadvocates: [Ann]\n"


def held(definition: str) -> jsonschema_rs.Validator:
    """The published schema of one kind of file: what is wrong is told of that kind."""
    found = schema()
    return jsonschema_rs.validator_for({**found, "oneOf": [{"$ref": f"#/$defs/{definition}"}]})


@pytest.fixture(scope="module")
def example() -> Window:
    return Window(Registry.read(Folder(Path(__file__).parents[2])), EDITION)


@pytest.fixture
def one() -> Window:
    return Window(registry({"faster": WHOLE}), EDITION)


def read(found: Window, site: str | None = SITE) -> tuple[dict[str, Any], dict[str, Any]]:
    """All ideas in short, and the first one whole."""
    slug = next(iter(found.registry.ideas))
    made = ideas_download(found, site), idea_download(found, slug, site)
    listed, whole = (json.loads(each.content) for each in made)
    return listed, whole


def test_every_file_of_the_example_is_as_the_schema_says(example: Window) -> None:
    ideas, whole = held("Ideas"), held("Whole")
    seen = 0
    for made in downloads(example.registry, EDITION):
        if made.path == "api/v1/ideas.json":
            ideas.validate(json.loads(made.content))
        elif made.path.startswith("api/v1/ideas/"):
            whole.validate(json.loads(made.content))
            seen += 1
    assert seen == len(example.registry.ideas)


#: Each field of an idea in short with a value that it never has, in its own type or another.
WRONG: dict[str, Any] = {
    "slug": 1, "title": None, "summary": 1, "theme": None, "stage": 1, "stage_name": None,
    "challenge": 1, "turn": 1, "turn_of": "Ann", "proposed_on": 20260901, "moved_on": 20260901,
    "moved": 1, "proposers": "bea", "advocates": [1], "tags": {}, "path": 1, "page": None, "api": 1,
}  # fmt: skip


def test_the_schema_has_a_type_for_each_field_and_no_other(one: Window) -> None:
    listed, _ = read(one)
    assert listed["ideas"][0].keys() == WRONG.keys()
    ideas = held("Ideas")
    assert ideas.is_valid(listed)
    for name, value in WRONG.items():
        odd, short = deepcopy(listed), deepcopy(listed)
        odd["ideas"][0][name] = value
        del short["ideas"][0][name]
        assert not ideas.is_valid(odd), name
        assert not ideas.is_valid(short), name
    outer: dict[str, Any] = {"schema_version": 2, "commit": 1, "as_of": 1, "ideas": {}}
    for name, value in outer.items():
        assert not ideas.is_valid({**listed, name: value}), name


def test_the_schema_lets_fields_be_added_anywhere(example: Window) -> None:
    listed, whole = read(example)
    listed["ideas"][0]["new"] = 1
    whole["fields"]["new"] = 1
    for each in whole["fields"].get("decisions", []):
        each["new"] = 1
    assert whole["fields"]["decisions"]
    assert held("Ideas").is_valid(listed)
    assert held("Whole").is_valid(whole)
    assert 'additionalProperties": false' not in json.dumps(schema())
    whole["fields"]["title"] = 5
    assert not held("Whole").is_valid(whole)


def test_the_table_says_the_same_as_the_list(one: Window) -> None:
    [listed], [head, row] = read(one)[0]["ideas"], table(one)
    cells = dict(zip(head, row, strict=True))
    assert listed.keys() == {*head, "moved"}
    assert (cells["turn"], cells["turn_of"], cells["tags"]) == ("advocate", "Ann", "a b")
    for name, cell in cells.items():
        value = listed[name]
        assert cell == (" ".join(value) if isinstance(value, list) else value or ""), name
    assert head == list(COLUMNS)
    assert head[:12] == [
        "slug", "title", "summary", "stage", "theme", "challenge",
        "proposers", "advocates", "tags", "proposed_on", "moved_on", "path",
    ]  # fmt: skip


def table(found: Window, site: str | None = SITE) -> list[list[str]]:
    return [*csv.reader(io.StringIO(sheet(found, site).content.decode(), newline=""), strict=True)]


def test_titles_in_the_table_are_as_written_and_no_formula() -> None:
    titles = {"'=1+1'": "'=1+1", "'Use List<T> and __init__'": "Use List<T> and __init__"}
    for written, shown in titles.items():
        found = Window(registry({"faster": IDEA.replace("Make it faster", written)}), EDITION)
        [head, only] = table(found)
        assert dict(zip(head, only, strict=True))["title"] == shown


def test_without_an_address_of_the_site_addresses_start_from_the_file(one: Window) -> None:
    listed, whole = read(one, None)
    assert listed["ideas"][0]["page"] == "../../ideas/faster.html"
    assert listed["ideas"][0]["api"] == "../../api/v1/ideas/faster.json"
    assert whole["page"] == "../../../ideas/faster.html"
    [head, row] = table(one, None)
    cells = dict(zip(head, row, strict=True))
    assert (cells["page"], cells["api"]) == ("", "")


def test_every_table_ends_its_lines_alike(one: Window) -> None:
    made = [each for each in downloads(one.registry, EDITION) if each.path.endswith(".csv")]
    assert len(made) == len(CHARTS) + 1
    for each in made:
        assert each.content.count(b"\n") == each.content.count(b"\r\n") > 0, each.path
