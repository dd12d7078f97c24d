"""Who somebody is and what they may do."""

from typing import Any

from tests.forge.call import Answer, Call, page
from tests.forge.people import COARSE
from tests.forge.router import route
from tests.forge.shown.people import profile, user
from tests.forge.shown.repository import permissions
from tests.forge.wrongs import NOT_INTEGRATION, Refused, gone


@route("GET", "/user")
def me(call: Call) -> Any:
    """Answer who the token is; a job's or an app's token is nobody here."""
    if call.user and call.token and call.token.permissions is not None:
        raise Refused(403, NOT_INTEGRATION)
    return {**profile(call.site, call.user), "two_factor_authentication": True}


@route("GET", "/users/{username}")
def somebody(call: Call) -> Any:
    return profile(call.site, call.world.account(call.params["username"]))


@route("GET", "/user/{account_id}")
def by_number(call: Call) -> Any:
    """Answer by the id, which outlives a rename."""
    found = call.world.users.get(call.number("account_id"))
    if found is None or found.gone:
        raise gone()
    return profile(call.site, found)


@route("GET", "/repos/{owner}/{repo}/collaborators", role="write")
def collaborators(call: Call) -> Answer:
    repo = call.repo
    people = [each for each in call.world.users.values() if repo.collaborates(each)]
    return page(call, people, lambda one: _with_role(call, one))


def _with_role(call: Call, one: Any) -> dict[str, Any]:
    role = call.repo.role(one) or "none"
    allowed = permissions(call.repo, one)
    return {**user(call.site, one), "permissions": allowed, "role_name": role}


@route("GET", "/repos/{owner}/{repo}/collaborators/{username}")
def collaborates(call: Call) -> Answer:
    found = call.world.find(call.params["username"])
    if found is None or not call.repo.collaborates(found):
        raise gone()
    return Answer(204)


@route("GET", "/repos/{owner}/{repo}/collaborators/{username}/permission")
def permission(call: Call) -> Any:
    """Answer somebody's role, coarse and exact; who is nobody here reads what is public."""
    found = call.world.account(call.params["username"])
    role = call.repo.role(found) or "none"
    coarse = COARSE.get(role, role)
    return {"permission": coarse, "role_name": role, "user": _with_role(call, found)}


@route("GET", "/repos/{owner}/{repo}/assignees")
def assignees(call: Call) -> Answer:
    people = [each for each in call.world.users.values() if call.repo.assignable(each)]
    return page(call, people, lambda one: user(call.site, one))


@route("GET", "/repos/{owner}/{repo}/assignees/{assignee}")
def assignable(call: Call) -> Answer:
    found = call.world.find(call.params["assignee"])
    if found is None or not call.repo.assignable(found):
        raise gone()
    return Answer(204)
