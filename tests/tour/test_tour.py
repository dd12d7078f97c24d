"""The tour as somebody starts it: it tells the story in its order, and ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEY = (
    "1/15  Ada has an idea, and no git at hand",
    "there is no theme reliabilty",
    "opens a pull: “Idea: Share the test rig”",
    "/advance is not carried out: something is missing first.",
    "There is no evidence yet",
    "pushes with git",
    "Did you mean /sponsor?",
    "moves from Exploring to Piloting",
    "moves from Piloting to Parked",
    "Its day has come (4 May 2026)",
    "moves from Piloting to In use",
    "Outcome check: was due on 28 September 2026",
    "$ hero check\nNo diagnostics",
    "Everything fits",
    "Piloting → In use, by example-grace",
    "/ideas/share-the-test-rig.html",
)


@pytest.mark.prove
def test_the_tour_tells_the_story_and_ends() -> None:
    environment = {**os.environ, "COLUMNS": "200"}
    words = [sys.executable, "-m", "tests.tour", "--once"]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    at = -1
    for line in KEY:
        found = done.stdout.find(line, at + 1)
        assert found > at, f"not told, or not in its place: {line}"
        at = found
