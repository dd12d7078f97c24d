"""Whatever stands in a file, checking it gives diagnostics, each at a place, in every format."""

import json
import re
from pathlib import Path, PurePath
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hero.cli import report
from hero.registry.diagnostic import Diagnostic
from hero.registry.registry import POLICIES, Registry
from hero.registry.render import inline
from hero.registry.schema import fields_at
from hero.rules import RULES, check
from hero.technology.folder import Folder
from tests.registry.texts import CALM, DATA, RAW, VALUES, written
from tests.rules.layers import CASES, lay
from tests.rules.memory import FILES, Memory
from tests.rules.models import every_model

IDS = {rule.id for rule in RULES}
IDEA = "ideas/2026/some-idea.yml"
KNOWN = "ideas/2026/quarantine-flaky-tests.yml"
#: What commands a terminal or ends a line of a log; a line feed is ours.
COMMANDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
KEYS = sorted({key for model in every_model() for key in fields_at(model)})
#: Data under keys that models have, so that faults reach the innermost of them.
FIELDS: st.SearchStrategy[Any] = st.dictionaries(
    st.sampled_from(KEYS),
    st.recursive(
        VALUES,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
        ),
        max_leaves=8,
    ),
    max_size=8,
)


def checked(files: dict[str, bytes]) -> tuple[Registry, list[Diagnostic]]:
    registry = Registry.read(Memory(files))
    return registry, check(registry)


def assert_told(registry: Registry, found: list[Diagnostic]) -> None:
    """Every diagnostic is one of a rule, says something, and can be printed in every way."""
    assert {each.rule for each in found} <= IDS
    for each in found:
        assert each.message
        assert each.help
        assert_inside(registry, each)
    assert not COMMANDS.search(report.text(registry, found))
    commands = report.github(registry, found)
    assert not COMMANDS.search(commands)
    assert commands.count("\n") == len(found)
    assert all(re.match("::(error|warning|notice) ", line) for line in commands.splitlines())
    assert [each["rule"] for each in json.loads(report.as_json(registry, found))] == [
        each.rule for each in found
    ]


def assert_inside(registry: Registry, diagnostic: Diagnostic) -> None:
    if span := diagnostic.place.span:
        lines = registry.document(diagnostic.place.path).text.split("\n")
        assert 1 <= span.line == span.end_line <= len(lines)
        assert 1 <= span.column < span.end_column <= len(lines[span.line - 1]) + 2


@CALM
@given(raw=RAW)
def test_any_bytes_as_an_idea(raw: bytes) -> None:
    assert_told(*checked(FILES | {IDEA: raw}))


@CALM
@given(data=FIELDS, more=DATA)
def test_any_data_as_an_idea(data: dict[str, Any], more: Any) -> None:
    whole = FILES[KNOWN].decode()
    lines = "".join(f"{key}: {inline(value)}\n" for key, value in data.items())
    files = {IDEA: whole + lines, "ideas/b.yml": lines, "ideas/c.yml": inline(more)}
    assert_told(*checked(FILES | {path: text.encode() for path, text in files.items()}))


@CALM
@given(
    path=st.sampled_from([path for path, _, _ in POLICIES.values()]),
    raw=RAW | written(FIELDS).map(lambda pair: pair[1].encode()),
)
def test_any_bytes_as_a_policy(path: str, raw: bytes) -> None:
    assert_told(*checked(FILES | {path: raw}))


@CALM
@given(name=st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=30))
def test_any_name_of_a_file(name: str) -> None:
    files = FILES | {f"ideas/{name}.yml": b"title: x\n", f"ideas/{name}/{name}.yml": b"[]"}
    assert_told(*checked(files))


@CALM
@given(order=st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(order: Any) -> None:
    files = FILES | EVERY_IDEA
    shuffled = dict(order.sample(list(files.items()), len(files)))
    registry, found = checked(files)
    assert report.text(*checked(shuffled)) == report.text(registry, found)
    assert len(found) > 50


def ideas_of_every_case() -> dict[str, bytes]:
    """The ideas of the bad cases, each in a folder of its own, the first one of each slug:
    of two files of one slug, the one that is listed first counts."""
    found: dict[str, bytes] = {}
    for path in sorted(CASES.glob("*/bad-*/ideas/**/*.yml")):
        if path.name != PurePath(KNOWN).name:
            found.setdefault(path.name, path.read_bytes())
    return {f"ideas/{name[0]}/{name}": raw for name, raw in found.items()}


EVERY_IDEA = ideas_of_every_case()


def test_a_folder_gives_what_memory_gives(tmp_path: Path) -> None:
    root, _ = lay(CASES / "idea-unknown" / "bad-kinds", tmp_path)
    registry = Registry.read(Folder(root))
    files = {
        path: (root / path).read_bytes() for path in FILES | {registry.paths["retry-budget"]: b""}
    }
    assert report.text(registry, check(registry)) == report.text(*checked(files))
