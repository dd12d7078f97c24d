"""Check runs, which apps alone write, and commit statuses."""

from typing import Any

from tests.forge.call import Answer, Call, page, page_in
from tests.forge.repository import Check, Status
from tests.forge.rest.repos import resolved
from tests.forge.router import route
from tests.forge.shown.checks import annotation, check, combined, status, suite
from tests.forge.telling import tell
from tests.forge.wrongs import Refused, gone, invalid

ROOT = "/repos/{owner}/{repo}"
MOST_NOTES = 50
LONGEST = 65_535
MOST_STATUSES = 1000
APPS_ONLY = "You must authenticate via a GitHub App."
LEVELS = ("notice", "warning", "failure")
CONCLUSIONS = (
    "action_required cancelled failure neutral success skipped stale timed_out startup_failure"
)


def _app(call: Call) -> int:
    """Return the app behind the token; people's tokens may not write checks."""
    if call.token is None or call.token.app is None:
        raise Refused(403, APPS_ONLY)
    return call.token.app.id


@route("POST", ROOT + "/check-runs", scope="checks", status=201)
def make(call: Call) -> Any:
    app, sha = _app(call), call.text("head_sha", "CheckRun")
    if call.repo.store.resolve(sha) != sha:
        raise Refused(422, f"No commit found for SHA: {sha}")
    name, world = call.text("name", "CheckRun"), call.world
    one = Check(world.number(), name, sha, app, _suite(call, sha, app), world.now())
    _write(call, one)
    call.repo.checks.append(one)
    _tell(call, one, "completed" if one.status == "completed" else "created")
    return check(world, call.site, call.repo, one)


def _suite(call: Call, sha: str, app: int) -> int:
    same = (each.suite for each in call.repo.checks if (each.sha, each.app) == (sha, app))
    return next(same, None) or call.world.number()


def _write(call: Call, one: Check) -> None:
    """Set what the body says. A conclusion completes; annotations are added to those before."""
    asked = call.asked
    output, conclusion = asked.get("output") or {}, asked.get("conclusion")
    if conclusion is not None and conclusion not in CONCLUSIONS.split():
        raise invalid("CheckRun", "conclusion")
    notes = output.get("annotations") or []
    _check_output(output, notes)
    one.external_id = str(asked.get("external_id", one.external_id))
    one.details_url = asked.get("details_url", one.details_url)
    one.name = str(asked.get("name", one.name))
    one.status = "completed" if conclusion else str(asked.get("status", one.status))
    one.conclusion = conclusion or one.conclusion
    one.completed = call.world.now() if one.status == "completed" else None
    if output:
        one.title, one.summary = output.get("title"), output.get("summary")
        one.text = output.get("text", one.text)
        one.annotations.extend(notes)


def _check_output(output: dict[str, Any], notes: list[dict[str, Any]]) -> None:
    if output and not (output.get("title") and output.get("summary")):
        raise invalid("CheckRun", "output", "missing_field")
    if len(notes) > MOST_NOTES:
        words = f"Only {MOST_NOTES} annotations are allowed per request"
        raise Refused(422, "Invalid request.\n\n" + words)
    for key in ("summary", "text"):
        if len(str(output.get(key) or "").encode()) > LONGEST:
            raise invalid("CheckRun", key, "too_long", f"{key} exceeds {LONGEST} bytes")
    for each in notes:
        first, last = each.get("start_line"), each.get("end_line")
        lines = isinstance(first, int) and isinstance(last, int) and 1 <= first <= last
        columns = ("start_column" in each or "end_column" in each) and first != last
        if not lines or columns or each.get("annotation_level") not in LEVELS:
            raise invalid("CheckRun", "annotations")
        if not each.get("path") or not each.get("message"):
            raise invalid("CheckRun", "annotations", "missing_field")


def _tell(call: Call, one: Check, action: str) -> None:
    shown = check(call.world, call.site, call.repo, one)
    shown["check_suite"] = suite(call.world, call.site, call.repo, one)
    tell(call, "check_run", call.repo, {"action": action, "check_run": shown})


def _found(call: Call) -> Check:
    wanted = call.number("check_run_id")
    one = next((each for each in call.repo.checks if each.id == wanted), None)
    if one is None:
        raise gone()
    return one


@route("GET", ROOT + "/check-runs/{check_run_id}", scope="checks")
def one_check(call: Call) -> Any:
    return check(call.world, call.site, call.repo, _found(call))


@route("PATCH", ROOT + "/check-runs/{check_run_id}", scope="checks")
def edit(call: Call) -> Any:
    one = _found(call)
    if _app(call) != one.app:
        raise Refused(
            403, f"Invalid app_id `{one.app}` - check run can only be modified by its GitHub App"
        )
    was = one.status
    _write(call, one)
    if one.status == "completed" != was:
        _tell(call, one, "completed")
    return check(call.world, call.site, call.repo, one)


@route("GET", ROOT + "/check-runs/{check_run_id}/annotations", scope="checks")
def annotations(call: Call) -> Answer:
    one = _found(call)
    return page(call, one.annotations, lambda each: annotation(call.site, call.repo, one, each))


@route("GET", ROOT + "/commits/{ref}/check-runs", scope="checks")
def of_commit(call: Call) -> Answer:
    """List the check runs of a commit: of each name and app the latest, unless `filter=all`."""
    sha, query = resolved(call, call.params["ref"]), call.query
    every = [each for each in call.repo.checks if each.sha == sha]
    every = [each for each in every if query.get("check_name") in (None, each.name)]
    every = [each for each in every if query.get("app_id") in (None, str(each.app))]
    if query.get("filter") != "all":
        every = list({(each.app, each.name): each for each in every}.values())
    every.reverse()
    return page_in(
        call, "check_runs", every, lambda each: check(call.world, call.site, call.repo, each)
    )


@route("POST", ROOT + "/statuses/{sha}", scope="statuses", role="write", status=201)
def make_status(call: Call) -> Any:
    sha, asked = resolved(call, call.params["sha"]), call.asked
    state, context = asked.get("state"), str(asked.get("context") or "default")
    if state not in ("error", "failure", "pending", "success"):
        raise invalid("Status", "state")
    if len(str(asked.get("description") or "")) > 140:
        raise invalid(
            "Status", "description", "custom", "description is too long (maximum is 140 characters)"
        )
    same = [each for each in call.repo.statuses if (each.sha, each.context) == (sha, context)]
    if len(same) >= MOST_STATUSES:
        words = "This SHA and context has reached the maximum number of statuses."
        raise invalid("Status", "base", "custom", words)
    one = Status(call.world.number(), sha, str(state), context, call.user, call.world.now())
    one.description, one.target_url = asked.get("description"), asked.get("target_url")
    call.repo.statuses.append(one)
    return status(call.site, call.repo, one)


@route("GET", ROOT + "/commits/{ref}/statuses", scope="statuses")
def statuses(call: Call) -> Answer:
    sha = resolved(call, call.params["ref"])
    every = [each for each in reversed(call.repo.statuses) if each.sha == sha]
    return page(call, every, lambda each: status(call.site, call.repo, each))


@route("GET", ROOT + "/commits/{ref}/status", scope="statuses")
def combined_status(call: Call) -> Any:
    sha = resolved(call, call.params["ref"])
    latest = {each.context: each for each in call.repo.statuses if each.sha == sha}
    return combined(call.site, call.repo, sha, list(latest.values()))
