"""Issues: made, listed, changed, locked; who is assigned to them."""

from typing import Any

from tests.forge import issues, pulls
from tests.forge.call import Answer, Call, page
from tests.forge.issue import Issue
from tests.forge.people import at_least
from tests.forge.router import route
from tests.forge.shown.issue import issue, step
from tests.forge.wrongs import NOT_INTEGRATION, Refused, gone, invalid

ROOT = "/repos/{owner}/{repo}/issues"
ONE = ROOT + "/{issue_number}"
EITHER = "issues|pull_requests"


def shown(call: Call, one: Issue) -> dict[str, Any]:
    """Return an issue with who closed it."""
    return issue(call.world, call.site, call.repo, one)


@route("GET", ROOT, scope=EITHER)
def listed(call: Call) -> Answer:
    """List issues and pulls alike by state, labels, assignee and author, the newest first."""
    query = call.query
    state, since = query.get("state", "open"), query.get("since", "")
    every = [each for each in call.repo.issues.values() if state in ("all", each.state)]
    for name in filter(None, query.get("labels", "").split(",")):
        every = [each for each in every if name.casefold() in map(str.casefold, each.labels)]
    if query.get("creator"):
        every = [each for each in every if each.by.login.casefold() == query["creator"].casefold()]
    every = [each for each in every if each.updated.isoformat() >= since]
    by_change = query.get("sort") == "updated"
    every.sort(key=lambda one: (one.updated if by_change else one.created, one.number))
    if query.get("direction", "desc") == "desc":
        every.reverse()
    return page(call, every, lambda one: shown(call, one))


@route("POST", ROOT, scope="issues", status=201)
def make(call: Call) -> Any:
    """Open an issue; labels and people only for who may triage."""
    if not call.repo.settings.issues:
        raise Refused(410, "Issues are disabled for this repo")
    title, body, now = call.text("title", "Issue"), call.asked.get("body"), call.world.now()
    if len(str(body or "")) > issues.LONGEST:
        raise invalid("Issue", "body", "unprocessable", "body is too long")
    number = pulls.next_number(call.repo)
    one = Issue(call.world.number(), number, title, body, call.user, now, now)
    one.app = call.token.app.id if call.token and call.token.app else None
    call.repo.issues[number] = one
    issues.tell_issue(call, one, "opened")
    if _trusted(call):
        for name in call.names("labels"):
            issues.add_label(call, one, name)
        issues.assign(call, one, call.names("assignees"))
    return shown(call, one)


def _trusted(call: Call) -> bool:
    bound = call.token is not None and call.token.permissions is not None
    return bound or at_least(call.repo.role(call.user), "triage")


@route("GET", ONE, scope=EITHER)
def one_issue(call: Call) -> Any:
    return shown(call, issues.number_of(call))


@route("PATCH", ONE, scope=EITHER)
def change(call: Call) -> Any:
    """Change an issue; who wrote it or may triage."""
    one, asked = issues.number_of(call), call.asked
    if one.by is not call.user and not _trusted(call):
        raise Refused(403, NOT_INTEGRATION)
    if asked.get("title") or "body" in asked:
        # A new title is a step of its own; only the text counts as edited.
        one.edited = call.world.now() if asked.get("body", one.body) != one.body else one.edited
        one.title, one.body = str(asked.get("title") or one.title), asked.get("body", one.body)
        pulls.note(call.world, one, call.user, "renamed")
        issues.tell_issue(call, one, "edited", changes={})
    if "labels" in asked:
        _set_labels(call, one, call.names("labels"))
    if "assignees" in asked:
        names = call.names("assignees")
        issues.unassign(
            call, one, [each.login for each in one.assignees if each.login not in names]
        )
        issues.assign(call, one, names)
    _set_state(call, one, asked.get("state"), asked.get("state_reason"))
    return shown(call, one)


def _set_labels(call: Call, one: Issue, names: list[str]) -> None:
    wanted = {name.casefold() for name in names}
    for name in [each for each in one.labels if each.casefold() not in wanted]:
        issues.remove_label(call, one, name)
    for name in names:
        issues.add_label(call, one, name)


def _set_state(call: Call, one: Issue, state: Any, reason: Any) -> None:
    if state == "closed" and one.state == "open":
        if one.pull:
            pulls.close(call, call.repo, one)
            return
        one.state, one.reason = "closed", reason or "completed"
        one.closed, one.closed_by = call.world.now(), call.user
        pulls.note(call.world, one, call.user, "closed")
        issues.tell_issue(call, one, "closed")
    elif state == "open" and one.state == "closed" and one.pull is None:
        one.state, one.reason, one.closed, one.closed_by = "open", "reopened", None, None
        pulls.note(call.world, one, call.user, "reopened")
        issues.tell_issue(call, one, "reopened")


@route("PUT", ONE + "/lock", scope=EITHER, role="triage", status=204)
def lock(call: Call) -> None:
    one = issues.number_of(call)
    asked = call.body if isinstance(call.body, dict) else {}
    one.locked, one.lock_reason = True, asked.get("lock_reason")
    pulls.note(call.world, one, call.user, "locked")
    issues.tell_issue(call, one, "locked")


@route("DELETE", ONE + "/lock", scope=EITHER, role="triage", status=204)
def unlock(call: Call) -> None:
    one = issues.number_of(call)
    one.locked, one.lock_reason = False, None
    pulls.note(call.world, one, call.user, "unlocked")
    issues.tell_issue(call, one, "unlocked")


@route("GET", ONE + "/timeline", scope=EITHER)
def timeline(call: Call) -> Answer:
    one = issues.number_of(call)
    return page(call, one.steps, lambda each: step(call.site, call.repo, each))


@route("GET", ONE + "/events", scope=EITHER)
def events(call: Call) -> Answer:
    one = issues.number_of(call)
    return page(call, one.steps, lambda each: step(call.site, call.repo, each))


@route("GET", ONE + "/assignees/{assignee}", scope=EITHER)
def assignable(call: Call) -> Answer:
    found = call.world.find(call.params["assignee"])
    if found is None or not issues.may_be_assigned(call, issues.number_of(call), found):
        raise gone()
    return Answer(204)


@route("POST", ONE + "/assignees", scope=EITHER, role="triage", status=201)
def assign(call: Call) -> Any:
    one = issues.number_of(call)
    if not issues.assign(call, one, call.names("assignees")):
        call.idle()
    return shown(call, one)


@route("DELETE", ONE + "/assignees", scope=EITHER, role="triage")
def unassign(call: Call) -> Any:
    one = issues.number_of(call)
    if not issues.unassign(call, one, call.names("assignees")):
        call.idle()
    return shown(call, one)
