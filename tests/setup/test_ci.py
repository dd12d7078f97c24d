"""What a change must pass: real proposals are required, a caller's settings do not count."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the script, and a make that shows what it was given."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    make = tmp_path / "make"
    make.write_text('#!/bin/sh\necho "$@ corpus=$HERO_CORPUS git=$GIT_DIR path=$PYTHONPATH"\n')
    make.chmod(0o755)
    return folder


def run(clone: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the script from elsewhere."""
    env = {"PATH": f"{clone.parent}:/usr/bin:/bin", **environ}
    command = [clone / ".ci" / "run"]
    return subprocess.run(command, cwd="/", env=env, capture_output=True, text=True, check=False)


def test_the_proposals_beside_the_clone_are_used(clone: Path) -> None:
    corpus = clone.parent / "shared" / "corpus"
    corpus.mkdir(parents=True)
    done = run(clone, GIT_DIR="elsewhere", PYTHONPATH="elsewhere")
    assert done.stdout == f"test corpus={corpus} git= path=\n"


@pytest.mark.parametrize("environ", [{}, {"CI": "true"}])
def test_missing_proposals_are_a_failure(clone: Path, environ: dict[str, str]) -> None:
    done = run(clone, **environ)
    assert (done.returncode, done.stdout) == (1, "")
    assert "../shared/corpus" in done.stderr


def test_outside_ci_they_may_be_missing(clone: Path) -> None:
    assert run(clone, CI="false").stdout == "test corpus= git= path=\n"
