"""What owners have set for Actions: its policy, its tokens, variables, environments."""

from typing import Any

from tests.forge.call import Answer, Call
from tests.forge.clock import written
from tests.forge.people import at_least
from tests.forge.repository import Environment
from tests.forge.router import route
from tests.forge.wrongs import NOT_TOKEN, Refused, gone

ROOT = "/repos/{owner}/{repo}"
PERMISSIONS = ROOT + "/actions/permissions"
ONE = ROOT + "/environments/{environment_name}"


def _only(call: Call, role: str) -> None:
    """Refuse people of a lesser role; a job's or an app's token is bounded by its permissions."""
    held = call.repo.role(call.user)
    if call.token and call.token.permissions is None and not at_least(held, role):
        raise Refused(403, NOT_TOKEN)


@route("GET", PERMISSIONS, scope="administration")
def policy(call: Call) -> Any:
    """Answer whether Actions is on, and whose actions may run."""
    _only(call, "admin")
    return {"enabled": True, "allowed_actions": "all", **call.repo.settings.actions}


@route("GET", PERMISSIONS + "/selected-actions", scope="administration")
def selected(call: Call) -> Any:
    """Answer which actions may run; 409 where all may."""
    _only(call, "admin")
    if call.repo.settings.actions.get("allowed_actions") != "selected":
        raise Refused(409, "Conflict")
    usual = {"github_owned_allowed": True, "verified_allowed": False, "patterns_allowed": []}
    return {**usual, **call.repo.settings.selected}


@route("GET", PERMISSIONS + "/workflow", scope="administration")
def token_rights(call: Call) -> Any:
    """Answer what jobs' own tokens may do."""
    _only(call, "admin")
    may = call.repo.settings.workflows_open_pulls
    return {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": may}


@route("GET", ROOT + "/actions/variables/{name}", scope="variables")
def variable(call: Call) -> Any:
    """Answer a variable's value, to who may write."""
    _only(call, "write")
    name, now = call.params["name"], written(call.repo.created)
    if name not in call.repo.settings.variables:
        raise gone()
    value = call.repo.settings.variables[name]
    return {"name": name, "value": value, "created_at": now, "updated_at": now}


def _environment(call: Call) -> Environment:
    found = call.repo.settings.environments.get(call.params["environment_name"])
    if found is None:
        raise gone()
    return found


@route("GET", ONE, scope="actions")
def environment(call: Call) -> Any:
    """Answer an environment and from which branches it is reached."""
    held, name = _environment(call), call.params["environment_name"]
    now, url = written(call.repo.created), f"{call.site.api}{call.path}"
    custom = {"protected_branches": False, "custom_branch_policies": True}
    return {
        "id": 1,
        "node_id": "EN_1",
        "name": name,
        "url": url,
        "html_url": f"{call.site.html}/{call.repo.full_name}/settings/environments",
        "created_at": now,
        "updated_at": now,
        "protection_rules": [],
        "deployment_branch_policy": custom if held.branches else None,
    }


@route("GET", ONE + "/deployment-branch-policies", scope="actions")
def branches(call: Call) -> Any:
    """List the branches that an environment is reached from."""
    held = _environment(call).branches
    rows = [{"id": n, "node_id": f"B_{n}", "name": each} for n, each in enumerate(held, 1)]
    return {"total_count": len(rows), "branch_policies": rows}


@route("GET", ONE + "/secrets/{secret_name}", scope="environments")
def secret(call: Call) -> Any:
    """Answer that a secret is there, never what it is."""
    _only(call, "write")
    name, now = call.params["secret_name"], written(call.repo.created)
    if name not in _environment(call).secrets:
        raise gone()
    return {"name": name, "created_at": now, "updated_at": now}


@route("GET", ROOT + "/rules/branches/{branch}")
def rules(call: Call) -> Answer:
    """List what rulesets ask of a branch."""
    held, branch = call.repo.settings, call.params["branch"]
    found: list[dict[str, Any]] = []
    source = {"ruleset_source_type": "Repository", "ruleset_source": call.repo.full_name}
    if branch in held.protected:
        asked = {
            "dismiss_stale_reviews_on_push": True,
            "require_code_owner_review": held.code_owners,
            "require_last_push_approval": False,
            "required_approving_review_count": held.approvals,
            "required_review_thread_resolution": False,
        }
        found.append({"type": "pull_request", "parameters": asked})
    if held.required:
        checks = [
            {"context": name, **({"integration_id": app} if app else {})}
            for name, app in held.required.items()
        ]
        both = {"required_status_checks": checks, "strict_required_status_checks_policy": False}
        found.append({"type": "required_status_checks", "parameters": both})
    return Answer(200, [{**each, **source, "ruleset_id": 1} for each in found])
