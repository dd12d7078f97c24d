"""Which function resolves which field, and what connections and actors look like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.forge.call import Call
from tests.forge.people import User
from tests.forge.repository import Repository
from tests.forge.wrongs import NOT_INTEGRATION

MOST = 100


class Wrong(Exception):
    """An error of GitHub's GraphQL: its type, and its words."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(words)
        self.kind = kind


@dataclass(frozen=True)
class Node:
    """A thing of a type of the schema, in its repository."""

    kind: str
    repo: Repository | None
    it: Any


Resolver = Callable[..., Any]
FIELDS: dict[tuple[str, str], Resolver] = {}


def field(kind: str, *names: str) -> Callable[[Resolver], Resolver]:
    """Let a function of (node, call, **arguments) resolve fields of a type."""

    def keep(resolver: Resolver) -> Resolver:
        FIELDS.update({(kind, name): resolver for name in names})
        return resolver

    return keep


def plain(kind: str, **names: Callable[[Any], Any]) -> None:
    """Let functions of the thing alone resolve fields."""
    for name, read in names.items():
        FIELDS[kind, name] = lambda node, call, read=read, **_: read(node.it)


def needs(call: Call, scope: str, level: str = "read") -> None:
    """Refuse what the token's permissions do not hold."""
    if call.token and not any(call.token.may(each, level) for each in scope.split("|")):
        raise Wrong("FORBIDDEN", NOT_INTEGRATION)


def actor(user: User | None) -> Node | None:
    """Return an account as an actor; None for one that is gone."""
    return None if user is None or user.gone else Node(user.kind, None, user)


def connection(nodes: Sequence[Any], asked: dict[str, Any], name: str) -> Node:
    """Return a page of nodes. It has to be asked for by `first` or `last`, at most a hundred."""
    first, last = asked.get("first"), asked.get("last")
    size = first if first is not None else last
    if size is None:
        words = "You must provide a `first` or `last` value to properly paginate the "
        raise Wrong("MISSING_PAGINATION_BOUNDARIES", f"{words}`{name}` connection.")
    if not 0 <= size <= MOST:
        words = f"Requesting {size} records on the `{name}` connection exceeds the `first` limit"
        raise Wrong("EXCESSIVE_PAGINATION", f"{words} of {MOST} records.")
    low = int(str(asked["after"]).removeprefix("cursor:")) if asked.get("after") else 0
    high = (
        int(str(asked["before"]).removeprefix("cursor:")) - 1 if asked.get("before") else len(nodes)
    )
    low, high = (low, min(low + size, high)) if first is not None else (max(low, high - size), high)
    return Node("Connection", None, (list(nodes), low, max(low, high)))


@dataclass(frozen=True)
class Edge:
    """A node of a connection with its place."""

    node: Any
    at: int


def of_connection(name: str, held: tuple[list[Any], int, int]) -> Any:
    """Resolve a field of any connection."""
    nodes, low, high = held
    cursors = (f"cursor:{low + 1}", f"cursor:{high}") if high > low else (None, None)
    page = {
        "hasNextPage": high < len(nodes),
        "hasPreviousPage": low > 0,
        "startCursor": cursors[0],
        "endCursor": cursors[1],
    }
    found: dict[str, Any] = {
        "totalCount": len(nodes),
        "nodes": nodes[low:high],
        "edges": [Edge(each, low + at + 1) for at, each in enumerate(nodes[low:high])],
        "pageInfo": page,
    }
    return found[name]
