"""One pass over a history sees what one `git log` a file sees."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.process.audit.ledger import Standing
from hero.technology.history import history
from hero.technology.history_git import repository
from hero.technology.history_reading import read_steps
from tests.history import slow
from tests.history.made import Made


def made(root: Path, seed: int, within: str = "", steps: int = 14) -> Path:
    """A repository with a made history, and the registry's folder in it."""
    history = Made(root, seed, within)
    history.grow(steps)
    history.writer.done(history.head)
    folder = root / within
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def fast(folder: Path) -> list[slow.Touched]:
    """What the one pass sees, in the same form."""
    steps, _ = read_steps(repository(folder), None, Standing())
    return [
        slow.Touched(
            step.commit,
            t.slug,
            t.path,
            t.before,
            t.after,
            tuple((who.name, who.email) for who in t.writers),
        )
        for step in steps
        for t in step.touches
    ]


@given(seed=st.integers(0, 10**9))
@settings(max_examples=8)
def test_every_change_is_seen_with_those_who_wrote_it(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = made(Path(folder) / "repo", seed)
        assert fast(root) == slow.touched(root, "main")


@given(seed=st.integers(0, 10**9))
@settings(max_examples=8)
def test_what_only_git_knows_is_the_same(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = made(Path(folder) / "repo", seed)
        expected = slow.known(root, slow.touched(root, "main"))
        found = {
            slug: slow.Known(
                facts.revisions,
                tuple(facts.writers),
                facts.last[0],
                tuple(row[:5] for row in facts.added),
            )
            for slug, facts in history(root, fresh=True).facts.items()
        }
        assert found == expected


@pytest.mark.parametrize("within", ["registry/", "a folder/with “odd” names/"])
def test_a_registry_below_the_top_of_its_repository(tmp_path: Path, within: str) -> None:
    folder = made(tmp_path / "repo", 5, within)
    # Another registry beside it is none of its business.
    assert fast(folder) == slow.touched(tmp_path / "repo", "main", within)
    assert fast(folder)


def test_the_made_histories_hold_what_they_are_made_for(tmp_path: Path) -> None:
    """Merges with writers of their own, moves, deletions, links and unreadable files."""
    seen: set[str] = set()
    for seed in range(4):
        root = made(tmp_path / str(seed), seed, steps=30)
        touches = fast(root)
        steps, blobs = read_steps(repository(root), None, Standing())
        authors = {step.commit: (step.author.name, step.author.email) for step in steps}
        seen |= {"merge"} if any(authors[t.commit] not in t.writers for t in touches) else set()
        seen |= {"gone"} if any(t.after is None for t in touches) else set()
        seen |= {"link"} if any(t.after == "-" for t in touches) else set()
        seen |= {"unreadable"} if None in blobs.versions.values() else set()
        commits = {(t.commit, t.slug) for t in touches if t.after is None}
        seen |= {"moved"} if commits & {(t.commit, t.slug) for t in touches if t.after} else set()
    assert seen == {"merge", "gone", "link", "unreadable", "moved"}
