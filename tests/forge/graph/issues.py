"""Issues by label and number, and the branches below a prefix, in GraphQL."""

from typing import Any

from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.graph.fields import Node, Wrong, connection, field, needs, plain

plain("Issue", lastEditedAt=lambda one: written(one.edited))


@field("Repository", "issues")
def issues(
    node: Node,
    call: Call,
    labels: Any = None,
    states: Any = None,
    orderBy: Any = None,
    **asked: Any,
) -> Node:
    """List issues, none of them a pull, the oldest first."""
    needs(call, "issues")
    wanted = {each.casefold() for each in labels or []}
    found = [
        one
        for number, one in sorted(node.it.issues.items())
        if one.pull is None
        and (not states or one.state.upper() in states)
        and (not wanted or wanted & {each.casefold() for each in one.labels})
    ]
    return connection([Node("Issue", node.it, each) for each in found], asked, "issues")


@field("Repository", "issue")
def issue(node: Node, call: Call, number: int) -> Node:
    """Find one; a pull is none."""
    needs(call, "issues")
    one = node.it.issues.get(number)
    if one is None or one.pull is not None:
        raise Wrong("NOT_FOUND", f"Could not resolve to an Issue with the number of {number}.")
    return Node("Issue", node.it, one)


@field("Issue", "reactions")
def reactions(node: Node, call: Call, content: str | None = None, **asked: Any) -> Node:
    """Count the reactions of a kind. GraphQL calls a thumb up THUMBS_UP, REST `+1`."""
    names = {"THUMBS_UP": "+1", "THUMBS_DOWN": "-1"}
    wanted = names.get(content or "", (content or "").casefold())
    found = [each for each in node.it.reactions if not wanted or each.content == wanted]
    return connection(
        [Node("Reaction", node.repo, each) for each in found], {"first": 0, **asked}, "reactions"
    )


@field("Repository", "refs")
def refs(node: Node, call: Call, refPrefix: str, **asked: Any) -> Node:
    """List the refs below a prefix."""
    needs(call, "contents")
    found = sorted(node.it.store.refs(refPrefix).items())
    return connection([Node("Ref", node.it, each) for each in found], asked, "refs")
