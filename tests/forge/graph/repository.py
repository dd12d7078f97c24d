"""Repositories, refs and git's objects in GraphQL."""

from collections.abc import Callable
from typing import Any

from tests.forge import objects
from tests.forge.call import Call
from tests.forge.graph.fields import Node, Wrong, actor, connection, field, needs, plain
from tests.forge.repository import Repository

# Above this GitHub cuts the text of a blob.
LONGEST = 512 * 1024

plain(
    "Repository",
    name=lambda repo: repo.name,
    nameWithOwner=lambda repo: repo.full_name,
    databaseId=lambda repo: repo.id,
    id=lambda repo: f"R_{repo.id}",
    isPrivate=lambda repo: repo.private,
    isArchived=lambda repo: repo.archived,
    isFork=lambda repo: repo.parent is not None,
    visibility=lambda repo: "PRIVATE" if repo.private else "PUBLIC",
    hasIssuesEnabled=lambda repo: repo.settings.issues,
    squashMergeAllowed=lambda repo: repo.settings.squash_merge,
    mergeCommitAllowed=lambda repo: repo.settings.merge_commit,
    rebaseMergeAllowed=lambda repo: repo.settings.rebase_merge,
    owner=lambda repo: actor(repo.owner),
)


@field("Query", "repository")
def repository(_: Any, call: Call, owner: str, name: str, followRenames: bool = True) -> Node:
    """Find a repository, under an older name too; what may not be seen is not there."""
    full = f"{owner}/{name}"
    number = call.world.moved.get(full.casefold()) if followRenames else None
    found = call.world.named(full) or call.world.repositories.get(number or -1)
    bound = call.token is not None and call.token.permissions is not None
    if found is None or (found.role(call.user) is None and not bound):
        raise Wrong("NOT_FOUND", f"Could not resolve to a Repository with the name '{full}'.")
    return Node("Repository", found, found)


@field("Repository", "labels")
def labels(node: Node, call: Call, **asked: Any) -> Node:
    repo = node.it
    return connection([Node("Label", repo, each) for each in repo.labels], asked, "labels")


plain(
    "Label",
    name=lambda one: one.name,
    color=lambda one: one.color,
    description=lambda one: one.description,
    id=lambda one: f"LA_{one.id}",
)


def commit_node(repo: Repository, sha: str | None) -> Node | None:
    """Return a commit, where there is one."""
    return Node("Commit", repo, objects.commit(repo.store, sha)) if sha else None


def _ref(repo: Repository, name: str) -> Node | None:
    full = name if name.startswith("refs/") else f"refs/heads/{name}"
    sha = repo.store.ref(full)
    return Node("Ref", repo, (full, sha)) if sha else None


@field("Repository", "defaultBranchRef")
def default_branch(node: Node, call: Call) -> Node | None:
    return _ref(node.it, node.it.branch)


@field("Repository", "ref")
def ref(node: Node, call: Call, qualifiedName: str) -> Node | None:
    needs(call, "contents")
    return _ref(node.it, qualifiedName)


plain("Ref", name=lambda pair: pair[0].split("/", 2)[2], prefix=lambda pair: "refs/heads/")


@field("Ref", "target")
def target(node: Node, call: Call) -> Node | None:
    return commit_node(node.repo, node.it[1]) if node.repo else None


@field("Repository", "object")
def an_object(node: Node, call: Call, oid: str = "", expression: str = "") -> Node | None:
    """Find an object by its name, or by `revision:path`."""
    needs(call, "contents")
    repo = node.it
    revision, colon, path = expression.partition(":")
    sha = oid or repo.store.resolve(revision)
    if sha and colon and path:
        entry = objects.at(repo.store, sha, path)
        sha = entry.sha if entry else None
    kind = objects.kind(repo.store, sha) if sha else None
    if sha is None or kind is None:
        return None
    if kind == "commit":
        return commit_node(repo, objects.commit(repo.store, sha).sha)
    return Node(kind.title(), repo, sha)


def _blob(read: Callable[[bytes], Any]) -> Callable[..., Any]:
    def resolve(node: Node, call: Call) -> Any:
        return read(objects.blob(node.repo.store, node.it)) if node.repo else None

    return resolve


def _text(data: bytes) -> str | None:
    return None if b"\0" in data[:8000] else data[:LONGEST].decode(errors="replace")


field("Blob", "byteSize")(_blob(len))
field("Blob", "isBinary")(_blob(lambda data: b"\0" in data[:8000]))
field("Blob", "isTruncated")(_blob(lambda data: len(data) > LONGEST))
field("Blob", "text")(_blob(_text))
plain("Blob", oid=lambda sha: sha)
plain("Tree", oid=lambda sha: sha)


@field("Tree", "entries")
def tree_entries(node: Node, call: Call) -> list[Node]:
    found = objects.tree(node.repo.store, node.it) if node.repo else []
    return [Node("TreeEntry", node.repo, each) for each in found]


plain(
    "TreeEntry",
    oid=lambda entry: entry.sha,
    mode=lambda entry: int(entry.mode, 8),
    type=lambda entry: entry.kind,
    path=lambda entry: entry.path,
    name=lambda entry: entry.path.rsplit("/", 1)[-1],
    size=lambda entry: entry.size or 0,
)


@field("TreeEntry", "object")
def entry_object(node: Node, call: Call) -> Node | None:
    return None if node.it.kind == "commit" else Node(node.it.kind.title(), node.repo, node.it.sha)
