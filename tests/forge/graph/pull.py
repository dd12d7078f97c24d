"""Pulls, and all that hangs on them, in GraphQL."""

from typing import Any

from tests.forge import differing, merging
from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.graph.fields import Node, Wrong, actor, connection, field, needs, plain
from tests.forge.graph.repository import commit_node
from tests.forge.issue import Issue
from tests.forge.rest.pulls import MOST_COMMITS, MOST_FILES
from tests.forge.shown.pull import of

CHANGES = {"removed": "DELETED"}


def _state(one: Issue) -> str:
    return "MERGED" if of(one).merged else one.state.upper()


for _kind in ("PullRequest", "Issue"):
    plain(
        _kind,
        number=lambda one: one.number,
        databaseId=lambda one: one.id,
        id=lambda one: f"PR_{one.pull.id}" if one.pull else f"I_{one.id}",
        title=lambda one: one.title,
        body=lambda one: one.body or "",
        createdAt=lambda one: written(one.created),
        updatedAt=lambda one: written(one.updated),
        closedAt=lambda one: written(one.closed),
        closed=lambda one: one.state == "closed",
        locked=lambda one: one.locked,
        author=lambda one: actor(one.by),
        state=lambda one: _state(one) if one.pull else one.state.upper(),
    )
plain(
    "PullRequest",
    isDraft=lambda one: of(one).draft,
    merged=lambda one: of(one).merged is not None,
    mergedAt=lambda one: written(of(one).merged),
    mergedBy=lambda one: actor(of(one).merged_by),
    headRefOid=lambda one: of(one).head,
    headRefName=lambda one: of(one).head_ref,
    baseRefName=lambda one: of(one).base_ref,
    baseRefOid=lambda one: of(one).base,
    headRepositoryOwner=lambda one: actor(of(one).owner),
    maintainerCanModify=lambda one: of(one).maintainers_may_push,
)


@field("Repository", "pullRequest")
def pull(node: Node, call: Call, number: int) -> Node:
    needs(call, "pull_requests")
    one = node.it.issues.get(number)
    if one is None or one.pull is None:
        words = f"Could not resolve to a PullRequest with the number of {number}."
        raise Wrong("NOT_FOUND", words)
    return Node("PullRequest", node.it, one)


@field("Repository", "pullRequests")
def pulls(node: Node, call: Call, states: Any = None, orderBy: Any = None, **asked: Any) -> Node:
    """Resolve pulls by their state, base, head and labels, in the order asked for."""
    needs(call, "pull_requests")
    found = [each for each in node.it.pulls() if not states or _state(each) in states]
    wanted = (("baseRefName", "base_ref"), ("headRefName", "head_ref"))
    for key, name in wanted:
        if asked.get(key):
            found = [each for each in found if getattr(of(each), name) == asked[key]]
    for label in asked.get("labels") or []:
        found = [each for each in found if label in each.labels]
    order = orderBy or {"field": "CREATED_AT", "direction": "ASC"}
    by_change = order["field"] == "UPDATED_AT"
    found.sort(key=lambda one: (one.updated if by_change else one.created, one.number))
    if order["direction"] == "DESC":
        found.reverse()
    return connection([Node("PullRequest", node.it, each) for each in found], asked, "pullRequests")


@field("PullRequest", "mergeable")
def mergeable(node: Node, call: Call) -> str:
    found = merging.mergeable(call.world, node.repo, node.it) if node.repo else None
    return {True: "MERGEABLE", False: "CONFLICTING", None: "UNKNOWN"}[found]


@field("PullRequest", "headRepository", "baseRepository")
def head_repository(node: Node, call: Call) -> Node | None:
    found = call.world.repositories.get(of(node.it).source or -1)
    return Node("Repository", found, found) if found else None


@field("PullRequest", "isCrossRepository")
def is_cross(node: Node, call: Call) -> bool:
    return node.repo is None or of(node.it).source != node.repo.id


@field("PullRequest", "mergeCommit")
def merge_commit(node: Node, call: Call) -> Node | None:
    return commit_node(node.repo, of(node.it).merge_commit) if node.repo else None


@field("PullRequest", "files")
def files(node: Node, call: Call, **asked: Any) -> Node:
    one, store = of(node.it), node.repo.store if node.repo else None
    found = (
        differing.changes(store, store.merge_base(one.base, one.head), one.head) if store else ()
    )
    nodes = [Node("PullRequestChangedFile", node.repo, each) for each in found[:MOST_FILES]]
    return connection(nodes, asked, "files")


@field("PullRequest", "changedFiles")
def changed_files(node: Node, call: Call) -> int:
    held: tuple[list[Any], int, int] = files(node, call, first=1).it
    return len(held[0])


plain(
    "PullRequestChangedFile",
    path=lambda one: one.path,
    changeType=lambda one: CHANGES.get(one.status, one.status.upper()),
    additions=lambda one: one.additions,
    deletions=lambda one: one.deletions,
)


@field("PullRequest", "commits")
def commits(node: Node, call: Call, **asked: Any) -> Node:
    one, repo = of(node.it), node.repo
    found = differing.between(repo.store, one.base, one.head)[-MOST_COMMITS:] if repo else []
    nodes = [Node("PullRequestCommit", repo, sha) for sha in found]
    return connection(nodes, asked, "commits")


@field("PullRequestCommit", "commit")
def commit(node: Node, call: Call) -> Node | None:
    return commit_node(node.repo, node.it) if node.repo else None
