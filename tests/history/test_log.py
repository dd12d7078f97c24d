"""What git says is taken in blocks of any size, and nothing in it is taken for something else."""

import subprocess
from pathlib import Path

import pytest

from hero.technology.history_blobs import Answers
from hero.technology.history_log import WORDS, Commit, Log
from tests.history.made import Made
from tests.history.repo import ADA, Writer, alone, at, plain


def said(root: Path) -> bytes:
    command = ["git", *WORDS, "main"]
    done = subprocess.run(command, cwd=root, env=alone(root), capture_output=True, check=True)
    return done.stdout


def in_blocks(raw: bytes, size: int) -> list[Commit]:
    log = Log("")
    found = [
        commit
        for start in range(0, len(raw), size)
        for commit in log.take(raw[start : start + size])
    ]
    return found + log.take(b"")


@pytest.mark.parametrize("size", [1, 7, 40, 1000])
def test_blocks_of_any_size_say_the_same(tmp_path: Path, size: int) -> None:
    made = Made(tmp_path / "repo", 2)
    made.grow(20)
    made.writer.done(made.head)
    raw = said(tmp_path / "repo")
    whole = in_blocks(raw, len(raw))
    assert in_blocks(raw, size) == whole
    assert len(whole) > 20


def test_the_last_commit_may_have_no_files(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "repo")
    writer.done(writer.commit({}, (), ADA, at("2026-03-01")))
    (commit,) = in_blocks(said(tmp_path / "repo"), 10)
    assert (commit.parents, commit.entries, commit.authors[0].login) == ((), (), "example-ada")


def test_words_that_look_like_git_s_own(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "repo")
    name = ":100644 100644 abc def M"
    body = f"Subject\n\n{name}\nideas/x.yml\n\nCo-Authored-By:{' ' * 50_000}\n"
    body += "co-authored-by:  Wei  <wei@example.org> \nCo-authored-by: <a@b>c\n"
    tree = plain({f"ideas/2026/{name}": "a", "ideas/2026/a\nb.yml": "b", ":": "c"})
    writer.done(writer.commit(tree, (), (name, "x@example.org"), at("2026-03-01"), message=body))
    (commit,) = in_blocks(said(tmp_path / "repo"), 1000)
    assert {entry.path for entry in commit.entries} == set(tree)
    assert [who.known_as for who in commit.authors] == [name, "Wei"]


@pytest.mark.parametrize("size", [1, 5, 10_000])
def test_contents_in_blocks_of_any_size(size: int) -> None:
    raw = b"aa blob 3\nx\ny\nbb missing\ncc tree 2\n\n\n\ndd blob 0\n\nee blob 9000000\n"
    raw += b"z" * 9_000_000 + b"\nff blob 1\nf\n"
    raw = raw if size > 5 else raw.replace(b"z" * 9_000_000, b"").replace(b"9000000", b"0")
    answers = Answers()
    blocks = (raw[start : start + size] for start in range(0, len(raw), size))
    found = dict(each for block in blocks for each in answers.take(block))
    large = None if size > 5 else b""
    assert found == {"aa": b"x\ny", "bb": None, "cc": None, "dd": b"", "ee": large, "ff": b"f"}
