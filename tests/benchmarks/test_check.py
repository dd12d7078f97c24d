"""`hero check` of all, against reading the same files with PyYAML's C loader in one process."""

import sys
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.generate import generate
from tests.benchmarks.measure import inner, side_by_side

pytestmark = pytest.mark.bench

#: The work alone: everything from the first file to the last diagnostic, without imports.
CHECK = """
import sys, time
from pathlib import Path
from hero.cli.registry import read
from hero.rules import check
begun = time.perf_counter()
found = check(read(Path(sys.argv[1])))
print(time.perf_counter() - begun)
"""
LOAD = """
import sys, time, yaml
from pathlib import Path
begun = time.perf_counter()
for path in Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
print(time.perf_counter() - begun)
"""


@pytest.mark.parametrize("count", [100, 1000, 10_000])
def test_checking_takes_no_longer_than_loading(count: int, tmp_path: Path) -> None:
    root = str(generate(count, tmp_path / "registry"))
    rounds = 3 if count > 1000 else 15
    pairs = [(inner(CHECK, root), inner(LOAD, root)) for _ in range(rounds)]
    work = median(ours for ours, _ in pairs) / median(theirs for _, theirs in pairs)
    commands = (
        [sys.executable, "-m", "hero", "check", "--root", root],
        [sys.executable, "-c", LOAD, root],
    )
    ours, theirs = side_by_side(*commands, rounds=rounds)
    print(
        f"\n{count:>6} ideas: check/load {work:.2f} (work alone: "
        f"{median(o for o, _ in pairs):.3f} s to {median(t for _, t in pairs):.3f} s), "
        f"{ours / theirs:.2f} (whole commands: {ours:.2f} s to {theirs:.2f} s)"
    )
    assert work <= 1.0
    if count == 10_000:
        assert ours / theirs <= 1.0
