"""Mutations: one commit of many files on a branch that has not moved, and drafts."""

import base64
import binascii
from typing import Any

from tests.forge import merging, objects, pulls
from tests.forge.call import Call
from tests.forge.graph.fields import Node, Wrong, field, needs
from tests.forge.graph.repository import commit_node
from tests.forge.people import at_least
from tests.forge.repository import Repository
from tests.forge.telling import tell_pull


def _branch(call: Call, asked: dict[str, Any]) -> tuple[Repository, str]:
    """Return the repository and the ref that are meant, and refuse who may not write there."""
    where = asked["branch"]
    name, branch = where.get("repositoryNameWithOwner"), where.get("branchName")
    if where.get("id") or not name or not branch:
        raise Wrong("UNPROCESSABLE", "Name the branch by repositoryNameWithOwner and branchName.")
    repo = call.world.named(name)
    if repo is None:
        raise Wrong("NOT_FOUND", f"Could not resolve to a Repository with the name '{name}'.")
    needs(call, "contents", "write")
    personal = call.token is not None and call.token.permissions is None
    if personal and not at_least(repo.role(call.user), "write"):
        raise Wrong("FORBIDDEN", f"{call.user.login} does not have the correct permissions.")
    if repo.archived:
        raise Wrong("FORBIDDEN", "Repository was archived so is read-only.")
    short = branch.removeprefix("refs/heads/")
    if short in repo.settings.protected:
        words = "Repository rule violations found\n\nChanges must be made through a pull request."
        raise Wrong("UNPROCESSABLE", words)
    return repo, f"refs/heads/{short}"


def _changed(repo: Repository, asked: dict[str, Any]) -> dict[str, tuple[str, str] | None]:
    wanted = asked.get("fileChanges") or {}
    found: dict[str, tuple[str, str] | None] = {}
    for each in wanted.get("additions") or []:
        try:
            data = base64.b64decode(each["contents"], validate=True)
        except (binascii.Error, ValueError):
            raise Wrong("UNPROCESSABLE", "A file's contents are not valid base64.") from None
        found[each["path"]] = ("100644", objects.write_blob(repo.store, data))
    for each in wanted.get("deletions") or []:
        found[each["path"]] = None
    for path in found:
        if path.startswith("/") or {"..", ".git", ""} & set(path.split("/")):
            raise Wrong("UNPROCESSABLE", f"A path was requested that is not valid: {path}")
    return found


@field("Mutation", "createCommitOnBranch")
def create_commit(_: Any, call: Call, input: dict[str, Any]) -> dict[str, Any]:
    """Write a commit, if the branch is still where the caller saw it."""
    repo, ref = _branch(call, input)
    tip, expected = repo.store.ref(ref), input["expectedHeadOid"]
    if tip is None:
        words = "Could not resolve to a node with the global id of the branch."
        raise Wrong("NOT_FOUND", words)
    changes = _changed(repo, input)
    for path in (path for path, change in changes.items() if change is None):
        if objects.at(repo.store, tip, path) is None:
            raise Wrong(
                "UNPROCESSABLE", f"A path was requested for deletion which does not exist: {path}"
            )
    if tip != expected:
        words = f'Expected branch to point to "{expected}" but it did not. Pull and try again.'
        raise Wrong("STALE_DATA", words)
    message = input["message"]
    text = f"{message['headline']}\n\n{message.get('body') or ''}".strip()
    people = (merging.mailed(call.world, call.user), merging.committer(call.world))
    tree = objects.write_tree(repo.store, tip, changes)
    made = objects.write_commit(repo.store, tree, [tip], text, people)
    if not repo.store.move(ref, made, tip):
        raise Wrong("STALE_DATA", f'Expected branch to point to "{expected}" but it did not.')
    pulls.moved(call, repo, ref, tip, made)
    mutation = input.get("clientMutationId")
    found = Node("Ref", repo, (ref, made))
    return {"commit": commit_node(repo, made), "ref": found, "clientMutationId": mutation}


def _drafted(call: Call, asked: dict[str, Any], draft: bool, action: str) -> dict[str, Any]:
    needs(call, "pull_requests", "write")
    for repo in call.world.repositories.values():
        for one in repo.pulls():
            if one.pull and asked["pullRequestId"] == f"PR_{one.pull.id}":
                one.pull.draft = draft
                tell_pull(call, repo, one, action)
                return {"pullRequest": Node("PullRequest", repo, one)}
    raise Wrong("NOT_FOUND", "Could not resolve to a node with the global id.")


@field("Mutation", "markPullRequestReadyForReview")
def ready(_: Any, call: Call, input: dict[str, Any]) -> dict[str, Any]:
    return _drafted(call, input, False, "ready_for_review")


@field("Mutation", "convertPullRequestToDraft")
def draft(_: Any, call: Call, input: dict[str, Any]) -> dict[str, Any]:
    return _drafted(call, input, True, "converted_to_draft")
