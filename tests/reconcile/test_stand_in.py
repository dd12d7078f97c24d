"""A newcomer's pull from a fork to the record, over real git and the stand-in for GitHub."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.land import BROKEN, ROSTER, Land
from tests.reconcile.town import IDEA, NOW, PATH
from tests.technology.test_git import git


@pytest.fixture
def land(tmp_path: Path) -> Iterator[Land]:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        land = Land(forge, tmp_path)
        land.open()
        yield land


def test_a_newcomers_pull_is_answered_helped_and_merged(land: Land) -> None:
    assert "Say" in land.settle()
    assert "Two things to mend first" in land.comments[0]
    assert (land.check["conclusion"], land.asked) == ("failure", [])
    lines = {each["title"]: each["start_line"] for each in land.check["annotations"]}
    assert lines == {"theme-unknown": 2, "challenge-unknown": 7}
    land.push(IDEA)
    assert "Ask" in land.settle()
    assert land.check["conclusion"] == "action_required"
    assert len(land.asked) == 2
    land.review(land.asked[0])
    assert "Merge" in land.settle()
    assert land.pull["merged"] is True
    assert len(land.comments) == 1
    git(land.folder / "default", "pull", "-q")
    assert Registry.read(Folder(land.folder / "default")).ideas["share-the-rig"].title


def test_who_passes_is_followed_by_another_and_stays_away(land: Land) -> None:
    land.push(IDEA)
    land.settle()
    first, second = land.asked
    land.pass_on(first)
    land.settle()
    assert first not in land.asked
    assert second in land.asked
    assert f"@{first}" not in land.comments[0]
    land.push(IDEA.replace("hour", "day"))
    land.settle()
    assert first not in land.asked


def test_who_is_away_is_not_asked(land: Land) -> None:
    away = "    away: [{from: 2026-11-16, to: 2026-12-04}]\n"
    roster = land.files()[ROSTER].replace(
        "  - login: example-linus\n", "  - login: example-linus\n" + away
    )
    land.change({ROSTER: roster})
    land.push(IDEA)
    land.settle()
    assert "example-grace" in land.asked
    assert "@example-linus" not in land.comments[0]


def test_an_approval_on_an_old_commit_and_a_strangers_merge_nothing(land: Land) -> None:
    older = land.push(IDEA)
    land.push(IDEA.replace("hour", "day"))
    land.review("example-grace", commit=older)
    land.review("example-sock")
    land.settle()
    assert land.pull["merged"] is False
    assert "it stands on an older commit" in land.comments[0]
    assert "not on the roster" in land.comments[0]


CO_AUTHOR = "Propose\n\nCo-authored-by: Grace <1+example-grace@users.noreply.github.com>"
WROTE = ("--author", "Grace <1+example-grace@users.noreply.github.com>")


@pytest.mark.parametrize(("message", "words"), [(CO_AUTHOR, ()), ("Propose", WROTE)])
def test_an_advocate_who_wrote_a_commit_does_not_approve_it(
    land: Land, message: str, words: tuple[str, ...]
) -> None:
    land.push(IDEA, message, *words)
    land.settle()
    assert "example-grace" not in land.asked
    land.review("example-grace")
    land.settle()
    assert land.pull["merged"] is False
    assert "wrote" in land.comments[0]
    land.review("example-linus")
    assert "Merge" in land.settle()


def test_a_conflict_waits_for_the_author_and_is_merged_once_it_is_mended(land: Land) -> None:
    land.push(IDEA)
    land.review("example-linus")
    land.change({PATH: IDEA.replace("hour", "week")})
    land.settle()
    assert land.pull["merged"] is False
    assert "conflicts with what has been merged since" in land.comments[0]
    land.change({PATH: None})
    land.settle()
    assert land.pull["merged"] is True


def test_a_force_push_takes_the_approval_away_and_leaves_one_comment(land: Land) -> None:
    land.push(IDEA)
    land.settle()
    land.push(BROKEN.replace("hour", "week"), "Propose", "--amend")
    land.review("example-linus")
    land.settle()
    assert "mend first" in land.comments[0]
    land.push(IDEA.replace("hour", "day"), "Propose", "--amend")
    land.settle()
    assert land.pull["merged"] is False
    assert len(land.comments) == 1
    land.review("example-linus")
    assert "Merge" in land.settle()


def test_a_closed_pull_is_left_alone_and_goes_on_where_it_was_once_reopened(land: Land) -> None:
    land.push(IDEA)
    land.settle()
    asked = land.asked
    land.state("closed")
    land.review("example-linus")
    assert land.settle() == []
    assert land.pull["merged"] is False
    land.state("open")
    assert "Merge" in land.settle()
    assert len(land.comments) == 1
    assert {"example-linus", *land.asked} >= set(asked)
