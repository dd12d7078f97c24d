"""An audit that goes on where the last one ended says what a fresh one says, whatever happened."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.technology import history_cache
from hero.technology.history import History, history
from hero.technology.history_cache import STRETCHES
from tests.history.made import Made
from tests.history.repo import git, plain


def said(whole: History) -> dict[str, Any]:
    """Everything that an audit says."""
    facts = {slug: each.plain() for slug, each in whole.facts.items()}
    remarks = [each.plain() for each in whole.remarks]
    numbers = {"head": whole.head, "commits": whole.commits, "changes": whole.changes}
    return numbers | {"remarks": remarks, "facts": facts}


def agrees(root: Path) -> History:
    """The audit from where the last one ended; it says what a fresh one says."""
    whole = history(root, facts=True)
    assert said(whole) == said(history(root, fresh=True))
    return whole


def grown(root: Path, seed: int, steps: int) -> tuple[Made, list[str]]:
    """A made history, and the commits of its line, oldest first."""
    made = Made(root, seed)
    made.grow(steps)
    made.writer.done(made.head)
    return made, git(root, "rev-list", "--first-parent", "--reverse", "main").split()


def without_cache(root: Path) -> None:
    """As after a clone."""
    for path in sorted((root / ".hero").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()


@given(seed=st.integers(0, 10**9), stops=st.sets(st.integers(0, 15), min_size=2, max_size=6))
@settings(max_examples=10)
def test_going_on_is_as_good_as_beginning(seed: int, stops: set[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "repo"
        _, line = grown(root, seed, 12)
        for stop in sorted(stops):
            git(root, "update-ref", "refs/heads/main", line[min(stop, len(line) - 1)])
            whole = history(root, facts=True)
            again = history(root, facts=True)
            assert again.resumed == len(again.stretches)
            assert said(whole) == said(again)
        # A fresh one also writes the cache: the comparison comes last.
        agrees(root)


@given(seed=st.integers(0, 10**9))
@settings(max_examples=6)
def test_a_history_that_was_rewritten(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "repo"
        made, line = grown(root, seed, 10)
        history(root)
        # The branch goes back, and on in another way: what was audited is no ancestor any more.
        back = made.chance.randrange(1, len(line))
        git(root, "update-ref", "refs/heads/main", line[back - 1])
        git(root, "symbolic-ref", "HEAD", "refs/heads/main")
        number = made.writer.marks.index(line[back - 1]) + 1
        made.head, made.tree = number, dict(made.trees[number])
        made.grow(4)
        made.writer.done(made.head)
        whole = history(root, facts=True)
        assert said(whole) == said(history(root, fresh=True))


def test_the_nearest_audited_commit_is_where_it_begins(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    _, line = grown(root, 3, 20)
    for stop in (4, 8, 12):
        git(root, "update-ref", "refs/heads/main", line[stop])
        history(root)
    # Twelve is no ancestor of ten, eight is.
    git(root, "update-ref", "refs/heads/main", line[10])
    whole = history(root, facts=True)
    assert [stretch.head for stretch in whole.stretches] == [line[4], line[8], line[10]]
    assert said(whole) == said(history(root, fresh=True))


def test_when_main_becomes_what_was_a_side_branch(tmp_path: Path) -> None:
    """The audited commit is still an ancestor, and not on the line any more."""
    root = tmp_path / "repo"
    made = Made(root, 1)
    base = made.head
    one = made.commit(made.changed(made.tree), (base,))
    made.writer.done(one)
    history(root)
    side = made._aside(made.changed(made.trees[base]), (base,))
    turned = made._aside(made.trees[side] | made.trees[one], (side, one))
    made.writer.done(turned)
    agrees(root)


def test_many_stretches_become_one(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    _, line = grown(root, 4, 30)
    counts = []
    for commit in line:
        git(root, "update-ref", "refs/heads/main", commit)
        counts.append(len(history(root).stretches))
    assert max(counts) == STRETCHES
    assert counts.count(1) > 2
    files = [each for each in (root / ".hero/history").rglob("*") if each.is_file()]
    assert len(files) <= STRETCHES
    agrees(root)


@pytest.mark.parametrize("how", ["cut", "flip", "empty", "folder", "other", "words"])
def test_damage_is_as_good_as_absence(tmp_path: Path, how: str) -> None:
    root = tmp_path / "repo"
    made, _ = grown(root, 6, 12)
    expected = said(history(root))
    (path,) = ((root / ".hero/history").rglob(git(root, "rev-parse", "HEAD")),)
    file = next(iter(path))
    raw = file.read_bytes()
    changes = {
        "cut": raw[: len(raw) // 2],
        "flip": raw.replace(b"example-grace", b"example-tim"),
        "empty": b"",
        "other": raw.replace(made.writer.marks[made.head - 1].encode(), b"0" * 40),
        "words": b"not what was written\n",
    }
    file.unlink()
    if how == "folder":
        file.mkdir()
    else:
        assert changes[how] != raw
        file.write_bytes(changes[how])
    assert said(history(root, facts=True)) == expected


#: Ends the process at the n-th step of writing, in the middle of it where it has one.
KILLED = """
import os, sys
from pathlib import Path
from hero.technology.history import history
left = int(sys.argv[2])
def dying(name, half):
    whole = getattr(Path, name)
    def step(self, *words, **named):
        global left
        left -= 1
        if left < 0:
            half(self, *words)
            os.kill(os.getpid(), 9)
        return whole(self, *words, **named)
    setattr(Path, name, step)
