"""A check of some files says of them what a check of all says, and reads little else."""

from pathlib import Path

import pytest

from hero.registry.registry import Registry
from hero.registry.source import Source
from hero.rules import check
from hero.technology.folder import Folder
from tests.benchmarks.generate import generate
from tests.rules.layers import CASES, lay

#: A change is judged among all ideas, so only what is there counts here.
WHOLE = [
    case for case in sorted(CASES.glob("*/*-*")) if case.is_dir() and not (case / "base").exists()
]


@pytest.mark.parametrize("case", WHOLE, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_a_file_alone_is_judged_as_among_all(case: Path, tmp_path: Path) -> None:
    root, _ = lay(case, tmp_path)
    every = check(Registry.read(Folder(root)))
    for path in Folder(root).paths("ideas"):
        alone = Registry.read(Folder(root), only=path.__eq__)
        mine = [each for each in check(alone) if each.place.path == path]
        assert mine == [each for each in every if each.place.path == path]


class Counting:
    """A source that remembers which ideas were read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.read_paths: set[str] = set()

    def paths(self, under: str) -> list[str]:
        return self.source.paths(under)

    def read(self, path: str, limit: int) -> bytes:
        self.read_paths |= {path} if path.startswith("ideas/") else set()
        return self.source.read(path, limit)


def test_little_else_is_read(tmp_path: Path) -> None:
    source = Counting(Folder(generate(300, tmp_path / "registry")))
    wanted = source.paths("ideas")[77]
    registry = Registry.read(source, only=lambda path: path == wanted)
    assert wanted in source.read_paths
    assert len(source.read_paths) < 30
    assert registry.size == 300
    assert check(registry) == []
