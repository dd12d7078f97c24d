"""The thin workflows run in act: they call Hero's own, which work on the registry."""

import re
from pathlib import Path

import pytest

from hero.registry.beginning.callers import Whence, caller
from tests.workflows.acting import Repository

SHA = "5f2c1d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e"
HERO = Whence("acme/hero", SHA)
CALLED = ("check", "reconcile", "schedule", "publish")
APP = ("--var", "HERO_APP_ID=7", "-s", "HERO_APP_KEY=a-long-false-key-of-an-app")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A registry with callers, and the repository that they call beside it."""
    made = Repository(tmp_path)
    upstream = tmp_path / "hero-itself"
    for name in CALLED:
        path = f".github/workflows/{name}.yml"
        text = (made.root / path).read_text()
        thin = caller(text, path, HERO)
        assert thin
        (upstream / path).parent.mkdir(parents=True, exist_ok=True)
        (upstream / path).write_text(text)
        # act's schema does not know the word yet; actionlint and GitHub's do.
        (made.root / path).write_text(re.sub(r"(?m)^cache-mode: none\n", "", thin))
    made.base = made.commit()
    made.git("branch", "-qf", "pull", "main")
    return made


def of_hero(repository: Repository) -> tuple[str, ...]:
    """Where act finds Hero's repository."""
    where = repository.folder / "hero-itself"
    return ("--local-repository", f"https://github.com/acme/hero@{SHA}={where}")


def test_check_reads_the_pull_of_the_registry_that_calls_it(repository: Repository) -> None:
    pull = {"number": 1, "base": {"sha": repository.base, "ref": "main"}, "head": {"ref": "pull"}}
    payload = {"number": 1, "pull_request": pull}
    results, called, _ = repository.act(
        "pull_request", "check.yml", payload, *of_hero(repository), default="pull"
    )
    assert called == [
        "make .venv/hero",
        f"hero check --root pull --base {repository.base} --head HEAD --format github"
        " token= app= key=",
    ]
    assert set(results.values()) == {"success"}


def test_reconcile_runs_with_the_jobs_token_or_as_the_registrys_app(
    repository: Repository,
) -> None:
    hints = {"workflow_run": {"name": "check"}}
    words = of_hero(repository)
    _, called, _ = repository.act("workflow_run", "reconcile.yml", hints, *words)
    assert "hero reconcile --all --apply token=yes app= key=" in called
    _, called, _ = repository.act("workflow_run", "reconcile.yml", hints, *words, *APP)
    assert "hero reconcile --all --apply token= app=7 key=yes" in called


def test_a_pull_that_is_named_by_hand_is_passed_on(repository: Repository) -> None:
    asked = {"inputs": {"pull": "41"}, "ref": "refs/heads/main"}
    _, called, _ = repository.act("workflow_dispatch", "reconcile.yml", asked, *of_hero(repository))
    assert "hero reconcile --pull 41 --apply token=yes app= key=" in called


def test_the_schedule_sweeps(repository: Repository) -> None:
    every = {"schedule": "7,37 * * * *"}
    _, called, _ = repository.act("schedule", "schedule.yml", every, *of_hero(repository))
    assert any(each.startswith("hero reconcile --all --apply token=yes") for each in called)
