"""The locked requirements: a hash for each, no address, and one answer in both files."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?: ; (?P<marker>.+))?")
SHA = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def lines(path: Path) -> list[str]:
    """Return the requirements, each with its continuation lines joined."""
    text = re.sub(r"^ *#.*\n", "", path.read_text(), flags=re.MULTILINE)
    return text.replace("\\\n", " ").splitlines()


def pins(path: Path) -> set[tuple[str, str, str | None]]:
    """Return name, version and marker of every requirement."""
    found = (PIN.fullmatch(line.partition("--hash")[0].rstrip()) for line in lines(path))
    return {(m["name"], m["version"], m["marker"]) for m in found if m}


def normal(requirement: str) -> str:
    """Return the normalized name of a requirement as pyproject.toml states it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def test_there_are_two_files() -> None:
    assert [path.name for path in FILES] == ["dev.txt", "runtime.txt"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_one_version_with_hashes(path: Path) -> None:
    for line in lines(path):
        requirement, *hashes = re.split(r" +(?=--hash)", line)
        assert PIN.fullmatch(requirement.rstrip()), line
        assert hashes, line
        assert all(SHA.fullmatch(each.strip()) for each in hashes), line


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_names_an_index(path: Path) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|^-[cefir] ", path.read_text(), re.M)


def test_both_files_agree_on_what_both_name() -> None:
    dev, runtime = ({(name, version) for name, version, _ in pins(path)} for path in FILES)
    both = {name for name, _ in dev} & {name for name, _ in runtime}
    assert both
    assert {pin for pin in dev if pin[0] in both} <= runtime


def test_the_files_hold_everything_that_pyproject_names() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = stated["dependency-groups"]
    dev, runtime = ({name for name, *_ in pins(path)} for path in FILES)
    wanted = [*stated["project"]["dependencies"], *groups["build"]]
    assert {normal(each) for each in wanted} <= runtime
    assert {normal(each) for each in groups["dev"]} <= dev
