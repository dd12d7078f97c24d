"""A registry at a revision is the registry that was there, without a checkout."""

import datetime as dt
import os
import re
import subprocess
from pathlib import Path

import pytest

from hero.registry.failure import Failed
from hero.registry.registry import Registry
from hero.rules import check
from hero.technology.folder import Folder
from hero.technology.git import Revision, commit_of, committed_at, configured
from hero.technology.mkdocs_edition import edition_of
from tests.cli.conftest import IDEA

HERE = Path(__file__).parents[2]
WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Tests"), ("EMAIL", "t@example.org"), ("DATE", "2026-01-02T03:04"))
}


def git(root: Path, *words: str, on: str | None = None) -> str:
    """Run git as nobody in particular, at a fixed time or `on` another day."""
    dated = {name: on or value if name.endswith("DATE") else value for name, value in WHO.items()}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **dated}
    environment = {"PATH": os.environ["PATH"], "HOME": str(root), **alone}
    done = subprocess.run(
        ["git", *words], cwd=root, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registry in a folder below the top of a repository, with one commit."""
    root = tmp_path / "top" / "registry"
    (root / "ideas/2026").mkdir(parents=True)
    subprocess.run(["cp", "-r", str(HERE / "playbooks"), str(root)], check=True)
    (root / "ideas/2026/one.yml").write_text(IDEA, encoding="utf-8")
    (root / "ideas/2026/ümlaut und blank.yml").write_text(IDEA, encoding="utf-8")
    git(tmp_path / "top", "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "One")
    return root


def test_a_revision_reads_like_the_folder_did(root: Path) -> None:
    before = Registry.read(Folder(root))
    (root / "ideas/2026/two.yml").write_text(IDEA, encoding="utf-8")
    (root / "ideas/2026/one.yml").write_text("broken: [", encoding="utf-8")
    then = Registry.read(Revision(root, "HEAD"))
    assert then.ideas == before.ideas
    assert then.paths == before.paths
    assert check(then) == check(before)
    assert then.document("ideas/2026/one.yml").text == IDEA


def test_links_submodules_and_large_files_are_refused(root: Path) -> None:
    (root / "ideas/2026/link.yml").symlink_to("one.yml")
    (root / "ideas/2026/large.yml").write_bytes(b"# \n" * 1_500_000)
    git(root, "add", ".")
    module = f"160000,{git(root, 'rev-parse', 'HEAD')},registry/ideas/2026/module.yml"
    git(root, "update-index", "--add", "--cacheinfo", module)
    git(root, "commit", "-qm", "Two")
    found = {
        problem.path: problem.kind for problem in Registry.read(Revision(root, "main")).problems
    }
    assert found["ideas/2026/link.yml"] == "file-link"
    assert found["ideas/2026/large.yml"] == "file-size"
    assert found["ideas/2026/module.yml"] == "file-unreadable"


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD~5", "", "HEAD:ideas"])
def test_an_unknown_revision_is_told(root: Path, revision: str) -> None:
    with pytest.raises(Failed, match="git knows no revision"):
        Revision(root, revision)


def test_a_shallow_clone_says_what_to_do(root: Path, tmp_path: Path) -> None:
    git(root, "commit", "-qm", "Two", "--allow-empty")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/top", "shallow")
    with pytest.raises(Failed) as failed:
        Revision(tmp_path / "shallow" / "registry", "HEAD~1")
    assert "--unshallow" in failed.value.mend


def test_outside_of_git_there_is_no_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path) is None
    assert configured(tmp_path, "github.user") is None
    with pytest.raises(Failed, match="is not in a git repository"):
        Revision(tmp_path, "HEAD")


def test_no_commit_yet(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert commit_of(tmp_path) is None


def test_a_commit_has_a_moment_in_utc_and_an_example_a_day(root: Path) -> None:
    git(root, "commit", "-q", "--allow-empty", "-m", "x", on="2026-01-05T23:30:00+02:00")
    moment = dt.datetime(2026, 1, 5, 21, 30, tzinfo=dt.UTC)
    assert committed_at(root, "HEAD") == moment
    example = edition_of(root, Registry.read(Folder(root)))
    assert (example.committed, example.as_of) == (None, dt.date(2026, 11, 20))
    network = root / "playbooks/technology/network.yml"
    text = re.sub(r"(?m)^(example|as_of):.*$", "", network.read_text("utf-8"))
    network.write_text(text, encoding="utf-8")
    assert edition_of(root, Registry.read(Folder(root))).committed == moment


@pytest.mark.parametrize("seconds", ["0", "99999999999999"])
def test_a_moment_that_no_clock_shows_is_none(root: Path, seconds: str) -> None:
    git(root, "commit", "-q", "--allow-empty", "-m", "x", on=f"@{seconds} +0000")
    assert (committed_at(root, "HEAD") is None) == (len(seconds) > 9)
