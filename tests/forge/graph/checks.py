"""Check suites, check runs and statuses in GraphQL."""

from typing import Any

from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.graph.fields import Node, connection, field, needs, plain
from tests.forge.repository import Check, Repository, Status
from tests.forge.world import World


def _upper(word: str | None) -> str | None:
    return word.upper() if word else None


def _suites(world: World, repo: Repository, sha: str) -> list[dict[str, Any]]:
    """Return the suites of a commit: those of check runs, and those of runs of workflows."""
    found: dict[int, dict[str, Any]] = {}
    for check in (each for each in repo.checks if each.sha == sha):
        suite = found.setdefault(check.suite, {"id": check.suite, "app": check.app, "checks": []})
        suite["checks"].append(check)
        suite.update(status=check.status, conclusion=check.conclusion)
    for run in (each for each in repo.runs if each.sha == sha):
        kept = {"id": run.suite, "app": world.actions.id, "checks": []}
        found[run.suite] = {**kept, "status": run.status, "conclusion": run.conclusion}
    return list(found.values())


@field("Commit", "checkSuites")
def check_suites(node: Node, call: Call, filterBy: Any = None, **asked: Any) -> Node:
    """Resolve the suites, of one app or with a check run of one name."""
    needs(call, "checks")
    wanted, repo = filterBy or {}, node.repo
    found = _suites(call.world, repo, node.it.sha) if repo else []
    if wanted.get("appId"):
        found = [each for each in found if each["app"] == wanted["appId"]]
    if wanted.get("checkName"):
        name = wanted["checkName"]
        found = [each for each in found if any(check.name == name for check in each["checks"])]
    return connection([Node("CheckSuite", repo, each) for each in found], asked, "checkSuites")


plain(
    "CheckSuite",
    databaseId=lambda suite: suite["id"],
    status=lambda suite: _upper(suite["status"]),
    conclusion=lambda suite: _upper(suite["conclusion"]),
)


@field("CheckSuite", "app")
def suite_app(node: Node, call: Call) -> Node:
    return Node("App", node.repo, call.world.apps[node.it["app"]])


@field("CheckSuite", "checkRuns")
def check_runs(node: Node, call: Call, filterBy: Any = None, **asked: Any) -> Node:
    """Resolve the runs of a suite; the latest of each name, unless all are asked for."""
    wanted, found = filterBy or {}, list(node.it["checks"])
    if wanted.get("checkName"):
        found = [each for each in found if each.name == wanted["checkName"]]
    if wanted.get("checkType", "LATEST") == "LATEST":
        found = list({each.name: each for each in found}.values())
    return connection([Node("CheckRun", node.repo, each) for each in found], asked, "checkRuns")


plain(
    "CheckRun",
    databaseId=lambda one: one.id,
    name=lambda one: one.name,
    conclusion=lambda one: _upper(one.conclusion),
    status=lambda one: _upper(one.status),
    externalId=lambda one: one.external_id or None,
    title=lambda one: one.title,
    summary=lambda one: one.summary,
    startedAt=lambda one: written(one.started),
    completedAt=lambda one: written(one.completed),
)


def _statuses(repo: Repository, sha: str) -> dict[str, Status]:
    return {each.context: each for each in repo.statuses if each.sha == sha}


def _state(statuses: list[Status], checks: list[Check]) -> str:
    words = {each.state for each in statuses} | {each.conclusion or "pending" for each in checks}
    if words & {"error", "failure", "timed_out", "cancelled", "action_required"}:
        return "FAILURE"
    return "PENDING" if "pending" in words else "SUCCESS"


@field("Commit", "status")
def status(node: Node, call: Call) -> Node | None:
    needs(call, "statuses")
    found = _statuses(node.repo, node.it.sha) if node.repo else {}
    return Node("Status", node.repo, found) if found else None


plain("Status", state=lambda found: _state(list(found.values()), []))


@field("Status", "context")
def context(node: Node, call: Call, name: str) -> Node | None:
    one = node.it.get(name)
    return Node("StatusContext", node.repo, one) if one else None


@field("Status", "contexts")
def contexts(node: Node, call: Call) -> list[Node]:
    return [Node("StatusContext", node.repo, each) for each in node.it.values()]


plain(
    "StatusContext",
    context=lambda one: one.context,
    state=lambda one: one.state.upper(),
    description=lambda one: one.description,
    targetUrl=lambda one: one.target_url,
)


@field("Commit", "statusCheckRollup")
def rollup(node: Node, call: Call) -> Node | None:
    """Resolve all checks and statuses of a commit as one; None where there are none."""
    repo, sha = node.repo, node.it.sha
    if repo is None:
        return None
    statuses = list(_statuses(repo, sha).values())
    checks = list({(c.app, c.name): c for c in repo.checks if c.sha == sha}.values())
    found = (statuses, checks)
    return Node("StatusCheckRollup", repo, found) if statuses or checks else None


plain("StatusCheckRollup", state=lambda found: _state(*found))


@field("StatusCheckRollup", "contexts")
def rollup_contexts(node: Node, call: Call, **asked: Any) -> Node:
    statuses, checks = node.it
    nodes = [Node("CheckRun", node.repo, each) for each in checks]
    nodes += [Node("StatusContext", node.repo, each) for each in statuses]
    return connection(nodes, asked, "contexts")
