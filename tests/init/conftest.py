"""A copy of this repository as somebody has it after their first clone."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hero import cli
from tests.forge.fixture import descriptions, forge
from tests.forge.forge import Forge

__all__ = ["descriptions", "forge"]
ROOT = Path(__file__).parents[2]
PARTS = ("ideas", "playbooks", ".github", "requirements")
FILES = ("mkdocs.yml", "Makefile", "pyproject.toml", "README.md", ".pre-commit-hooks.yaml")
SAID = ("--organisation", "Acme", "--theme", "Delivery: to users", "--theme", "Security")
PEOPLE = ("--advocate", "ada#11:delivery", "--advocate", "bob/platform#12")
GIT = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@acme.test")


def git(root: Path, *words: str) -> str:
    """Run git in a folder."""
    done = subprocess.run([*GIT, *words], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean clone, of which git knows where it came from."""
    for name in ("GITHUB_TOKEN", "HERO_TOKEN", "GITHUB_API_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "copy"
    root.mkdir()
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part)
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    for folder in ("tooling/hero", "tests"):
        (root / folder).mkdir(parents=True)
        (root / folder / "one.py").write_text("")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "remote", "add", "origin", "git@github.com:Acme-Org/Ideas.git")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Initial commit")
    return root


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def init(copy: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `hero init` on the copy: its code and what it said."""

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.run(["init", "--root", str(copy), *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def github(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> Forge:
    """The stand-in as the GitHub that hero asks, with two people."""
    monkeypatch.setenv("GITHUB_API_URL", forge.url)
    for login in ("ada", "bob"):
        forge.user(login)
    return forge


def diagnostics(root: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What `hero check` says of a registry."""
    cli.run(["check", "--root", str(root), "--format", "json"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found
