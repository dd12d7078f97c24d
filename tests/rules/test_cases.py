"""Every rule has cases: bad ones that it finds, good ones that nothing finds.

A bad case holds in `expected.txt` what `hero check` prints for it. `make bless` writes them anew;
read the difference before you commit it.
"""

from pathlib import Path

import pytest

from hero.cli import report
from hero.registry.diagnostic import Diagnostic
from hero.registry.registry import Registry
from hero.rules import RULES, check
from hero.technology.folder import Folder
from tests.rules.layers import CASES, SHARED, change_of, lay

RULE_FOLDERS = [folder for folder in sorted(CASES.iterdir()) if folder != SHARED]
EVERY = [case for folder in RULE_FOLDERS if folder.is_dir() for case in sorted(folder.iterdir())]
BAD = [case for case in EVERY if case.name.startswith("bad-")]
GOOD = [case for case in EVERY if case.name.startswith("good-")]


def named(case: Path) -> str:
    return f"{case.parent.name}-{case.name}"


def checked(case: Path, folder: Path) -> tuple[Registry, list[Diagnostic]]:
    root, base = lay(case, folder)
    registry = Registry.read(Folder(root))
    return registry, check(registry, change_of(case, base))


def test_rules_and_folders_are_the_same() -> None:
    assert [folder.name for folder in RULE_FOLDERS] == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("folder", RULE_FOLDERS, ids=lambda folder: folder.name)
def test_a_rule_has_bad_and_good_cases_and_nothing_else(folder: Path) -> None:
    cases = list(folder.iterdir())
    assert any(case in BAD for case in cases)
    assert any(case in GOOD for case in cases)
    assert all(case in BAD + GOOD for case in cases)


@pytest.mark.parametrize("case", EVERY, ids=named)
def test_a_case_is_not_empty(case: Path) -> None:
    assert [path for path in case.rglob("*") if path.is_file() and path.name != "expected.txt"]


@pytest.mark.parametrize("case", BAD, ids=named)
def test_a_bad_case_is_found(case: Path, tmp_path: Path, bless: bool) -> None:
    registry, found = checked(case, tmp_path)
    said = report.text(registry, found)
    expected = case / "expected.txt"
    if bless:
        expected.write_text(said, encoding="utf-8", newline="")
    assert said == expected.read_bytes().decode()
    assert f"[{case.parent.name}]: " in said


@pytest.mark.parametrize("case", GOOD, ids=named)
def test_nothing_is_found_in_a_good_case(case: Path, tmp_path: Path) -> None:
    registry, found = checked(case, tmp_path)
    assert not found, report.text(registry, found)
    assert not (case / "expected.txt").exists()


def test_nothing_is_found_in_what_all_cases_share() -> None:
    registry = Registry.read(Folder(SHARED))
    assert not check(registry)
    assert registry.ideas
    assert registry.challenges
