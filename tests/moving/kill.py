"""Writes edits in a child that is killed at one step after the other; tells what was left.

`python kill.py ROOT EDITS` with EDITS a JSON list of [path, before, after]. Every call of a
function written in C, while files are being written, is a step: the child dies before the step,
or has done all of it. A write may also be torn: half of the bytes, then death.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from hero.technology import rewrite


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at(step: int) -> Any:
    """A profiler that kills its own process at a step."""
    seen = 0

    def look(_frame: Any, event: str, _what: Any) -> None:
        nonlocal seen
        seen += event == "c_call"
        if seen == step:
            die()

    return look


class Torn:
    """A file whose first write puts half of the bytes down, and is the last."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def __enter__(self) -> "Torn":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, raw: bytes) -> None:
        self.file.raw.write(raw[: len(raw) // 2])
        die()


def torn(step: int) -> None:
    """Let the write of a number put half of its bytes down, and die."""
    plain, seen = os.fdopen, 0

    def opened(*words: Any) -> Any:
        nonlocal seen
        file = plain(*words)
        if "w" in words[1]:
            seen += 1
            if seen == step:
                return Torn(file)
        return file

    os.fdopen = opened  # type: ignore[assignment]  # because: it stands in for one


def child(root: Path, edits: list[tuple[str, bytes, bytes]], step: int, tear: bool) -> int:
    """Write in a child; the signal that ended it, or 0."""
    pid = os.fork()
    if pid == 0:
        if tear:
            torn(step)
        else:
            sys.setprofile(killed_at(step))
        rewrite.rewrite_all(root, edits)
        sys.setprofile(None)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def left(root: Path, edits: list[tuple[str, bytes, bytes]]) -> str:
    """Which bytes each file holds: `o` the old ones, `n` the new ones, `?` others."""
    kinds = []
    for path, before, after in edits:
        raw = (root / path).read_bytes()
        kinds.append({before: "o", after: "n"}.get(raw, "?"))
    return "".join(kinds)


def restore(root: Path, edits: list[tuple[str, bytes, bytes]]) -> None:
    for path, before, _ in edits:
        (root / path).write_bytes(before)


def main(root: Path, edits: list[tuple[str, bytes, bytes]]) -> list[dict[str, Any]]:
    told = []
    for tear in (False, True):
        for step in range(1, 2000):
            ended = child(root, edits, step, tear)
            state = left(root, edits)
            passing = [path.name for path in sorted(root.rglob("*.yml.*"))]
            rewrite.rewrite_all(root, [(p, (root / p).read_bytes(), a) for p, _, a in edits])
            again = left(root, edits)
            rest = [path.name for path in sorted(root.rglob("*.yml.*"))]
            told.append(
                {"tear": tear, "ended": ended, "left": state, "passing": len(passing)}
                | {"again": again, "rest": rest}
            )
            restore(root, edits)
            if ended == 0:
                break
    return told


if __name__ == "__main__":
    rows = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    found = main(Path(sys.argv[1]), [(p, b.encode(), a.encode()) for p, b, a in rows])
    sys.stdout.write(json.dumps(found))
