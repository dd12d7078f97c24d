"""A sound registry in a folder and on the stand-in, and doctor as somebody runs it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest

from hero import cli
from hero.cli import doctor_shown
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
as_data = doctor_shown.data
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
    for login in ("root", "ada", "bob"):
        forge.user(login)
    begin(root, forge)
    capsys.readouterr()
    repo = published(forge, root)

    def look(*words: str) -> Looked:
        shown: list[str] = []

        def both(health: Any, findings: Any, done: Any) -> dict[str, Any]:
            shown.append(doctor_shown.text(health, findings, done, "--apply" in words))
            return as_data(health, findings, done)

        monkeypatch.setattr(doctor_shown, "data", both)
        code = cli.run(["doctor", "--root", str(root), "--format", "json", *words])
        found = json.loads(capsys.readouterr().out)["findings"]
        return Looked(code, {each["check"]: each for each in found}, click.unstyle(shown[0]))

    return Place(root, forge, repo, look)


#: What `hero init` made, once, with a word in place of the forge's address.
BEGUN: dict[str, bytes] = {}
ADDRESS = b"http://the.forge"


def begin(root: Path, forge: Forge) -> None:
    """Make a copy of the example Acme's own."""
    if not BEGUN:
        for part in PARTS:
            shutil.copytree(ROOT / part, root / part)
        init(root, forge)
        made = files_below(root, *PARTS)
        BEGUN.update({path: raw.replace(forge.url.encode(), ADDRESS) for path, raw in made.items()})
        return
    for path, raw in BEGUN.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw.replace(ADDRESS, forge.url.encode()))


def init(root: Path, forge: Forge) -> None:
    """Run the verb."""
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
