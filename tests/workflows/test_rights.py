"""Each job's token may do what its work needs, and each right says why."""

import re

import pytest

from tests.workflows.shipped import NAMES, ROOT, Job, jobs, workflow

JOBS = jobs()

# Every right of every job. What is not here, no token has.
READ = {"contents": "read"}
COUNT = {"issues": "read", "pull-requests": "read", "checks": "read"}
WRITE = {"contents": "write", "pull-requests": "write", "issues": "write", "checks": "write"}
RIGHTS = {
    "check.yml/check": READ,
    "publish.yml/build": READ | {"pages": "read"} | COUNT,
    "publish.yml/deploy": {"pages": "write", "id-token": "write"},
    "reconcile.yml/token": WRITE | {"actions": "write"},
    "reconcile.yml/app": READ | {"actions": "read"},
    "review-signal.yml/signal": {},
    "schedule.yml/token": WRITE | {"actions": "write"},
    "schedule.yml/app": READ,
    "schedule.yml/digest": READ | {"issues": "write"},
    "schedule.yml/publish": READ | {"pages": "write", "id-token": "write"} | COUNT,
    "test.yml/test": READ,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_has_no_rights_of_its_own(name: str) -> None:
    assert workflow(name)["permissions"] == {}


def test_each_job_has_these_rights_and_no_others() -> None:
    assert {job.name: job.rights for job in JOBS} == RIGHTS


@pytest.mark.parametrize("name", NAMES)
def test_each_right_says_why(name: str) -> None:
    text = (ROOT / ".github/workflows" / name).read_text()
    rights = re.findall(r"^ {6}[\w-]+: (?:read|write)\b.*$", text, re.MULTILINE)
    held = [right for job in JOBS if job.workflow == name for right in job.rights]
    assert len(rights) == len(held)
    assert all(
        re.search(r" # to \w.{8,}| # for \w.{8,}| # [\w, ]+ to .{8,}", line) for line in rights
    )


def test_a_called_workflow_gets_all_that_its_jobs_ask_for() -> None:
    order = ("none", "read", "write")
    called = {"schedule.yml/publish": "publish.yml"}
    for caller in [job for job in JOBS if "uses" in job.says]:
        for job in [job for job in JOBS if job.workflow == called[caller.name]]:
            for right, level in job.rights.items():
                assert order.index(caller.rights.get(right, "none")) >= order.index(level)


@pytest.mark.parametrize("job", [job for job in JOBS if job.writes], ids=lambda job: job.name)
def test_what_starts_a_job_that_may_write_runs_the_default_branch(job: Job) -> None:
    starts = set(workflow(job.workflow)["on"])
    assert starts <= {"push", "workflow_run", "workflow_dispatch", "workflow_call", "schedule"}
