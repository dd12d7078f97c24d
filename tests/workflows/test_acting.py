"""The shipped workflows run in act: exactly these jobs, exactly these calls, with these secrets.

Where the machine lets us, they run without a network. What act does not evaluate has tests of its
own beside this one.
"""

from pathlib import Path

import pytest

from tests.workflows.acting import Repository

APP = ("--var", "HERO_APP_ID=7", "-s", "HERO_APP_KEY=a-long-false-key-of-an-app")
WATCH = "hero watch token=yes app= key="
AS_JOB = {"reconcile with the job's own token": "success"}
AS_APP = {"reconcile as a GitHub App": "success"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def stripped(results: dict[str, str]) -> dict[str, str]:
    """Results by the job's name alone; act writes the workflow's before it, and pads it."""
    return {name.partition("/")[2].strip(): result for name, result in results.items()}


def test_check_holds_the_pulls_files_against_the_rules_without_a_token(
    repository: Repository,
) -> None:
    pull = {"number": 1, "base": {"sha": repository.base, "ref": "main"}, "head": {"ref": "pull"}}
    payload = {"number": 1, "pull_request": pull}
    results, called, said = repository.act("pull_request", "check.yml", payload, default="pull")
    assert called == [
        "make .venv/hero",
        f"hero check --root pull --base {repository.base} --head HEAD --format github"
        " token= app= key=",
    ]
    assert list(results.values()) == ["failure"]
    assert any("title=theme-unknown,line=3" in each and "delivry" in each for each in said)


def test_a_review_starts_a_job_that_calls_nothing(repository: Repository) -> None:
    payload = {"number": 1, "pull_request": {"number": 1}}
    results, called, _ = repository.act("pull_request_review", "review-signal.yml", payload)
    assert stripped(results) == {"tell reconcile": "success"}
    assert called == []


def test_reconcile_follows_an_event_and_believes_nothing_of_it(repository: Repository) -> None:
    hostile = {"name": "check", "head_branch": "$(touch /tmp/x)", "pull_requests": [{"number": 9}]}
    results, called, _ = repository.act("workflow_run", "reconcile.yml", {"workflow_run": hostile})
    assert stripped(results) == AS_JOB
    assert called[1:] == ["hero reconcile --all --apply token=yes app= key=", WATCH]


def test_reconcile_by_hand_takes_one_pull_and_the_variable_makes_it_the_apps(
    repository: Repository,
) -> None:
    payload = {"inputs": {"pull": "41"}, "ref": "refs/heads/main"}
    results, called, _ = repository.act("workflow_dispatch", "reconcile.yml", payload, *APP)
    assert stripped(results) == AS_APP
    assert called[1:] == ["hero reconcile --pull 41 --apply token= app=7 key=yes", WATCH]


def test_t27_reconcile_from_another_branch_starts_no_job(repository: Repository) -> None:
    payload = {"inputs": {"pull": "41"}, "ref": "refs/heads/attack"}
    assert repository.act("workflow_dispatch", "reconcile.yml", payload)[:2] == ({}, [])


@pytest.mark.parametrize("words", [(), APP])
def test_the_half_hourly_schedule_sweeps_once(
    repository: Repository, words: tuple[str, ...]
) -> None:
    payload = {"schedule": "7,37 * * * *"}
    results, called, _ = repository.act("schedule", "schedule.yml", payload, *words)
    name = "sweep as a GitHub App" if words else "sweep with the job's own token"
    assert stripped(results) == {name: "success"}
    secrets = "token= app=7 key=yes" if words else "token=yes app= key="
    assert called == ["make .venv/hero", f"hero reconcile --all --apply {secrets}"]
