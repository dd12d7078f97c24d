"""Verbs in this process, which is quicker than one process each."""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from hero.cli import run

ROOT = Path(__file__).parents[2]


class Done(NamedTuple):
    """What a verb printed, and its exit code."""

    stdout: str
    stderr: str
    returncode: int


def hero(*words: str, root: Path = ROOT) -> Done:
    """Run a verb on a registry, by default the shipped example."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        code = run([*words, "--root", str(root)])
    return Done(out.getvalue(), err.getvalue(), code)
