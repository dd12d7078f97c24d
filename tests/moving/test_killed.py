"""Whoever is killed while moving an idea leaves old files or new ones, and can do it again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hero.process.edits import Refused
from hero.process.moving import Wish, moved
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.moving import kill
from tests.moving.conftest import Hero, state
from tests.moving.world import FACTS, TODAY

WISH = Wish("share-the-rig", "duplicate", "grace", "It is the same.", TODAY, of="book-the-rig")
WORDS = ("move", WISH.slug, WISH.to, "--by", WISH.by, "--because", WISH.because, "--of", WISH.of)


@pytest.fixture
def edits(root: Path) -> list[tuple[str, bytes, bytes]]:
    made = moved(Registry.read(Folder(root)), WISH, FACTS)
    assert not isinstance(made, Refused)
    return [(each.path, each.before, each.after) for each in made.files]


@pytest.fixture
def told(root: Path, tmp_path: Path, edits: list[tuple[str, bytes, bytes]]) -> list[dict[str, Any]]:
    rows = tmp_path / "edits.json"
    rows.write_text(json.dumps([[p, b.decode(), a.decode()] for p, b, a in edits]), "utf-8")
    words = [sys.executable, kill.__file__, str(root), str(rows)]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_a_kill_at_any_step_leaves_old_or_new_files(told: list[dict[str, Any]]) -> None:
    steps = [each for each in told if not each["tear"]]
    assert len(steps) > 50
    assert all(each["ended"] == -9 for each in steps[:-1])
    assert steps[-1]["ended"] == 0
    # The idea that gains proposers comes first; nothing is ever torn, and nothing goes back.
    assert {each["left"] for each in told} == {"oo", "no", "nn"}
    assert [each["left"] for each in steps] == sorted(
        (each["left"] for each in steps), key=["oo", "no", "nn"].index
    )


def test_a_torn_write_touches_no_idea(told: list[dict[str, Any]]) -> None:
    torn = [each for each in told if each["tear"]]
    assert [each["ended"] for each in torn] == [-9, -9, 0]
    assert [each["left"] for each in torn] == ["oo", "oo", "nn"]
    assert [each["passing"] for each in torn] == [1, 2, 0]


def test_writing_again_completes_and_clears_up(told: list[dict[str, Any]]) -> None:
    assert {each["again"] for each in told} == {"nn"}
    assert not [each for each in told if each["rest"]]
    assert max(each["passing"] for each in told) == 2


@pytest.mark.parametrize("left", ["oo", "no"])
def test_the_verb_completes_what_was_begun(
    hero: Hero, root: Path, edits: list[tuple[str, bytes, bytes]], left: str
) -> None:
    for (path, _, after), kind in zip(edits, left, strict=True):
        if kind == "n":
            (root / path).write_bytes(after)
        (root / path).with_name(f".{Path(path).name}.12345").write_bytes(after[:7])
    before = state(root)
    done = hero(*map(str, WORDS))
    assert done.code == 0, done
    now = state(root)
    for path, _, after in edits:
        assert now[path] == after
    written = {path for path in before if before[path] != now.get(path)}
    idle = {path for path in written if not path.endswith(".12345")}
    assert idle == {path for (path, _, _), kind in zip(edits, left, strict=True) if kind == "o"}
