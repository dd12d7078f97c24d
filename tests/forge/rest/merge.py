"""Merging a pull, and bringing its branch up to date."""

from typing import Any

from tests.forge import merging, pulls
from tests.forge.call import Answer, Call
from tests.forge.issue import Issue
from tests.forge.rest.pulls import ONE, found
from tests.forge.router import route
from tests.forge.shown.pull import of
from tests.forge.wrongs import NOT_INTEGRATION, Refused, gone, invalid


@route("GET", ONE + "/merge", scope="pull_requests")
def is_merged(call: Call) -> Answer:
    if of(found(call)).merged is None:
        raise gone()
    return Answer(204)


@route("PUT", ONE + "/merge", scope="contents", role="write")
def merge(call: Call) -> Any:
    """Merge a pull into its base, once everything allows it."""
    one, repo, asked = found(call), call.repo, call.body if isinstance(call.body, dict) else {}
    pull, method = of(one), str(asked.get("merge_method") or "merge")
    _check_merge(call, one, method, asked.get("sha"))
    title = asked.get("commit_title") or _title(one, method)
    text = asked.get("commit_message", "" if method == "squash" else one.title)
    made = merging.make(call.world, repo, one, call.user, f"{title}\n\n{text}".strip(), method)
    ref = f"refs/heads/{pull.base_ref}"
    old = repo.store.ref(ref)
    if made is None or not repo.store.move(ref, made, old):
        raise Refused(409, "Base branch was modified. Review and try the merge again.")
    pull.merged, pull.merged_by, pull.merge_commit = call.world.now(), call.user, made
    pulls.note(call.world, one, call.user, "merged", sha=made)
    pulls.close(call, repo, one)
    pulls.moved(call, repo, ref, old, made)
    return {"sha": made, "merged": True, "message": "Pull Request successfully merged"}


def _title(one: Issue, method: str) -> str:
    pull = of(one)
    if method == "squash":
        return f"{one.title} (#{one.number})"
    return f"Merge pull request #{one.number} from {pull.owner.login}/{pull.head_ref}"


def _check_merge(call: Call, one: Issue, method: str, expected: Any) -> None:
    repo, pull = call.repo, of(one)
    switches = {"merge": "merge_commit", "squash": "squash_merge", "rebase": "rebase_merge"}
    if method not in switches:
        raise invalid("PullRequest", "merge_method")
    if one.state == "closed" or pull.draft:
        raise Refused(405, "Pull Request is not mergeable")
    if not getattr(repo.settings, switches[method]):
        raise Refused(405, f"{method.title()} merges are not allowed on this repository.")
    if expected is not None and expected != pull.head:
        raise Refused(409, "Head branch was modified. Review and try the merge again.")
    if not merging.mergeable(call.world, repo, one, look=False):
        raise Refused(405, "Pull Request is not mergeable")
    wanting = merging.wanting(repo, one)
    if wanting:
        raise Refused(405, f"Repository rule violations found\n\n{wanting}\n\n")


@route("PUT", ONE + "/update-branch", scope="pull_requests", role="write", status=202)
def update_branch(call: Call) -> Any:
    """Merge the base into the head's branch, where that is in this repository."""
    one, repo = found(call), call.repo
    pull = of(one)
    asked = call.body if isinstance(call.body, dict) else {}
    if asked.get("expected_head_sha") not in (None, pull.head):
        raise Refused(422, "expected head sha didn't match current head ref.")
    where = call.world.repositories.get(pull.source) if pull.source else None
    if where is not repo:
        raise Refused(403, NOT_INTEGRATION)
    message = f"Merge branch '{pull.base_ref}' into {pull.head_ref}"
    made = merging.make(call.world, repo, one, call.user, message, "merge")
    if made is None:
        raise Refused(422, "merge conflict between base and head")
    ref = f"refs/heads/{pull.head_ref}"
    old = repo.store.ref(ref)
    repo.store.move(ref, made, old)
    pulls.moved(call, repo, ref, old, made)
    return {"message": "Updating pull request branch.", "url": call.site.api}
