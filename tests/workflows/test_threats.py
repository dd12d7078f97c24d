"""The attacks of the threat table that the workflows must withstand, by their numbers."""

import re
from pathlib import Path

import pytest

from hero.cli.check import command as check
from tests.workflows.shipped import ACTIONS, ROOT, WORKFLOWS, Job, jobs, workflow

JOBS = jobs()
PRIVILEGED = [job for job in JOBS if job.writes]
FILES = [*WORKFLOWS, *ACTIONS]
#: What of an event no stranger chooses.
OURS = {"github.event.repository.default_branch", "github.event.schedule"}
#: The shape of a commit, wherever a version is pinned.
PIN = re.compile(r"^actions/[\w-]+@[0-9a-f]{40}$")


def names(job: Job) -> str:
    return job.name


@pytest.mark.parametrize("job", PRIVILEGED, ids=names)
def test_t1_no_job_with_rights_checks_out_a_pull(job: Job) -> None:
    for step in job.steps:
        if "checkout" in step.get("uses", ""):
            # The run's own ref, which is a pull's for no event that these jobs listen to.
            told = {"persist-credentials": False, "fetch-depth": 0, "ref": "${{ github.ref }}"}
            assert {"persist-credentials": False}.items() <= step["with"].items() <= told.items()
        assert not re.search(r"\bgit\s+(?:fetch|pull|checkout|switch)\b|refs/pull", str(step))


def test_t1_only_the_check_reads_a_pulls_files_and_it_runs_none_of_them() -> None:
    (job,) = [job for job in JOBS if job.workflow == "check.yml"]
    tooling, pull = (step["with"] for step in job.steps if "checkout" in step.get("uses", ""))
    assert tooling["ref"] == "${{ github.event.repository.default_branch }}"
    assert pull["path"] == "pull"
    runs = [step["run"] for step in job.steps if "run" in step]
    assert [run.split()[0] for run in runs] == ["make", ".venv/bin/hero"]
    assert all("working-directory" not in step for step in job.steps)
    assert {"--root", "--base", "--head"} <= {name for each in check.params for name in each.opts}


@pytest.mark.parametrize("job", JOBS, ids=names)
def test_t2_nothing_of_an_event_stands_in_a_command(job: Job) -> None:
    for step in job.steps:
        assert "${{" not in step.get("run", "")
        assert "github-script" not in step.get("uses", "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_t2_expressions_take_nothing_from_an_event_that_a_stranger_writes(path: Path) -> None:
    allowed = {
        "check.yml": {
            "github.event.merge_group.base_sha",
            "github.event.pull_request.base.sha",
        },
        "review-signal.yml": {"github.event.pull_request.number", "github.event.issue.number"},
        "test.yml": {"github.event_name"},
    }
    for expression in re.findall(r"\$\{\{(.*?)\}\}", path.read_text(), re.DOTALL):
        said = set(re.findall(r"github\.(?:event[\w.]*|head_ref|base_ref|actor\w*)", expression))
        assert said <= OURS | allowed.get(path.name, set())


def test_t5_nothing_crosses_from_a_run_without_rights_to_one_with_them() -> None:
    for job in PRIVILEGED:
        assert "download-artifact" not in str(job.steps)
        assert "workflow_run" not in str(job.says)
    uploads = [job.name for job in JOBS if "upload" in str(job.steps)]
    assert uploads == ["publish.yml/build"]


def test_t18_the_apps_key_reaches_one_step_out_of_its_environment() -> None:
    secrets = {job.name for job in JOBS if "secrets." in str(job.says)}
    assert secrets == {"reconcile.yml/app", "schedule.yml/app", "schedule.yml/digest"}
    secrets = {job.name for job in JOBS if "secrets.HERO_APP_KEY" in str(job.says)}
    assert secrets == {"reconcile.yml/app", "schedule.yml/app"}
    for job in [job for job in JOBS if job.name in secrets]:
        assert job.says["environment"] == "registry-bot"
        assert "write" not in job.rights.values()
        assert len([step for step in job.says["steps"] if "secrets." in str(step)]) == 1
        keyed = [step for step in job.steps if "HERO_APP_KEY" in step.get("env", {})]
        assert [step["run"].splitlines()[-1] for step in keyed] == [
            '.venv/bin/hero reconcile "$@" --apply'
        ]
    assert not any("secrets: inherit" in path.read_text() for path in WORKFLOWS)


def test_t18_the_chats_address_reaches_one_step_out_of_its_environment() -> None:
    [job] = [job for job in JOBS if "secrets.HERO_CHAT" in str(job.says)]
    assert job.says["environment"] == "registry-bot"
    [step] = [step for step in job.says["steps"] if "secrets." in str(step)]
    assert step["run"] == ".venv/bin/hero digest --apply"


@pytest.mark.parametrize("job", JOBS, ids=names)
def test_t18_no_checkout_leaves_a_token_behind(job: Job) -> None:
    for step in job.steps:
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_t19_every_action_is_githubs_own_by_its_commit_with_its_version(path: Path) -> None:
    for line in re.findall(r"\buses: *(.+)", path.read_text()):
        action, _, version = line.partition(" # ")
        if not action.startswith("./"):
            assert PIN.match(action)
            assert re.fullmatch(r"v\d+\.\d+\.\d+", version)


def test_t19_one_action_has_one_pin() -> None:
    used = set(re.findall(r"\buses: *(actions/\S+)", "".join(each.read_text() for each in FILES)))
    assert len(used) == len({action.split("@")[0] for action in used})


def test_t19_every_package_is_held_to_its_hash() -> None:
    recipe = (ROOT / "Makefile").read_text()
    assert "--require-hashes" in recipe
    installs = [step["run"] for job in JOBS for step in job.steps if "run" in step]
    assert not any(re.search(r"\b(?:pip|npm|uv|curl|wget|apt)\b", run) for run in installs)
    locked = (ROOT / "requirements/runtime.txt").read_text()
    packages = re.split(r"^(?=[\w.-]+==)", locked, flags=re.MULTILINE)[1:]
    assert packages
    assert all("--hash=sha256:" in package for package in packages)


@pytest.mark.parametrize("job", JOBS, ids=names)
def test_t20_no_job_reads_or_writes_a_cache(job: Job) -> None:
    assert "cache" not in str(job.says).lower()
    assert not any("setup-" in step.get("uses", "") for step in job.steps)


def test_t26_nothing_is_decided_by_who_started_a_run() -> None:
    for path in FILES:
        assert not re.search(r"github\.(?:triggering_)?actor|sender|\[bot\]", path.read_text())


def test_t27_a_run_by_hand_from_another_branch_does_nothing() -> None:
    for job in PRIVILEGED:
        starts = set(workflow(job.workflow)["on"])
        if "workflow_dispatch" not in starts or "needs" in job.says:
            continue
        branch = ("== github.event.repository.default_branch", "== 'refs/heads/main'")
        assert job.says["if"].endswith(branch)
    build, deploy = (job for job in JOBS if job.workflow == "publish.yml")
    assert build.says["if"] == "github.ref == 'refs/heads/main'"
    assert deploy.says["needs"] == "build"
