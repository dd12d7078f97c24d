"""Whole commands, measured: how long, and how much memory with all their workers."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

#: How often memory is looked at, in seconds.
PAUSE = 0.02


class Measured(NamedTuple):
    """Seconds on the clock, and the most megabytes that the process and its children shared."""

    seconds: float
    megabytes: float


def measure(words: Sequence[str]) -> Measured:
    """Run a command to its end. Raises where it fails."""
    most = 0.0
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=said)
        while process.poll() is None:
            most = max(most, _memory(process.pid))
            time.sleep(PAUSE)
        seconds = time.perf_counter() - begun
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{words} ended with {process.returncode}: {said.read()!r}")
    return Measured(seconds, most)


def side_by_side(one: Sequence[str], two: Sequence[str], rounds: int) -> tuple[float, float]:
    """The median seconds of two commands that take turns, after a first round that warms up."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for which, words in enumerate((one, two)):
            begun = time.perf_counter()
            subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            taken = time.perf_counter() - begun
            if turn or rounds == 1:
                seconds[which].append(taken)
    return median(seconds[0]), median(seconds[1])


def inner(code: str, *words: str) -> float:
    """The seconds that a program says its own work took, without start and imports."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def _memory(process: int) -> float:
    """The proportional set size of a process and its children, in megabytes; 0 elsewhere."""
    total = 0
    for each in [process, *_children(process)]:
        try:
            lines = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii").split("\n")
        except OSError:
            continue  # It has ended in the meantime, or this is not Linux.
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _children(process: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        texts = [(task / "children").read_text("ascii") for task in tasks]
    except OSError:
        return []
    found = [int(word) for text in texts for word in text.split()]
    return [*found, *(deeper for child in found for deeper in _children(child))]
