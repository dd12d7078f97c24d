"""`hero similar` from cold against `hero check` of all, at 10,000 ideas."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.generate import generate
from tests.benchmarks.measure import side_by_side

pytestmark = pytest.mark.bench


def test_asking_takes_no_longer_than_checking(tmp_path: Path) -> None:
    root = generate(10_000, tmp_path / "registry")
    whole = str(root / "ideas" / "0042" / "idea-4242-of-many.yml")
    check = [sys.executable, "-m", "hero", "check", "--root", str(root)]
    for what, text in (("a few words", "slow builds block teams"), ("a whole idea", whole)):
        ask = [sys.executable, "-m", "hero", "similar", text, "--root", str(root)]
        ours, theirs = side_by_side(ask, check, rounds=3)
        print(f"\n{what}: similar {ours:.2f} s, check {theirs:.2f} s, {ours / theirs:.2f}")
        assert ours <= theirs
