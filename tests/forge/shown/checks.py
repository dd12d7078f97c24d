"""Check runs, statuses and runs of workflows as JSON."""

from typing import Any

from tests.forge.call import Site
from tests.forge.clock import written
from tests.forge.repository import Check, Repository, Run, Status
from tests.forge.shown.people import app, user, user_or_none
from tests.forge.shown.repository import minimal
from tests.forge.world import World

Json = dict[str, Any]


def check(world: World, site: Site, repo: Repository, one: Check) -> Json:
    """Return a check run."""
    url = f"{site.api}/repos/{repo.full_name}/check-runs/{one.id}"
    html = f"{site.html}/{repo.full_name}/runs/{one.id}"
    return {
        "id": one.id,
        "name": one.name,
        "node_id": f"CR_{one.id}",
        "head_sha": one.sha,
        "external_id": one.external_id,
        "url": url,
        "html_url": html,
        "details_url": one.details_url or html,
        "status": one.status,
        "conclusion": one.conclusion,
        "started_at": written(one.started),
        "completed_at": written(one.completed),
        "output": {
            "title": one.title,
            "summary": one.summary,
            "text": one.text,
            "annotations_count": len(one.annotations),
            "annotations_url": f"{url}/annotations",
        },
        "check_suite": {"id": one.suite},
        "app": app(site, world.apps[one.app]),
        "pull_requests": [],
    }


def suite(world: World, site: Site, repo: Repository, one: Check) -> Json:
    """Return the suite of a check run, as its payload shows it."""
    return {
        "id": one.suite,
        "node_id": f"CS_{one.suite}",
        "head_branch": None,
        "head_sha": one.sha,
        "status": one.status,
        "conclusion": one.conclusion,
        "url": f"{site.api}/repos/{repo.full_name}/check-suites/{one.suite}",
        "before": None,
        "after": None,
        "pull_requests": [],
        "app": app(site, world.apps[one.app]),
        "created_at": written(one.started),
        "updated_at": written(one.completed or one.started),
    }


def annotation(site: Site, repo: Repository, one: Check, each: Json) -> Json:
    """Return an annotation as it was given."""
    empty = dict.fromkeys(("start_column", "end_column", "title", "raw_details"))
    html = f"{site.html}/{repo.full_name}/blob/{one.sha}/{each['path']}"
    return {**empty, **each, "blob_href": html}


def status(site: Site, repo: Repository, one: Status) -> Json:
    """Return a commit status."""
    return {
        "url": f"{site.api}/repos/{repo.full_name}/statuses/{one.sha}",
        "avatar_url": f"{site.html}/avatars/{one.by.id}",
        "id": one.id,
        "node_id": f"SC_{one.id}",
        "state": one.state,
        "description": one.description,
        "target_url": one.target_url,
        "context": one.context,
        "created_at": written(one.on),
        "updated_at": written(one.on),
        "creator": user_or_none(site, one.by),
    }


def combined(site: Site, repo: Repository, sha: str, latest: list[Status]) -> Json:
    """Return the statuses of a commit as one."""
    states = {each.state for each in latest}
    bad = states & {"error", "failure"}
    word = "failure" if bad else "success" if states == {"success"} else "pending"
    url = f"{site.api}/repos/{repo.full_name}/commits/{sha}"
    shown = []
    for each in latest:
        whole = status(site, repo, each)
        whole.pop("creator")
        shown.append(whole)
    return {
        "state": word,
        "statuses": shown,
        "sha": sha,
        "total_count": len(latest),
        "repository": minimal(site, repo),
        "commit_url": url,
        "url": f"{url}/status",
    }


def run(world: World, site: Site, repo: Repository, one: Run) -> Json:
    """Return a run of a workflow. Those of forks name no pull."""
    url = f"{site.api}/repos/{repo.full_name}/actions/runs/{one.id}"
    html = f"{site.html}/{repo.full_name}/actions/runs/{one.id}"
    head = world.repositories.get(one.head_repository or repo.id)
    below = ("jobs", "logs", "artifacts", "cancel", "rerun")
    suite_url = f"{site.api}/repos/{repo.full_name}/check-suites/{one.suite}"
    return {
        "id": one.id,
        "name": one.workflow.rsplit("/", 1)[-1].partition(".")[0],
        "node_id": f"WFR_{one.id}",
        "head_branch": one.branch,
        "head_sha": one.sha,
        "path": one.workflow,
        "display_title": one.branch,
        "run_number": one.number,
        "run_attempt": 1,
        "event": one.event,
        "status": one.status,
        "conclusion": one.conclusion,
        "workflow_id": workflow_id(one.workflow),
        "check_suite_id": one.suite,
        "check_suite_node_id": f"CS_{one.suite}",
        "url": url,
        "html_url": html,
        "pull_requests": [],
        "created_at": written(one.on),
        "updated_at": written(one.on),
        "run_started_at": written(one.on),
        "actor": user(site, one.by),
        "triggering_actor": user(site, one.by),
        **{f"{key}_url": f"{url}/{key}" for key in below},
        "previous_attempt_url": None,
        "check_suite_url": suite_url,
        "workflow_url": f"{site.api}/repos/{repo.full_name}/actions/workflows/"
        f"{workflow_id(one.workflow)}",
        "head_commit": None,
        "repository": minimal(site, repo),
        "head_repository": minimal(site, head) if head else None,
    }


def workflow_id(path: str) -> int:
    """Return a number that stands for a workflow file, the same each time."""
    return 1 + sum((at + 1) * ord(letter) for at, letter in enumerate(path))


def workflow(site: Site, repo: Repository, path: str) -> Json:
    """Return a workflow."""
    root, number = f"{site.api}/repos/{repo.full_name}", workflow_id(path)
    page = f"{site.html}/{repo.full_name}"
    name = path.rsplit("/", 1)[-1]
    return {
        "id": number,
        "node_id": f"W_{number}",
        "name": name.partition(".")[0],
        "path": path,
        "state": repo.settings.states.get(name, "active"),
        "created_at": written(repo.created),
        "updated_at": written(repo.created),
        "url": f"{root}/actions/workflows/{number}",
        "html_url": f"{page}/blob/{repo.branch}/{path}",
        "badge_url": f"{page}/workflows/{name}/badge.svg",
    }
