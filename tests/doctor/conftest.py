"""A sound registry in a folder and on the stand-in, and doctor as somebody runs it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hero import cli
from hero.reconcile.doctor.guard import wanted
from hero.registry.registry import Registry
from hero.technology import clock
from hero.technology.folder import Folder
from hero.technology.rewritings import files_below
from tests.forge.fixture import descriptions, forge
from tests.forge.forge import Forge
from tests.forge.repository import Label, Repository

__all__ = ["descriptions", "forge"]
ROOT = Path(__file__).parents[2]
PARTS = ("ideas", "playbooks", ".github")


@dataclass
class Place:
    """A registry here and on the forge, and a way to look at both."""

    root: Path
    forge: Forge
    repo: Repository
    look: Callable[..., "Looked"]

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file here alone."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def admin(self, path: str) -> Any:
        """Read something as the administrator."""
        return self.forge.ask("root", "GET", f"/repos/acme/ideas{path}")


@dataclass
class Looked:
    """What doctor said: its code, and what it found, by check."""

    code: int
    found: dict[str, dict[str, Any]]
    text: str

    def amiss(self) -> dict[str, dict[str, Any]]:
        """What is to mend."""
        return {check: each for check, each in self.found.items() if each["state"] == "mend"}

    def states(self, state: str) -> set[str]:
        """The checks of a state."""
        return {check for check, each in self.found.items() if each["state"] == state}


@pytest.fixture
def place(
    forge: Forge,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Place:
    """Acme's ideas, begun by `hero init` and set up as the playbook asks."""
    monkeypatch.setenv("GITHUB_API_URL", forge.url)
    monkeypatch.setenv("GITHUB_TOKEN", "token-root")
    for name in ("HERO_TOKEN", "HERO_APP_ID", "HERO_APP_KEY", "GITHUB_REPOSITORY", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("GITHUB_GRAPHQL_URL", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setattr(clock, "now", forge.world.now)
    monkeypatch.setattr(clock, "today", lambda: forge.world.now().date())
    root = tmp_path / "ideas"
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part)
    for login in ("root", "ada", "bob"):
        forge.user(login)
    begin(root, forge)
    capsys.readouterr()
    repo = published(forge, root)

    def look(*words: str) -> Looked:
        code = cli.run(["doctor", "--root", str(root), "--format", "json", *words])
        found = json.loads(capsys.readouterr().out)["findings"]
        assert cli.run(["doctor", "--root", str(root)]) in (0, 1)
        return Looked(code, {each["check"]: each for each in found}, capsys.readouterr().out)

    return Place(root, forge, repo, look)


def begin(root: Path, forge: Forge) -> None:
    """Make the copy Acme's own."""
    said = [
        *("--repository", "acme/ideas", "--forge", forge.url, "--organisation", "Acme"),
        *("--theme", "Delivery: from a merge to users", "--theme", "Security"),
        *("--advocate", "ada", "--advocate", "bob:delivery,security", "--owner", "root"),
    ]
    assert cli.run(["init", "--root", str(root), *said, "--apply"]) == 0


def published(forge: Forge, root: Path) -> Repository:
    """The same files as a repository, set up as they should be."""
    files = files_below(root, *PARTS)
    repo = forge.repository("acme/ideas", files, root="admin", ada="write", bob="write")
    repo.settings.protected.add("main")
    repo.settings.code_owners = True
    repo.settings.pages = {}
    for number, each in enumerate(wanted(Registry.read(Folder(root))), 1):
        repo.labels.append(Label(number, each.name, each.colour, each.about))
    return repo
