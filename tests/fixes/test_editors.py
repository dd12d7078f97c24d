"""The schema has the registry's own words, and the hook for commits has the right shape."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from hero.registry.document import Document
from hero.registry.json_schema import schema, schema_text
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.rules.memory import FILES, Memory

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "ideas/schema.json").read_text(encoding="utf-8"))
GOOD = yaml.safe_load(FILES["ideas/2026/quarantine-flaky-tests.yml"])


def wrong(value: Any, rule: dict[str, Any], whole: dict[str, Any]) -> str | None:
    """The first thing that a schema of our kind finds wrong in plain data, dates being text."""
    if "$ref" in rule:
        return wrong(value, whole["$defs"][rule["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in rule:
        found = [wrong(value, each, whole) for each in rule["anyOf"]]
        return None if None in found else str(found)
    kinds = {"string": str, "integer": int, "number": int | float, "array": list, "object": dict}
    kind = rule.get("type")
    if (kind == "null" and value is not None) or not isinstance(
        value, kinds.get(kind or "", object)
    ):
        return f"{value!r} is not of type {kind}"
    if "enum" in rule and value not in rule["enum"]:
        return f"{value!r} is not one of {rule['enum']}"
    if isinstance(value, str):
        short = len(value) <= rule.get("maxLength", len(value))
        return (
            None
            if short and re.search(rule.get("pattern", ""), value)
            else f"{value!r} does not fit"
        )
    if isinstance(value, list):
        return next(filter(None, (wrong(each, rule["items"], whole) for each in value)), None)
    return wrong_keys(value, rule, whole) if isinstance(value, dict) else None


def wrong_keys(value: dict[str, Any], rule: dict[str, Any], whole: dict[str, Any]) -> str | None:
    known = rule.get("properties", {})
    if missing := set(rule.get("required", ())) - set(value):
        return f"{missing} missing"
    if rule.get("additionalProperties") is False and (unknown := set(value) - set(known)):
        return f"{unknown} unknown"
    told = (wrong(each, known[key], whole) for key, each in value.items() if key in known)
    return next(filter(None, told), None)


def plain(data: Any) -> Any:
    """Data as JSON has it."""
    return json.loads(json.dumps(data, default=str))


IDEAS = sorted((ROOT / "ideas").glob("*/*.yml"))


@pytest.mark.parametrize("path", IDEAS, ids=lambda path: path.stem)
def test_the_kept_schema_finds_nothing_wrong_in_the_shipped_ideas(path: Path) -> None:
    data = plain(Document.read(path.name, path.read_bytes()).data)
    assert wrong(data, SCHEMA, SCHEMA) is None


def test_the_kept_schema_is_this_registrys_own() -> None:
    text = (ROOT / "ideas/schema.json").read_text(encoding="utf-8")
    assert text == schema_text("idea", Registry.read(Folder(ROOT)))


def test_the_schema_offers_the_registrys_words_and_says_what_each_means() -> None:
    made = schema("idea", Registry.read(Memory(FILES)))
    fields = made["properties"]
    assert fields["theme"]["enum"] == [
        "developer-experience",
        "reliability",
        "sustainability",
        "unsure",
    ]
    assert len(fields["theme"]["enumDescriptions"]) == 4
    assert "quiet-nights" in str(fields["challenge"])
    assert "exploring" in str(fields["stage"])
    assert all(field["description"] for field in fields.values())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"theme": "delivry"}, "is not one of"),
        ({"titel": "x"}, "unknown"),
        ({"proposers": "example-ada"}, "is not of type array"),
        ({"builder": "@example-ada"}, "does not fit"),
        ({"challenge": "no-such"}, "is not one of"),
        ({"title": "x" * 81}, "does not fit"),
    ],
)
def test_the_schema_finds_what_an_editor_should_underline(
    change: dict[str, Any], says: str
) -> None:
    made = schema("idea", Registry.read(Memory(FILES)))
    assert wrong(plain(GOOD), made, made) is None
    assert says in str(wrong(plain(GOOD | change), made, made))


def test_a_list_that_cannot_be_trusted_refuses_nothing() -> None:
    broken = FILES | {"playbooks/process/themes.yml": b"themes: [{id: x}]\n"}
    made = schema("idea", Registry.read(Memory(broken)))
    assert "enum" not in made["properties"]["theme"]


def test_the_hook_runs_the_command_that_a_pull_is_checked_with() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    assert (hook["id"], hook["entry"], hook["language"]) == ("hero-check", "hero check", "python")
    assert hook["pass_filenames"] is False
    wanted = re.compile(hook["files"])
    assert wanted.search("ideas/2026/quarantine-flaky-tests.yml")
    assert wanted.search("playbooks/process/themes.yml")
    assert not wanted.search("tests/cases/x/ideas/2026/a.yml")
