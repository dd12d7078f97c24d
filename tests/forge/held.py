"""Runs of workflows: which start for a pull, and which wait until somebody lets them."""

import yaml

from tests.forge import objects
from tests.forge.call import Call
from tests.forge.issue import Issue
from tests.forge.people import at_least
from tests.forge.repository import Repository, Run
from tests.forge.store import GitFailed

FOLDER = ".github/workflows"


def workflows(repo: Repository, sha: str) -> dict[str, dict[str, object]]:
    """Return what starts each workflow file of a commit: path -> event -> its settings."""
    try:
        entries = objects.tree(repo.store, f"{sha}:{FOLDER}")
    except GitFailed:
        return {}
    found = {}
    for each in entries:
        if each.path.endswith((".yml", ".yaml")):
            found[f"{FOLDER}/{each.path}"] = _events(objects.blob(repo.store, each.sha))
    return found


def _events(text: bytes) -> dict[str, object]:
    try:
        read = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    # YAML 1.1 reads the key `on` as a boolean.
    on = (read.get("on") or read.get(True)) if isinstance(read, dict) else None
    if isinstance(on, str):
        return {on: None}
    return dict.fromkeys(on) if isinstance(on, list) else dict(on or {})


def start(call: Call, repo: Repository, one: Issue) -> None:
    """Start the workflows of a pull, as its merge commit has them; newcomers' wait.

    A pull in conflict starts nothing, nor does what a job's own token caused (since 2026 those
    wait for an approval).
    """
    pull = one.pull
    merge = repo.store.ref(f"refs/pull/{one.number}/merge")
    if pull is None or merge is None:
        return
    newcomer = not at_least(repo.role(one.by), "write") and not _merged_before(repo, one)
    fork = pull.source != repo.id
    waits = (repo.settings.held and fork and newcomer) or bool(call.token and call.token.job)
    for path, events in workflows(repo, merge).items():
        if "pull_request" in events:
            run = make(call, repo, path, "pull_request", pull.head_ref, pull.head)
            run.head_repository = pull.source
            run.pulls = [] if fork else [one.number]
            if waits:
                run.status, run.conclusion = "completed", "action_required"


def _merged_before(repo: Repository, one: Issue) -> bool:
    every = (each for each in repo.pulls() if each.by is one.by)
    return any(each.pull and each.pull.merged for each in every)


def make(call: Call, repo: Repository, path: str, event: str, branch: str, sha: str) -> Run:
    """Keep a new run."""
    world = call.world
    numbers = [each.number for each in repo.runs if each.workflow == path]
    run = Run(
        world.number(),
        max(numbers, default=0) + 1,
        path,
        event,
        branch,
        sha,
        call.user,
        world.now(),
        world.number(),
    )
    repo.runs.append(run)
    return run


def waits(repo: Repository, sha: str) -> bool:
    """Say whether runs on a commit wait for somebody's approval."""
    every = (each for each in repo.runs if each.sha == sha)
    return any(each.conclusion == "action_required" for each in every)
