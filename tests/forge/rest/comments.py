"""Comments and reactions."""

from typing import Any

from tests.forge import issues, pulls
from tests.forge.call import Answer, Call, page
from tests.forge.issue import Comment, Issue, Reaction
from tests.forge.people import at_least
from tests.forge.rest.issues import EITHER, ONE
from tests.forge.router import route
from tests.forge.shown.issue import FACES, comment, reaction
from tests.forge.wrongs import NOT_INTEGRATION, Refused

ROOT = "/repos/{owner}/{repo}/issues/comments"


def shown(call: Call, one: Issue, said: Comment) -> dict[str, Any]:
    """Return a comment."""
    return comment(call.world, call.site, call.repo, one, said)


@route("GET", ONE + "/comments", scope=EITHER)
def listed(call: Call) -> Answer:
    """List the comments of an issue by their ids."""
    one = issues.number_of(call)
    return page(call, one.comments, lambda each: shown(call, one, each))


@route("GET", ROOT, scope=EITHER)
def every(call: Call) -> Answer:
    """List the comments of the repository by their ids, or the newest first."""
    pairs = [(one, said) for one in call.repo.issues.values() for said in one.comments]
    by_change = call.query.get("sort") == "updated"
    pairs.sort(key=lambda pair: (pair[1].updated if by_change else pair[1].created, pair[1].id))
    if call.query.get("direction") == "desc":
        pairs.reverse()
    since = call.query.get("since", "").replace("Z", "+00:00")
    pairs = [pair for pair in pairs if pair[1].updated.isoformat() >= since]
    return page(call, pairs, lambda pair: shown(call, *pair))


@route("POST", ONE + "/comments", scope=EITHER, status=201)
def make(call: Call) -> Any:
    """Write a comment; where the talk is locked only who may write."""
    one = issues.number_of(call)
    issues.may_speak(call, one)
    body, now = issues.text(call, "IssueComment"), call.world.now()
    said = Comment(call.world.number(), call.user, body, now, now)
    said.app = call.token.app.id if call.token and call.token.app else None
    one.comments.append(said)
    one.updated = now
    issues.tell_comment(call, one, said, "created")
    return shown(call, one, said)


@route("GET", ROOT + "/{comment_id}", scope=EITHER)
def one_comment(call: Call) -> Any:
    return shown(call, *issues.comment_of(call))


def _may_change(call: Call, said: Comment) -> None:
    """Refuse who may not change this comment: its author may, and people who may write."""
    bound = call.token is not None and call.token.permissions is not None
    if said.by is call.user:
        return
    if bound or not at_least(call.repo.role(call.user), "write"):
        raise Refused(403, NOT_INTEGRATION if bound else "Must have admin rights to Repository.")


@route("PATCH", ROOT + "/{comment_id}", scope=EITHER)
def edit(call: Call) -> Any:
    one, said = issues.comment_of(call)
    _may_change(call, said)
    body, before = issues.text(call, "IssueComment"), said.body
    if body == before:
        call.idle()
        return shown(call, one, said)
    call.world.clock.advance(seconds=1)
    said.body, said.updated = body, call.world.now()
    issues.tell_comment(call, one, said, "edited", changes={"body": {"from": before}})
    return shown(call, one, said)


@route("DELETE", ROOT + "/{comment_id}", scope=EITHER, status=204)
def delete(call: Call) -> None:
    one, said = issues.comment_of(call)
    _may_change(call, said)
    one.comments.remove(said)
    pulls.note(call.world, one, call.user, "comment_deleted")
    issues.tell_comment(call, one, said, "deleted")


@route("GET", ROOT + "/{comment_id}/reactions", scope=EITHER)
def reactions(call: Call) -> Answer:
    _, said = issues.comment_of(call)
    return page(call, said.reactions, lambda each: reaction(call.site, each))


@route("POST", ROOT + "/{comment_id}/reactions", scope=EITHER)
def react(call: Call) -> Answer:
    return _react(call, issues.comment_of(call)[1].reactions)


@route("GET", ONE + "/reactions", scope=EITHER)
def issue_reactions(call: Call) -> Answer:
    one = issues.number_of(call)
    return page(call, one.reactions, lambda each: reaction(call.site, each))


@route("POST", ONE + "/reactions", scope=EITHER)
def react_to_issue(call: Call) -> Answer:
    return _react(call, issues.number_of(call).reactions)


def _react(call: Call, given: list[Reaction]) -> Answer:
    """Give a reaction: 201, or 200 with the one that was given before."""
    content = call.text("content", "Reaction")
    if content not in FACES:
        raise Refused(422, "Validation Failed", [])
    for each in given:
        if each.by is call.user and each.content == content:
            call.idle()
            return Answer(200, reaction(call.site, each))
    made = Reaction(call.world.number(), call.user, content, call.world.now())
    given.append(made)
    return Answer(201, reaction(call.site, made))
