"""Ties, thanks and the scorecard of 10,000 ideas, against reading them and against 1,000."""

from pathlib import Path

import pytest

from tests.benchmarks.generate import generate
from tests.benchmarks.measure import inner

pytestmark = pytest.mark.bench

#: The work alone; what is printed are seconds of the processor, which other work does not stretch.
WORK = """
import datetime, gc, sys, time
from pathlib import Path
import networkx
from hero.culture.recognition.credits import credits
from hero.culture.recognition.thanks import by_person
from hero.culture.scorecard.ground import Ground
from hero.culture.scorecard.score import scorecard
from hero.culture.ties.brokers import brokers
from hero.culture.ties.net import net
from hero.registry.registry import Registry
from hero.technology.folder import Folder
day = datetime.date(2026, 11, 20)
gc.disable()
begun = time.process_time()
registry = Registry.read(Folder(Path(sys.argv[1])))
read_in = time.process_time() - begun
work = {
    "read": lambda: None,
    "ties": lambda: net(registry, day).ties,
    "brokers": lambda: brokers(net(registry, day)),
    "thanks": lambda: by_person(registry, credits(registry, day)),
    "scorecard": lambda: scorecard(Ground(registry, day)),
}
begun = time.process_time()
work[sys.argv[2]]()
print(read_in if sys.argv[2] == "read" else time.process_time() - begun)
"""
#: The most of the time of reading the same ideas that each may take, on one core.
MOST = {"ties": 0.3, "brokers": 0.5, "thanks": 0.3, "scorecard": 1.0}


@pytest.fixture(scope="module")
def registries(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("culture")
    return {count: generate(count, folder / str(count)) for count in (1000, 10_000)}


@pytest.mark.parametrize("work", MOST)
def test_the_work_is_a_part_of_reading_and_grows_with_it(
    registries: dict[int, Path], work: str
) -> None:
    taken = {
        count: min(inner(WORK, str(root), work) for _ in range(3))
        for count, root in registries.items()
    }
    read = min(inner(WORK, str(registries[10_000]), "read") for _ in range(2))
    share, growth = taken[10_000] / read, taken[10_000] / taken[1000]
    print(f"\n10000 ideas: {work} {share:.2f} of reading, {growth:.1f} times 1000 ideas")
    assert share <= MOST[work]
    # Ten times as many is linear; more memory to walk through makes it a little more.
    assert growth <= 15
