"""Workflows: dispatched, listed, and runs that wait for somebody to let them start."""

from typing import Any

from tests.forge import held
from tests.forge.call import Answer, Call, page_in
from tests.forge.repository import Run
from tests.forge.router import route
from tests.forge.shown.checks import run, workflow, workflow_id
from tests.forge.telling import tell
from tests.forge.wrongs import Refused, gone

ROOT = "/repos/{owner}/{repo}"
ACTIONS = ROOT + "/actions"
MOST_INPUTS = 25
MOST_KEYS = 10


def _at_default(call: Call) -> dict[str, dict[str, object]]:
    sha = call.repo.store.resolve(call.repo.branch)
    return held.workflows(call.repo, sha) if sha else {}


@route("GET", ACTIONS + "/workflows", scope="actions")
def workflows(call: Call) -> Answer:
    paths = sorted(_at_default(call))
    return page_in(call, "workflows", paths, lambda each: workflow(call.site, call.repo, each))


def _path(call: Call) -> str:
    """Return the workflow that a number or a file's name means."""
    wanted = call.params["workflow_id"]
    for path in _at_default(call):
        if wanted in (str(workflow_id(path)), path.rsplit("/", 1)[-1]):
            return path
    raise gone()


@route("GET", ACTIONS + "/workflows/{workflow_id}", scope="actions")
def one_workflow(call: Call) -> Any:
    return workflow(call.site, call.repo, _path(call))


@route(
    "PUT", ACTIONS + "/workflows/{workflow_id}/enable", scope="actions", role="write", status=204
)
def enable(call: Call) -> None:
    """Switch a workflow on again."""
    call.repo.settings.states.pop(_path(call).rsplit("/", 1)[-1], None)


@route("POST", ACTIONS + "/workflows/{workflow_id}/dispatches", scope="actions", role="write")
def dispatch(call: Call) -> Answer:
    """Start a workflow that may be dispatched, with inputs that it declares."""
    path, ref = _path(call), call.text("ref", "Workflow")
    sha = call.repo.store.resolve(ref)
    if sha is None:
        raise Refused(422, f"No ref found for: {ref}")
    events = held.workflows(call.repo, sha).get(path, {})
    if "workflow_dispatch" not in events:
        raise Refused(422, "Workflow does not have 'workflow_dispatch' trigger")
    inputs = call.asked.get("inputs") or {}
    settings = events["workflow_dispatch"]
    declared = (settings.get("inputs") or {}) if isinstance(settings, dict) else {}
    if len(inputs) > MOST_INPUTS or set(inputs) - set(declared):
        raise Refused(422, f"Unexpected inputs provided: {sorted(set(inputs) - set(declared))}")
    branch = ref.removeprefix("refs/heads/")
    made = held.make(call, call.repo, path, "workflow_dispatch", branch, sha)
    made.inputs = dict(inputs)
    full = ref if ref.startswith("refs/") else f"refs/heads/{ref}"
    tell(call, "workflow_dispatch", call.repo, {"inputs": inputs, "ref": full, "workflow": path})
    if call.asked.get("return_run_details"):
        shown = run(call.world, call.site, call.repo, made)
        urls = {"run_url": shown["url"], "html_url": shown["html_url"]}
        return Answer(200, {"workflow_run_id": made.id, **urls})
    return Answer(204)


@route("POST", ROOT + "/dispatches", scope="contents", role="write", status=204)
def repository_dispatch(call: Call) -> None:
    """Tell workflows of something of one's own."""
    kind, payload = call.text("event_type", "Dispatch"), call.asked.get("client_payload") or {}
    if len(kind) > 100 or len(payload) > MOST_KEYS:
        raise Refused(422, "No more than 10 properties are allowed; 11 were supplied.")
    body = {"action": kind, "branch": call.repo.branch, "client_payload": payload}
    tell(call, "repository_dispatch", call.repo, body)


def _keep(query: Any, one: Run) -> bool:
    wanted = (
        ("head_sha", (one.sha,)),
        ("event", (one.event,)),
        ("branch", (one.branch,)),
        ("status", (one.status, one.conclusion)),
        ("actor", (one.by.login,)),
    )
    return all(query.get(key) in (None, *values) for key, values in wanted)


@route("GET", ACTIONS + "/runs", scope="actions")
def runs(call: Call) -> Answer:
    """List runs, the newest first; those that wait have the conclusion action_required."""
    found = [each for each in reversed(call.repo.runs) if _keep(call.query, each)]
    return page_in(
        call, "workflow_runs", found, lambda each: run(call.world, call.site, call.repo, each)
    )


@route("GET", ACTIONS + "/workflows/{workflow_id}/runs", scope="actions")
def runs_of(call: Call) -> Answer:
    path = _path(call)
    found = [each for each in reversed(call.repo.runs) if each.workflow == path]
    found = [each for each in found if _keep(call.query, each)]
    return page_in(
        call, "workflow_runs", found, lambda each: run(call.world, call.site, call.repo, each)
    )


def _run(call: Call) -> Run:
    wanted = call.number("run_id")
    one = next((each for each in call.repo.runs if each.id == wanted), None)
    if one is None:
        raise gone()
    return one


@route("GET", ACTIONS + "/runs/{run_id}", scope="actions")
def one_run(call: Call) -> Any:
    return run(call.world, call.site, call.repo, _run(call))


@route("POST", ACTIONS + "/runs/{run_id}/approve", scope="actions", role="write", status=201)
def approve(call: Call) -> Any:
    """Let a newcomer's run start; workflows' own tokens may not."""
    one = _run(call)
    if call.token and call.token.job:
        raise Refused(403, "Resource not accessible by integration")
    if one.conclusion != "action_required":
        raise Refused(403, "This run is not from a fork pull request")
    one.status, one.conclusion = "queued", None
    return {}
