"""Inputs to begin with: every file of every case, and the attacks."""

from hashlib import sha256
from pathlib import Path

from tests.fuzz.surfaces import BETWEEN, PATHS, SURFACES, edit, idea, markdown, policy
from tests.hostile.attacks import ATTACKS
from tests.rules.layers import CASES

#: No file that is larger begins an input: what its size does is tested elsewhere.
LARGEST = 4000


def write(folder: Path) -> None:
    """Write every input to begin with into this folder."""
    for raw in seeds():
        (folder / sha256(raw).hexdigest()[:16]).write_bytes(raw)


def seeds() -> list[bytes]:
    """The inputs, always in the same order."""
    texts = [attack.text.encode(errors="replace") for attack in ATTACKS]
    files = [path for path in sorted(CASES.rglob("*.yml")) if path.stat().st_size < LARGEST]
    found = [_input(markdown, 0, text) for text in texts if len(text) < LARGEST]
    for number, path in enumerate(files):
        raw = path.read_bytes()
        if "playbooks" in path.parts:
            found.append(_input(policy, _place(path), raw))
        else:
            found.append(_input(idea, 0, raw))
        found.append(_input(edit, number % 60, texts[number % len(texts)] + BETWEEN + raw))
    return [raw for raw in found if len(raw) < LARGEST]


def _place(path: Path) -> int:
    """The number of the policy that this file is; the last number is any challenge."""
    name = path.as_posix()
    places = (n for n, each in enumerate(PATHS) if name.endswith(each))
    return next(places, len(PATHS) - 1)


def _input(surface: object, choice: int, raw: bytes) -> bytes:
    return bytes([[*SURFACES].index(surface), choice]) + raw  # type: ignore[arg-type]
