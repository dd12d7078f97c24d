"""A folder is read without ever leaving it, and what cannot be entered is told of."""

from pathlib import Path

import pytest

from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.cli.conftest import IDEA


def kinds(root: Path) -> dict[str, str]:
    return {each.path: each.kind for each in Registry.read(Folder(root)).problems}


@pytest.mark.parametrize("linked", ["ideas", "ideas/2026", "playbooks", "playbooks/process"])
def test_a_folder_that_is_a_link_is_told_and_not_entered(tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "2026").mkdir(parents=True)
    (elsewhere / "secret.yml").write_text(IDEA, encoding="utf-8")
    root = tmp_path / "root"
    (root / linked).parent.mkdir(parents=True)
    (root / linked).symlink_to(elsewhere)
    assert kinds(root)[linked] == "file-link"
    assert not Registry.read(Folder(root)).ideas


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "ideas").mkdir()
    (tmp_path / "ideas" / "again").symlink_to(tmp_path / "ideas")
    assert kinds(tmp_path)["ideas/again"] == "file-link"


def test_challenges_have_names_as_ideas_have(tmp_path: Path) -> None:
    folder = tmp_path / "playbooks/culture/challenges"
    folder.mkdir(parents=True)
    for name in ("Half the Wait.yml", "half-the-wait.yaml"):
        (folder / name).write_text("title: Half the wait\n", encoding="utf-8")
    found = [each for each in Registry.read(Folder(tmp_path)).problems if each.kind == "slug-form"]
    assert {Path(each.path).name for each in found} == {"Half the Wait.yml", "half-the-wait.yaml"}
