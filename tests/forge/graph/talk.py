"""What people say to a pull or an issue, and whom it asks, in GraphQL."""

from typing import Any

from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.graph.fields import Node, actor, connection, field, plain
from tests.forge.graph.repository import commit_node
from tests.forge.issue import Step
from tests.forge.shown.issue import association
from tests.forge.shown.pull import of

KINDS = {
    "review_requested": "ReviewRequestedEvent",
    "review_request_removed": "ReviewRequestRemovedEvent",
    "labeled": "LabeledEvent",
    "unlabeled": "UnlabeledEvent",
    "assigned": "AssignedEvent",
    "unassigned": "UnassignedEvent",
    "closed": "ClosedEvent",
    "reopened": "ReopenedEvent",
    "merged": "MergedEvent",
    "head_ref_force_pushed": "HeadRefForcePushedEvent",
    "comment_deleted": "CommentDeletedEvent",
}


@field("PullRequest", "reviews")
def reviews(node: Node, call: Call, states: Any = None, **asked: Any) -> Node:
    found = [each for each in of(node.it).reviews if each.on]
    found = [each for each in found if not states or each.state in states]
    return connection(
        [Node("PullRequestReview", node.repo, each) for each in found], asked, "reviews"
    )


plain(
    "PullRequestReview",
    databaseId=lambda one: one.id,
    fullDatabaseId=lambda one: str(one.id),
    id=lambda one: f"PRR_{one.id}",
    state=lambda one: one.state,
    body=lambda one: one.body,
    submittedAt=lambda one: written(one.on),
    createdAt=lambda one: written(one.on),
    lastEditedAt=lambda one: None,
    author=lambda one: actor(one.by),
)


@field("PullRequestReview", "commit")
def review_commit(node: Node, call: Call) -> Node | None:
    return commit_node(node.repo, node.it.commit) if node.repo else None


@field("PullRequestReview", "authorAssociation")
@field("IssueComment", "authorAssociation")
def tie(node: Node, call: Call) -> str:
    return association(node.repo, node.it.by) if node.repo else "NONE"


@field("PullRequest", "comments")
@field("Issue", "comments")
def comments(node: Node, call: Call, **asked: Any) -> Node:
    nodes = [Node("IssueComment", node.repo, each) for each in node.it.comments]
    return connection(nodes, asked, "comments")


plain(
    "IssueComment",
    databaseId=lambda one: one.id,
    fullDatabaseId=lambda one: str(one.id),
    id=lambda one: f"IC_{one.id}",
    body=lambda one: one.body,
    createdAt=lambda one: written(one.created),
    updatedAt=lambda one: written(one.updated),
    lastEditedAt=lambda one: written(one.updated) if one.updated > one.created else None,
    author=lambda one: actor(one.by),
    isMinimized=lambda one: False,
)


@field("PullRequest", "labels")
@field("Issue", "labels")
def labels(node: Node, call: Call, **asked: Any) -> Node:
    found = [node.repo.label(name) for name in node.it.labels] if node.repo else []
    return connection([Node("Label", node.repo, each) for each in found if each], asked, "labels")


@field("PullRequest", "assignees")
@field("Issue", "assignees")
def assignees(node: Node, call: Call, **asked: Any) -> Node:
    found = [actor(each) for each in node.it.assignees]
    return connection([each for each in found if each], asked, "assignees")


@field("PullRequest", "reviewRequests")
def review_requests(node: Node, call: Call, **asked: Any) -> Node:
    found = [Node("ReviewRequest", node.repo, each) for each in of(node.it).requested]
    return connection(found, asked, "reviewRequests")


plain("ReviewRequest", requestedReviewer=actor, databaseId=lambda user: user.id)


@field("PullRequest", "timelineItems")
@field("Issue", "timelineItems")
def timeline(node: Node, call: Call, itemTypes: Any = None, **asked: Any) -> Node:
    """Resolve the steps of the kinds asked for."""
    nodes = [
        Node(KINDS[each.event], node.repo, each) for each in node.it.steps if each.event in KINDS
    ]
    wanted = {each.replace("_", "").casefold() for each in itemTypes or []}
    nodes = [each for each in nodes if not wanted or each.kind.casefold() in wanted]
    return connection(nodes, asked, "timelineItems")


def _subject(step: Step) -> Node | None:
    return actor(step.subject)


for _name in KINDS.values():
    plain(_name, actor=lambda step: actor(step.by), createdAt=lambda step: written(step.on))
for _name in ("ReviewRequestedEvent", "ReviewRequestRemovedEvent"):
    plain(_name, requestedReviewer=_subject)
for _name in ("AssignedEvent", "UnassignedEvent"):
    plain(_name, assignee=_subject)
