"""Two revisions side by side: what counts as changed, also where history is odd or missing."""

import datetime as dt
from pathlib import Path

import pytest

from hero.registry.failure import Failed
from hero.technology.git_change import compare
from tests.cli.conftest import IDEA
from tests.technology.test_git import git, root

__all__ = ["root"]


def write(root: Path, path: str, text: str = IDEA) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def commit(root: Path, path: str, text: str = IDEA) -> str:
    write(root, path, text)
    git(root, "add", ".")
    git(root, "commit", "-qm", f"Write {path}")
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def parted(root: Path) -> Path:
    """A branch with one idea more, and a main that went on without it."""
    git(root, "switch", "-qc", "branch")
    commit(root, "ideas/2026/theirs.yml")
    git(root, "switch", "-q", "main")
    commit(root, "ideas/2026/ours.yml")
    return root


def test_what_the_base_gained_is_no_change(parted: Path) -> None:
    found = compare(parted, "main", "branch")
    assert found.paths == {"ideas/2026/theirs.yml"}
    assert found.base == git(parted, "rev-parse", "main~1")
    assert (found.note, found.head_day) == ("", dt.date(2026, 1, 2))


def test_the_folder_counts_as_it_is(parted: Path) -> None:
    git(parted, "switch", "-q", "branch")
    write(parted, "ideas/2026/neu und ümlaut.yml")
    write(parted, "ideas/2026/one.yml", "title: Another\n")
    (parted / "ideas/2026/ümlaut und blank.yml").unlink()
    (parted.parent / "beside.txt").write_text("not of this registry", encoding="utf-8")
    found = compare(parted, "main", None)
    names = ("theirs", "neu und ümlaut", "one", "ümlaut und blank")
    assert found.paths == {f"ideas/2026/{name}.yml" for name in names}
    assert found.head_day is None


def test_a_renamed_file_is_one_gone_and_one_new(root: Path) -> None:
    git(root, "mv", "ideas/2026/one.yml", "ideas/2026/other.yml")
    git(root, "commit", "-qm", "Rename")
    found = compare(root, "HEAD~1", "HEAD")
    assert found.paths == {"ideas/2026/one.yml", "ideas/2026/other.yml"}


def test_a_detached_head_is_as_good_as_a_branch(parted: Path) -> None:
    git(parted, "checkout", "-q", "--detach", "branch")
    assert compare(parted, "main", None).paths == {"ideas/2026/theirs.yml"}


def test_without_a_common_ancestor_it_says_so(root: Path) -> None:
    git(root, "switch", "-q", "--orphan", "elsewhere")
    commit(root, "ideas/2026/theirs.yml")
    found = compare(root, "main", "elsewhere")
    assert found.base == git(root, "rev-parse", "main")
    assert "ideas/2026/one.yml" in found.paths
    assert "share no history" in found.note
    assert "name the commit that elsewhere began from" in found.note


def test_in_a_shallow_clone_it_says_what_to_do(parted: Path, tmp_path: Path) -> None:
    origin = f"file://{parted.parent}"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", origin, "shallow")
    clone = tmp_path / "shallow" / "registry"
    assert "git fetch --unshallow" in compare(clone, "origin/main", "origin/branch").note
    with pytest.raises(Failed) as failed:
        compare(clone, "origin/main~1", None)
    assert "git fetch --unshallow" in str(failed.value.mend)
    git(clone, "fetch", "-q", "--unshallow")
    found = compare(clone, "origin/main", "origin/branch")
    assert found.paths == {"ideas/2026/theirs.yml"}
    assert found.note == ""
