"""A folder that the default branch has left behind: nothing that others wrote is lost."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from hero.cli import run
from hero.technology.github import budget
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.commands.square import RECORDED, SLUG
from tests.reconcile.commands.test_stand_in import JOB, Talked
from tests.reconcile.land import NAME
from tests.reconcile.town import NOW, PATH
from tests.technology.test_git import git


@pytest.fixture
def land(tmp_path: Path) -> Iterator[Talked]:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        yield Talked(forge, tmp_path, JOB)


def test_a_stale_folder_takes_nothing_back_and_says_that_it_is_stale(
    land: Talked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    land.record(RECORDED)
    here = land.folder / "default"
    git(here, "fetch", "-q")
    git(here, "reset", "-q", "--hard", "origin/main")
    names = {"GITHUB_TOKEN": land.token, "GITHUB_API_URL": land.forge.url}
    for name, value in (names | {"GITHUB_REPOSITORY": NAME}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(budget, "Budget", functools.partial(budget.Budget, gap=0))
    land.comment("example-grace", "/decline The rig is sold.", land.issue())
    land.change({PATH: RECORDED.replace("Share the test rig", "Share the two test rigs")})
    arguments = ["reconcile", "--all", "--apply", "--root", str(here)]
    run(arguments)
    assert "fetch it first" in capsys.readouterr().err
    assert land.registry.ideas[SLUG].title == "Share the two test rigs"
    git(here, "fetch", "-q")
    git(here, "reset", "-q", "--hard", "origin/main")
    run(arguments)
    idea = land.registry.ideas[SLUG]
    assert (idea.title, idea.stage) == ("Share the two test rigs", "declined")