write = Path.write_bytes
dying("write_bytes", lambda path, raw: write(path, raw[: len(raw) // 2]))
for name in ("mkdir", "replace", "unlink"):
    dying(name, lambda *_: None)
history(Path(sys.argv[1]))
"""


def test_killed_at_any_step_of_writing(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    _, line = grown(root, 7, 12)
    expected = said(history(root, fresh=True))
    steps = 0
    for before in (None, line[6]):
        for step in range(20):
            without_cache(root)
            if before:
                git(root, "update-ref", "refs/heads/main", before)
                history(root)
                git(root, "update-ref", "refs/heads/main", line[-1])
            words = [sys.executable, "-c", KILLED, str(root), str(step)]
            code = subprocess.run(words, check=False).returncode
            assert said(history(root, facts=True)) == expected
            if code == 0:
                break
            assert code == -9
            steps += 1
        else:
            pytest.fail("writing has no end")
    assert steps >= 8


def test_another_code_never_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "repo"
    grown(root, 8, 6)
    history(root)
    assert history(root).resumed == 1
    monkeypatch.setattr(history_cache, "code", lambda: "0123456789abcdef")
    assert history(root).resumed == 0


def test_git_does_not_see_it(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    grown(root, 8, 3)
    git(root, "reset", "-q", "--hard")
    history(root)
    assert (root / ".hero/history").is_dir()
    assert git(root, "status", "--porcelain") == ""


def test_what_a_stranger_committed_is_no_cache(tmp_path: Path) -> None:
    """A forged cache would make the audit say what its author likes."""
    root = tmp_path / "repo"
    made, _ = grown(root, 8, 3)
    forged = made.tree | plain({".hero/history/x": "forged"})
    made.commit(forged, (made.head,))
    made.writer.done(made.head)
    history(root)
    assert not (root / ".hero").exists()
    assert history(root).resumed == 0


def test_nothing_is_written_behind_a_link(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    grown(root, 8, 3)
    (tmp_path / "elsewhere").mkdir()
    (root / ".hero").symlink_to(tmp_path / "elsewhere")
    history(root)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    grown(root, 8, 3)
    root.chmod(0o500)
    try:
        assert history(root).commits == 4
    finally:
        root.chmod(0o700)
