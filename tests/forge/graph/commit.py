"""Commits and their people in GraphQL."""

import re
from typing import Any

from tests.forge import objects
from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.graph.fields import Node, actor, connection, field, needs, plain
from tests.forge.graph.repository import commit_node
from tests.forge.objects import Signature
from tests.forge.shown.git import account

CO_AUTHOR = re.compile(r"^co-authored-by:\s*(.+?)\s*<([^>]+)>\s*$", re.IGNORECASE | re.MULTILINE)

plain(
    "Commit",
    oid=lambda one: one.sha,
    message=lambda one: one.message,
    messageHeadline=lambda one: one.message.split("\n", 1)[0],
    committedDate=lambda one: written(one.committer.on),
    authoredDate=lambda one: written(one.author.on),
    id=lambda one: f"C_{one.sha}",
)


@field("Commit", "file")
def file(node: Node, call: Call, path: str) -> Node | None:
    needs(call, "contents")
    entry = objects.at(node.repo.store, node.it.sha, path) if node.repo else None
    return Node("TreeEntry", node.repo, entry) if entry else None


@field("Commit", "parents")
def parents(node: Node, call: Call, **asked: Any) -> Node:
    found = [commit_node(node.repo, sha) for sha in node.it.parents if node.repo]
    return connection(found, asked, "parents")


@field("Commit", "tree")
def commit_tree(node: Node, call: Call) -> Node:
    return Node("Tree", node.repo, node.it.tree)


@field("Commit", "author")
def author(node: Node, call: Call) -> Node:
    return Node("GitActor", node.repo, node.it.author)


@field("Commit", "committer")
def committer(node: Node, call: Call) -> Node:
    return Node("GitActor", node.repo, node.it.committer)


@field("Commit", "authors")
def authors(node: Node, call: Call, **asked: Any) -> Node:
    """Resolve the author and whoever the message names beside."""
    one = node.it
    others = [Signature(name, mail, one.author.on) for name, mail in CO_AUTHOR.findall(one.message)]
    people = list({each.email.casefold(): each for each in [one.author, *others]}.values())
    return connection([Node("GitActor", node.repo, each) for each in people], asked, "authors")


@field("GitActor", "user")
def git_user(node: Node, call: Call) -> Node | None:
    found = account(call.world, node.it)
    return actor(found) if found and found.kind == "User" else None
