"""What fuzzing looks for holds for every input to begin with, and for many made from them."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz import seeds
from tests.fuzz.surfaces import SURFACES, one

ROOT = Path(__file__).parents[2]
HERE = find_spec("atheris") is not None


def test_it_holds_for_every_input_to_begin_with() -> None:
    inputs = seeds.seeds()
    assert {raw[0] for raw in inputs} == set(range(len(SURFACES)))
    for raw in inputs:
        one(raw)


@pytest.mark.skipif(not HERE, reason="atheris has no wheel for this machine or Python")
@pytest.mark.parametrize(
    "runs", [2000, pytest.param(300_000, marks=pytest.mark.prove)], ids=["short", "long"]
)
def test_it_holds_for_inputs_made_from_them(runs: int, tmp_path: Path) -> None:
    """The same inputs each time: `-seed`. What breaks is printed with its bytes."""
    seeds.write(tmp_path)
    options = [f"-runs={runs}", "-seed=1", "-max_len=4000", f"-artifact_prefix={tmp_path}/crash-"]
    words = [sys.executable, "-W", "error", "-m", "tests.fuzz.check", *options, str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, errors="replace")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert f"Done {runs} runs" in done.stderr
