"""A registry in a folder, and a way to run verbs on it quickly."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hero.cli import run
from tests.moving.world import files, idea

IDEAS = {
    "share-the-rig": idea(rest="stage: proposed\nadvocates: [grace, Linus]  # both\n"),
    "book-the-rig": idea("Book the rig", proposers="[bea]"),
    "graces-own": idea("Her own", proposers="[grace]"),
    "odd": idea("Odd one", rest="colour: red\n"),
}


@dataclass(frozen=True)
class Done:
    """What a run left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Hero = Callable[..., Done]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registry with a few ideas, outside of git."""
    return lay(tmp_path / "registry", files(IDEAS))


def lay(root: Path, raw: dict[str, bytes]) -> Path:
    for path, text in raw.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text)
    return root


@pytest.fixture
def hero(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Hero:
    """Run `hero WORDS…` in the registry on the day 2026-11-20, with nobody's settings."""
    from tests.moving.world import TODAY

    monkeypatch.chdir(root)
    monkeypatch.setattr("hero.technology.clock.today", lambda: TODAY)
    for name in ("GITHUB_ACTOR", "XDG_CONFIG_HOME", "GH_CONFIG_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}.items():
        monkeypatch.setenv(name, value)

    def done(*words: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = run(list(words))
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return done


def state(root: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too, but for git's own."""
    return {
        str(path.relative_to(root)): b"link" if path.is_symlink() else path.read_bytes()
        for path in sorted(root.rglob("*"))
        if ".git" not in path.parts and (path.is_symlink() or path.is_file())
    }


__all__ = ["Done", "Hero", "lay", "state"]
