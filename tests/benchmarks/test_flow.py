"""`hero due` and `hero metrics` of 10,000 ideas, against reading and checking them."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.generate import generate
from tests.benchmarks.measure import inner, side_by_side

pytestmark = pytest.mark.bench

#: The work alone, beside reading the same registry.
WORK = """
import datetime, sys, time
from pathlib import Path
from hero.cli.registry import read
from hero.process.deadlines import Deadlines
from hero.process.metrics import measure
day = datetime.date(2026, 11, 20)
begun = time.perf_counter()
registry = read(Path(sys.argv[1]))
read_in = time.perf_counter() - begun
work = {"due": lambda: Deadlines(registry).open(day), "metrics": lambda: measure(registry, day)}
begun = time.perf_counter()
work[sys.argv[2]]()
print((time.perf_counter() - begun) / read_in)
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(10_000, tmp_path_factory.mktemp("flow") / "registry")


@pytest.mark.parametrize(("verb", "most"), [("due", 0.5), ("metrics", 1.0)])
def test_the_work_is_less_than_reading(many: Path, verb: str, most: float) -> None:
    share = min(inner(WORK, str(many), verb) for _ in range(3))
    print(f"\n10000 ideas: {verb} {share:.2f} of the time of reading them")
    assert share <= most


@pytest.mark.parametrize(("words", "most"), [(("due",), 1.5), (("metrics",), 1.5)])
def test_the_verb_costs_about_a_check(many: Path, words: tuple[str, ...], most: float) -> None:
    hero = [sys.executable, "-m", "hero"]
    check = [*hero, "check", "--root", str(many)]
    ours, theirs = side_by_side([*hero, *words, "--root", str(many)], check, rounds=3)
    print(f"\n10000 ideas: {words[0]} {ours:.2f} s, {ours / theirs:.2f} of `hero check`")
    assert ours / theirs <= most
