"""Twenty wrong ideas as people write them: what is mended, and what is said of the rest.

`wrong.yml` is what somebody wrote, `after.yml` what `hero check --fix` leaves of it, and
`expected.txt` what that prints. `make bless` writes the last two anew; read them as a newcomer.
"""

from pathlib import Path

import pytest

from hero.cli import fixes, report
from hero.cli.next_step import Asked
from hero.registry.registry import Registry
from hero.rules import check
from hero.rules.rounds import Mending, mend
from tests.rules.memory import FILES, Memory

CASES = sorted((Path(__file__).parent / "newcomers").iterdir())
IDEA = "ideas/2026/my-idea.yml"


def mended(raw: bytes) -> Mending:
    return mend(Memory(FILES | {IDEA: raw}), Registry.read, check, lambda path: path == IDEA)


def said(mending: Mending) -> str:
    asked = Asked([IDEA], fixing=True)
    made = fixes.told(mending)
    left = report.text(mending.registry, mending.found, asked=asked)
    return f"{made}\n{left}" if made and mending.found else made + left


def test_there_are_twenty() -> None:
    assert [case.name[:2] for case in CASES] == [f"{number:02}" for number in range(1, 21)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_newcomer(case: Path, bless: bool) -> None:
    raw = (case / "wrong.yml").read_bytes()
    mending = mended(raw)
    after = mending.files.get(IDEA, raw)
    if bless:
        (case / "after.yml").write_bytes(after)
        (case / "expected.txt").write_text(said(mending), encoding="utf-8", newline="")
    assert after == (case / "after.yml").read_bytes()
    assert said(mending) == (case / "expected.txt").read_bytes().decode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_second_time_nothing_is_left_to_mend(case: Path) -> None:
    again = mended((case / "after.yml").read_bytes())
    assert again.made == []
    assert again.files == {}
