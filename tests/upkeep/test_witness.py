"""What git tells of the commits that brought ideas and decisions, whatever their subjects say."""

import datetime as dt
from pathlib import Path

import pytest

from hero.reconcile.upkeep.witness import Brought
from hero.technology.witnessed import witness
from tests.reconcile.test_loop import MOVED
from tests.reconcile.town import IDEA, PATH
from tests.technology.test_git import git
from tests.upkeep.village import Village

SLUG = "share-the-rig"


@pytest.mark.parametrize(
    ("subject", "pull"),
    [
        ("Record it (#12)", 12),
        ("Merge pull request #7 from ada/rig", 7),
        ("Record it (#12) again", None),
        ("(#0x1)", None),
        ("Closes #9", None),
        ("(#99999999999)", None),
        ("", None),
    ],
)
def test_the_pull_that_a_subject_names(subject: str, pull: int | None) -> None:
    assert Brought(subject, dt.date.min).pull == pull


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return Village(tmp_path / "registry")


def test_the_commits_that_brought_a_file_and_its_decisions(village: Village) -> None:
    village.write(PATH, IDEA)
    village.commit("Record it (#3)", dt.date(2026, 11, 2))
    village.write(PATH, MOVED)
    village.commit("Move it (#4)", dt.date(2026, 11, 19))
    village.write(PATH, MOVED.replace("hour", "day"))
    village.commit("Revise it (#5)", dt.date(2026, 11, 20))
    found = witness(village.root, village.base(), village.today)
    assert found is not None
    assert found.added[SLUG] == Brought("Record it (#3)", dt.date(2026, 11, 2))
    assert found.decided[SLUG, 0] == Brought("Move it (#4)", dt.date(2026, 11, 19))
    assert found.lacked == {3, 4}
    assert found.pulls == {3, 4, 5}
    assert found.recent == {4, 5}


@pytest.mark.parametrize("odd", ["\x01", "\x1f", "\x01" + "a" * 40 + "\x1f9\x1f(#8)", "\t", "é"])
def test_a_strange_subject_is_a_subject(village: Village, odd: str) -> None:
    village.write(PATH, IDEA)
    village.commit(f"Record {odd} it (#3)")
    found = witness(village.root, village.base(), village.today)
    assert found is not None
    assert found.added[SLUG].pull == 3
    assert found.added[SLUG].day == village.today


def test_a_file_that_moved_came_when_it_came(village: Village) -> None:
    village.write(PATH, IDEA)
    village.commit("Record it (#3)", dt.date(2026, 11, 2))
    (village.root / "ideas/2027").mkdir()
    git(village.root, "mv", PATH, "ideas/2027/share-the-rig.yml")
    village.commit("File it elsewhere (#6)")
    found = witness(village.root, village.base(), village.today)
    assert found is not None
    assert found.added[SLUG].pull == 3


def test_nothing_is_asked_where_nothing_lacks(village: Village) -> None:
    found = witness(village.root, village.base(), village.today)
    assert found is not None
    assert (found.added, found.decided) == ({}, {})
