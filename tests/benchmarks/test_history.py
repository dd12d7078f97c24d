"""The audit against git itself, over 10,000 ideas and 50,000 commits.

What is compared is work inside one running process: this process asks git for `git log --raw -z`
and reads all of it, and in turn runs the audit, which starts git's processes itself. So both pay
for starting git, and neither for starting Python; the whole command's ratio, which does, is only
printed. The audit reads the same log and beside it every version of every idea, holds each against
the one before, and writes what it found. Medians of several turns, taken alternately, after one
that warms up.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from git import Repo

from hero.technology.history import history
from tests.benchmarks.history_made import build
from tests.history.repo import git

pytestmark = pytest.mark.prove

IDEAS, COMMITS, INCREMENT, SAMPLE = 10_000, 50_000, 50, 3


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository, with nothing audited."""
    folder = build(IDEAS, COMMITS, tmp_path_factory.mktemp("history") / "repo")
    assert COMMITS <= int(git(folder, "rev-list", "--count", "main")) < COMMITS * 1.1
    return folder


def in_turns(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The median seconds of each work, after a first turn that does not count."""
    seconds: list[list[float]] = [[] for _ in works]
    for turn in range(rounds + 1):
        for work, taken in zip(works, seconds, strict=True):
            begun = time.perf_counter()
            work()
            taken += [time.perf_counter() - begun] if turn else []
    return [median(taken) for taken in seconds]


def logged(root: Path, *words: str) -> bytes:
    command = ["git", "log", *words, "--raw", "-z", "main"]
    return subprocess.run(command, cwd=root, capture_output=True, check=True).stdout


def test_a_full_pass_takes_at_most_three_times_as_long_as_git_log(root: Path) -> None:
    assert history(root, fresh=True).changes > COMMITS * 0.8
    rounds = in_turns(5, lambda: logged(root), lambda: history(root, fresh=True))
    theirs, ours = rounds
    words = [sys.executable, "-m", "hero", "audit", "--root", str(root)]

    def command() -> None:
        for path in (root / ".hero/history").rglob("*"):
            path.unlink() if path.is_file() else None
        subprocess.run(words, capture_output=True, check=True)

    (whole,) = in_turns(1, command)
    print(
        f"\nfull pass: {ours / theirs:.2f} times git log ({ours:.2f} s to {theirs:.2f} s), "
        f"{whole / theirs:.2f} with the whole command"
    )
    assert ours / theirs <= 3


def test_fifty_commits_more_take_at_most_twice_as_long_as_their_log(root: Path) -> None:
    head = git(root, "rev-parse", "main")
    base = git(root, "rev-list", "--first-parent", f"--skip={INCREMENT}", "-1", head)
    git(root, "update-ref", "refs/heads/main", base)
    history(root, fresh=True)
    (kept,) = (root / ".hero/history").glob(f"*/{base}")
    git(root, "update-ref", "refs/heads/main", head)
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(26):
        (kept.parent / head).unlink(missing_ok=True)
        begun = time.perf_counter()
        logged(root, f"-{INCREMENT}")
        between = time.perf_counter()
        whole = history(root)
        ended = time.perf_counter()
        assert (whole.resumed, whole.stretches[-1].commits) == (1, INCREMENT)
        if turn:
            times[0].append(between - begun)
            times[1].append(ended - between)
    theirs, ours = map(median, times)
    (kept.parent / head).unlink()
    words = [sys.executable, "-m", "hero", "audit", "--root", str(root)]
    begun = time.perf_counter()
    subprocess.run(words, capture_output=True, check=True)
    command = time.perf_counter() - begun
    print(
        f"\n{INCREMENT} commits: {ours / theirs:.2f} times git log ({ours * 1000:.1f} ms to "
        f"{theirs * 1000:.1f} ms), {command / theirs:.0f} with the whole command"
    )
    assert ours / theirs <= 2


def test_file_by_file_would_take_a_hundred_times_as_long(root: Path) -> None:
    """GitPython asked for the commits of each file, as one would begin; a sample stands for all."""
    repository = Repo(root)
    paths = git(root, "ls-tree", "-r", "--name-only", "main", "ideas/").splitlines()
    sample = paths[:: len(paths) // SAMPLE][:SAMPLE]
    begun = time.perf_counter()
    for path in sample:
        assert list(repository.iter_commits("main", paths=path))
    theirs = (time.perf_counter() - begun) / len(sample) * len(paths)
    (ours,) = in_turns(1, lambda: history(root, fresh=True))
    print(f"\nfile by file: {theirs / ours:.0f} times ({theirs:.0f} s, from {len(sample)} files)")
    assert theirs / ours > 100
