"""Hero taken by reference: thin workflows that linters pass, and a Makefile that installs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from hero.technology.checkout import checkout
from tests.init.conftest import PEOPLE, ROOT, SAID, Run, git

SHA = "5f2c1d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e"
BY = ("--workflows", "by-reference", "--hero", f"acme/hero@{SHA}")
CALLED = ("check", "reconcile", "schedule", "publish")
BIN = Path(sys.executable).parent


@pytest.fixture
def thin(copy: Path, init: Run) -> Path:
    """A registry that keeps nothing of Hero but its version."""
    assert init(*SAID, *PEOPLE, *BY, "--apply")[0] == 0
    return copy


def workflow(root: Path, name: str) -> dict[Any, Any]:
    held: dict[Any, Any] = yaml.safe_load((root / f".github/workflows/{name}.yml").read_text())
    return held


def test_each_caller_starts_as_its_original_does_and_may_what_that_needs(thin: Path) -> None:
    for name in CALLED:
        mine, theirs = workflow(thin, name), workflow(ROOT, name)
        events = {key: value for key, value in theirs[True].items() if key != "workflow_call"}
        assert mine[True] == events
        assert (mine["name"], mine["permissions"]) == (theirs["name"], {})
        (job,) = mine["jobs"].values()
        assert job["uses"] == f"acme/hero/.github/workflows/{name}.yml@{SHA}"
        for each in theirs["jobs"].values():
            for scope, level in each["permissions"].items():
                assert job["permissions"][scope] in (level, "write")
        needed = {scope for each in theirs["jobs"].values() for scope in each["permissions"]}
        assert set(job["permissions"]) == needed


def test_what_a_caller_passes_is_what_is_taken(thin: Path) -> None:
    for name in CALLED:
        (job,) = workflow(thin, name)["jobs"].values()
        taken = workflow(ROOT, name)[True]["workflow_call"] or {}
        assert set(job.get("with", ())) == set(taken.get("inputs", ()))
        assert set(job.get("secrets", ())) == set(taken.get("secrets", ()))


def test_the_linters_pass_the_callers(thin: Path) -> None:
    files = [str(thin / f".github/workflows/{name}.yml") for name in CALLED]
    for words in (
        ["actionlint", "-shellcheck=", "-pyflakes=", *files],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files],
    ):
        done = subprocess.run([BIN / words[0], *words[1:]], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    words = ["--offline", "--no-progress", "--persona=auditor", "--format=json", ".github"]
    done = subprocess.run([BIN / "zizmor", *words], cwd=thin, capture_output=True, text=True)
    found = {
        (each["ident"], each["locations"][0]["symbolic"]["key"]["Local"]["verbatim_path"])
        for each in json.loads(done.stdout)
    }
    # It starts on the end of other workflows, as its original does: nothing of theirs is used.
    known = {("dangerous-triggers", ".github/workflows/reconcile.yml")}
    assert {each for each in found if each[1].split("/")[-1][:-4] in CALLED} <= known


def test_the_tooling_is_gone_and_the_registry_stays(thin: Path) -> None:
    for name in ("tooling", "tests", "pyproject.toml", ".pre-commit-hooks.yaml"):
        assert not (thin / name).exists(), name
    for name in ("mkdocs.yml", "playbooks", "requirements/runtime.txt", ".github/actions"):
        assert (thin / name).exists(), name
    assert git(thin, "status", "--porcelain", "--", "README.md") == ""


def test_what_comes_next_begins_with_the_hero_that_was_named(copy: Path, init: Run) -> None:
    _, _, err = init(*SAID, *PEOPLE, *BY, "--apply")
    lines = err.splitlines()
    assert [line.split()[:2] for line in lines[1:5]] == [
        ["git", "add"],
        ["make", ".venv/hero"],
        ["hero", "doctor"],
        ["hero", "new"],
    ]


def test_one_version_is_named_everywhere_and_found_again(thin: Path) -> None:
    seen = checkout(thin)
    assert seen.source == "acme/hero"
    assert set(seen.pins.values()) == {SHA}
    assert set(seen.pins) == {
        *(f".github/workflows/{name}.yml" for name in CALLED),
        "requirements/hero.txt",
    }


def test_make_installs_hero_at_its_version(thin: Path, tmp_path: Path) -> None:
    log, python = tmp_path / "log", tmp_path / "python3"
    python.write_text(
        '#!/bin/sh\ncase "$1 $2" in "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python";; '
        f'"-m pip") echo "$*" >> "{log}";; esac\n'
    )
    python.chmod(0o755)
    done = subprocess.run(
        ["make", "--no-print-directory", ".venv/hero", f"PYTHON={python}"],
        cwd=thin,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    packages, hero = log.read_text().splitlines()
    assert "--require-hashes --requirement requirements/runtime.txt" in packages
    assert hero.endswith("--no-build-isolation --requirement requirements/hero.txt")
    assert (thin / "requirements/hero.txt").read_text() == (
        f"hero @ git+https://github.com/acme/hero@{SHA}\n"
    )
