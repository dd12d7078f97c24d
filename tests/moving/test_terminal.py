"""At a terminal, what is not given is asked for, and nobody is asked for nothing."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.moving.conftest import state
from tests.moving.world import YEAR


def asked(root: Path, words: list[str], answers: str) -> subprocess.CompletedProcess[str]:
    """Run a verb whose stdin is a terminal on which somebody types these answers."""
    ours, theirs = pty.openpty()
    os.write(ours, answers.encode())
    kept = {"PATH": os.environ["PATH"], "HOME": str(root.parent), "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "hero", *words],
        cwd=root,
        stdin=theirs,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=kept | {"EDITOR": f"{sys.executable} {root.parent / 'editor.py'}"},
    )
    os.close(ours)
    os.close(theirs)
    return done


def text(root: Path) -> str:
    return (root / YEAR / "share-the-rig.yml").read_text(encoding="utf-8")


@pytest.fixture
def example(root: Path) -> Path:
    """The registry as an example, whose clock stands still."""
    network = root / "playbooks" / "technology" / "network.yml"
    network.write_text(network.read_text() + "example: true\nas_of: 2026-11-20\n")
    return root


def test_a_move_asks_for_person_day_and_reason(example: Path) -> None:
    answers = "grace\nsoon\n2027-01-04\nNot before spring.\nThe rig is free.\n"
    done = asked(example, ["move", "share-the-rig", "parked"], answers)
    assert done.returncode == 0, done.stderr
    assert "its clock stands at 2026-11-20" in done.stderr
    assert "revisit_on: 2027-01-04" in text(example)
    assert "because: Not before spring.\n    reopen_when: The rig is free.\n" in text(example)


def test_what_would_reopen_it_is_asked_for_and_may_be_left_out(example: Path) -> None:
    words = ["move", "share-the-rig", "declined", "--by", "grace"]
    done = asked(example, words, "Too dear.\n\n")
    assert done.returncode == 0, done.stderr
    assert "What would reopen it (empty: nothing named)" in done.stderr
    assert "because: Too dear.\n" in text(example)
    assert "reopen_when" not in text(example)


def test_what_is_too_long_is_asked_for_again(example: Path) -> None:
    words = ["move", "share-the-rig", "declined", "--by", "grace"]
    done = asked(example, words, f"Too dear.\n{'w' * 501}\nIt gets cheaper.\n")
    assert "has 501 characters" in done.stderr
    assert "because: Too dear.\n    reopen_when: It gets cheaper.\n" in text(example)


def test_an_empty_answer_leads_into_the_editor(example: Path) -> None:
    editor = "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
    editor += "p.write_text('# As it is\\n\\nTwo teams.\\n' + p.read_text())\n"
    (example.parent / "editor.py").write_text(editor)
    done = asked(example, ["move", "share-the-rig", "exploring", "--by", "grace"], "\n")
    assert done.returncode == 0, done.stderr
    assert "because: |-\n      # As it is\n\n      Two teams.\n" in text(example)


def test_nobody_writes_a_reason_for_nothing(example: Path) -> None:
    before = state(example)
    done = asked(example, ["move", "share-the-rig", "exploring", "--by", "ada"], "Why not?\n")
    assert done.returncode == 1
    assert "Why" not in done.stderr
    assert "ada proposes it" in done.stdout
    assert state(example) == before


def test_a_judgement_is_asked_with_its_words_before_others_are_shown(example: Path) -> None:
    first = ["evaluate", "share-the-rig", "--value", "1", "--effort", "1", "--confidence", "1"]
    assert asked(example, [*first, "--by", "zoe"], "").returncode == 0
    done = asked(example, ["evaluate", "share-the-rig", "--by", "grace"], "5\n9\n2\n3\nSeen.\n")
    assert done.returncode == 0, done.stderr
    assert "4  several teams gain" in done.stderr
    assert "zoe" not in done.stderr
    assert "Far apart: value by 4" in done.stdout
    assert "value: 5, effort: 2, confidence: 3, note: Seen.}" in text(example)


def test_a_proposer_is_not_asked_to_judge(example: Path) -> None:
    done = asked(example, ["evaluate", "share-the-rig", "--by", "ada"], "3\n3\n3\n\n")
    assert done.returncode == 1
    assert "How much" not in done.stderr
    assert "`ada` proposes this idea" in done.stdout
