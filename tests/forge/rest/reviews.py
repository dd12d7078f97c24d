"""Reviews, and whom a pull asks for one."""

from typing import Any

from tests.forge import pulls
from tests.forge.call import Answer, Call, page
from tests.forge.issue import Issue, Review
from tests.forge.people import User, at_least
from tests.forge.rest.pulls import NO_PULLS, ONE, found
from tests.forge.router import route
from tests.forge.shown.people import user
from tests.forge.shown.pull import of, review, simple
from tests.forge.telling import tell, tell_pull
from tests.forge.wrongs import NOT_TOKEN, Refused, gone, invalid

STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}
MOST_ASKED = 15


@route("GET", ONE + "/reviews", scope="pull_requests")
def reviews(call: Call) -> Answer:
    """List the reviews, oldest first; one that is pending is seen by its author alone."""
    one = found(call)
    asking = call.token.user if call.token else None
    seen = [each for each in of(one).reviews if each.on or each.by is asking]
    return page(call, seen, lambda each: review(call.site, call.repo, one, each))


def _review(call: Call, one: Issue) -> Review:
    wanted = call.number("review_id")
    given = next((each for each in of(one).reviews if each.id == wanted), None)
    if given is None:
        raise gone()
    return given


@route("POST", ONE + "/reviews", scope="pull_requests")
def make(call: Call) -> Any:
    """Review a pull; nobody approves their own, and workflows only where they are let."""
    one, asked = found(call), call.body if isinstance(call.body, dict) else {}
    event, body = asked.get("event"), str(asked.get("body") or "")
    job = call.token is not None and call.token.job
    if event == "APPROVE" and job and not call.repo.settings.workflows_open_pulls:
        raise Refused(403, NO_PULLS)
    _check(one, call.user, event, body)
    commit = str(asked.get("commit_id") or of(one).head)
    if call.repo.store.resolve(commit) is None:
        raise Refused(422, "Unprocessable Entity", ["Variable $commitOID is invalid"])
    comments = [{"path": each.get("path")} for each in asked.get("comments") or []]
    now = call.world.now() if event else None
    state = STATES[event] if event else "PENDING"
    given = Review(call.world.number(), call.user, state, commit, body, now, comments)
    of(one).reviews.append(given)
    if event:
        _submitted(call, one, given)
    return review(call.site, call.repo, one, given)


def _check(one: Issue, by: User, event: Any, body: str) -> None:
    if event is not None and event not in STATES:
        raise invalid("PullRequestReview", "event")
    if one.by is by and event in ("APPROVE", "REQUEST_CHANGES"):
        word = "approve" if event == "APPROVE" else "request changes on"
        wrong = f"Review Can not {word} your own pull request"
        raise Refused(422, "Unprocessable Entity", [wrong])
    if event in ("REQUEST_CHANGES", "COMMENT") and not body.strip():
        raise Refused(422, "Unprocessable Entity", ["Review Body can't be blank"])


def _submitted(call: Call, one: Issue, given: Review) -> None:
    """Let a review count: who gave it is no longer asked for it."""
    pull = of(one)
    pull.requested = [each for each in pull.requested if each is not given.by]
    pulls.note(call.world, one, call.user, "reviewed")
    _tell(call, one, given, "submitted")


def _tell(call: Call, one: Issue, given: Review, action: str) -> None:
    shown = review(call.site, call.repo, one, given)
    # Payloads write the state small, answers large.
    payload = {"action": action, "review": {**shown, "state": given.state.lower()}}
    seen = simple(call.world, call.site, call.repo, one)
    tell(call, "pull_request_review", call.repo, {**payload, "pull_request": seen})


@route("POST", ONE + "/reviews/{review_id}/events", scope="pull_requests")
def submit(call: Call) -> Any:
    """Send off a review that was pending."""
    one = found(call)
    given, event = _review(call, one), call.asked.get("event")
    _check(one, call.user, event, str(call.asked.get("body") or given.body))
    given.state, given.on = STATES[str(event)], call.world.now()
    _submitted(call, one, given)
    return review(call.site, call.repo, one, given)


@route("GET", ONE + "/reviews/{review_id}", scope="pull_requests")
def shown(call: Call) -> Any:
    one = found(call)
    return review(call.site, call.repo, one, _review(call, one))


@route("PUT", ONE + "/reviews/{review_id}/dismissals", scope="pull_requests")
def dismiss(call: Call) -> Any:
    """Take the weight from a review; only for who may write."""
    one = found(call)
    given = _review(call, one)
    call.text("message", "PullRequestReview")
    personal = call.token is not None and call.token.permissions is None
    if personal and not at_least(call.repo.role(call.user), "write"):
        raise Refused(403, NOT_TOKEN)
    if given.state not in ("APPROVED", "CHANGES_REQUESTED"):
        raise Refused(
            422, "Unprocessable Entity", ["Can not dismiss a review that is not decisive"]
        )
    given.state = "DISMISSED"
    pulls.note(call.world, one, call.user, "review_dismissed")
    _tell(call, one, given, "dismissed")
    return review(call.site, call.repo, one, given)


@route("GET", ONE + "/requested_reviewers", scope="pull_requests")
def requested(call: Call) -> Any:
    asked = [user(call.site, each) for each in of(found(call)).requested if not each.gone]
    return {"users": asked, "teams": []}


@route("POST", ONE + "/requested_reviewers", scope="pull_requests", role="triage", status=201)
def ask(call: Call) -> Any:
    """Ask for reviews. One login that may not be asked refuses all, and is not named."""
    one, names = found(call), call.names("reviewers")
    if len(names) > MOST_ASKED:
        raise Refused(
            422, "Validation Failed", [f"Could not request more than {MOST_ASKED} reviewers"]
        )
    people = [call.world.find(name) for name in names]
    if one.by in people:
        raise Refused(422, "Review cannot be requested from pull request author.", [])
    allowed = [each for each in people if each and call.repo.collaborates(each)]
    if len(allowed) < len(names) or call.names("team_reviewers"):
        words = "Reviews may only be requested from collaborators. One or more of the users or "
        raise Refused(422, words + "teams you specified is not a collaborator of the repository.")
    pull = of(one)
    new = [each for each in allowed if each not in pull.requested]
    for each in new:
        pull.requested.append(each)
        pulls.note(call.world, one, call.user, "review_requested", subject=each)
        asked = {"requested_reviewer": user(call.site, each)}
        tell_pull(call, call.repo, one, "review_requested", **asked)
    if not new:
        call.idle()
    return simple(call.world, call.site, call.repo, one)


@route("DELETE", ONE + "/requested_reviewers", scope="pull_requests")
def take_back(call: Call) -> Any:
    """Take requests back; names that were not asked are no fault."""
    one = found(call)
    names = {name.casefold() for name in call.names("reviewers")}
    pull = of(one)
    personal = call.token is not None and call.token.permissions is None
    itself = names == {call.user.login.casefold()}
    if personal and not itself and not at_least(call.repo.role(call.user), "triage"):
        raise Refused(403, NOT_TOKEN)
    taken = [each for each in pull.requested if each.login.casefold() in names]
    for each in taken:
        pull.requested.remove(each)
        pulls.note(call.world, one, call.user, "review_request_removed", subject=each)
        asked = {"requested_reviewer": user(call.site, each)}
        tell_pull(call, call.repo, one, "review_request_removed", **asked)
    if not taken:
        call.idle()
    return simple(call.world, call.site, call.repo, one)
