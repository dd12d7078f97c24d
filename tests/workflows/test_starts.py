"""What act does not evaluate: what starts each workflow, which runs wait, and for how long."""

from typing import Any

import pytest

from tests.workflows.shipped import NAMES, Job, jobs, workflow

KEY = {
    "HERO_APP_KEY": {
        "description": "Stays with the environment registry-bot, which the job is in",
        "required": False,
    }
}
STARTS: dict[str, Any] = {
    "check.yml": {
        "pull_request": {
            "types": ["opened", "reopened", "synchronize", "edited", "ready_for_review"]
        },
        "merge_group": None,
        "workflow_call": None,
    },
    "publish.yml": {
        "push": {"branches": ["main"]},
        "workflow_dispatch": None,
        "workflow_call": None,
    },
    "reconcile.yml": {
        "workflow_run": {"workflows": ["check", "review-signal"], "types": ["completed"]},
        "workflow_dispatch": {
            "inputs": {
                "pull": {
                    "description": "The number of one pull; all open ones without it",
                    "type": "number",
                    "required": False,
                }
            }
        },
        "workflow_call": {
            "inputs": {
                "pull": {
                    "description": "The number of one pull; all open ones without it",
                    "type": "string",
                    "default": "",
                }
            },
            "secrets": KEY,
        },
    },
    "review-signal.yml": {
        "pull_request_review": {"types": ["submitted", "edited", "dismissed"]},
        "pull_request": {"types": ["review_request_removed", "converted_to_draft"]},
        "issue_comment": {"types": ["created"]},
        "issues": {"types": ["opened", "edited", "closed", "reopened", "labeled"]},
    },
    "schedule.yml": {
        "schedule": [{"cron": "7,37 * * * *"}, {"cron": "23 4 * * *"}, {"cron": "11 6 * * 1"}],
        "workflow_call": {"secrets": KEY | {"HERO_CHAT": KEY["HERO_APP_KEY"]}},
    },
    "test.yml": {"push": {"branches": ["main"]}, "pull_request": None},
}


def test_these_events_start_them_and_no_others() -> None:
    assert {name: workflow(name)["on"] for name in NAMES} == STARTS


def test_no_pull_starts_anything_with_the_rights_of_the_base() -> None:
    assert not any("pull_request_target" in workflow(name)["on"] for name in NAMES)


def test_what_reconcile_waits_for_exists_under_that_name() -> None:
    names = {workflow(name)["name"] for name in NAMES}
    assert set(STARTS["reconcile.yml"]["workflow_run"]["workflows"]) <= names


def test_a_schedule_stands_in_a_file_that_nothing_else_starts() -> None:
    assert [name for name in NAMES if "schedule" in workflow(name)["on"]] == ["schedule.yml"]
    assert set(workflow("schedule.yml")["on"]) == {"schedule", "workflow_call"}


def test_each_schedule_starts_its_jobs_and_every_job_has_one() -> None:
    crons = [each["cron"] for each in workflow("schedule.yml")["on"]["schedule"]]
    asked = [job.says["if"] for job in jobs() if job.workflow == "schedule.yml"]
    assert all(any(f"== '{cron}'" in each for each in asked) for cron in crons)
    assert all(any(f"== '{cron}'" in each for cron in crons) for each in asked)


def test_what_writes_runs_one_at_a_time_and_no_run_is_lost() -> None:
    assert workflow("reconcile.yml")["concurrency"] == {"group": "registry-state", "queue": "max"}
    sweep = workflow("schedule.yml")["concurrency"]
    assert sweep["queue"] == "max"
    assert sweep["group"].endswith("'daily' || 'registry-state' }}")


def test_a_check_of_an_older_push_is_stopped_and_a_deployment_never() -> None:
    assert workflow("check.yml")["concurrency"]["cancel-in-progress"] is True
    assert workflow("publish.yml")["concurrency"] == {"group": "pages", "cancel-in-progress": False}


@pytest.mark.parametrize("name", NAMES)
def test_a_queue_is_never_asked_to_cancel_what_runs(name: str) -> None:
    says = workflow(name).get("concurrency", {})
    assert not (says.get("queue") == "max" and says.get("cancel-in-progress"))


@pytest.mark.parametrize("job", jobs(), ids=lambda job: job.name)
def test_each_job_ends_within_20_minutes_on_a_named_machine(job: Job) -> None:
    if "uses" in job.says:
        assert job.says["uses"].startswith("./.github/workflows/")
        return
    assert job.says["runs-on"] == "ubuntu-24.04"
    assert 0 < job.says["timeout-minutes"] <= 20


@pytest.mark.parametrize("name", ["reconcile.yml", "schedule.yml"])
def test_one_variable_chooses_between_the_modes(name: str) -> None:
    chosen = {job.id: job.says["if"] for job in jobs() if job.workflow == name}
    assert "vars.HERO_APP_ID == ''" in chosen["token"]
    assert "vars.HERO_APP_ID != ''" in chosen["app"]
    assert chosen["token"].replace("==", "!=") == chosen["app"].replace("==", "!=")
