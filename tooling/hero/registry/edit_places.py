"""Where in a document a new value goes, as texts that are still to be read back."""

from collections.abc import Collection, Iterator
from typing import Any

from hero.registry.diagnostic import Route
from hero.registry.document import Document
from hero.registry.render import inline, pair
from hero.registry.spans import Node


def opened(document: Document, node: Node, key: Route, value: Any) -> Iterator[str]:
    """An empty list of brackets under a key, opened up so that a mapping can stand in it."""
    if not node.key or document.text[node.start + 1 : node.end - 1].strip():
        return
    column = document.lines.at(node.key[0])[1] - 1
    before, after = document.text[: node.key[1]], document.text[node.end :]
    opened = pair(key[0], [value], column, document.newline, spread=True)
    yield before + opened.removeprefix(inline(key[0])) + after


def first_key(document: Document, pair: str) -> str:
    """The text of a document that held nothing but perhaps comments."""
    gap = document.newline if document.text and not document.text.endswith("\n") else ""
    return f"{document.text}{gap}{pair}{document.newline}"


def into_flow(document: Document, route: Route, node: Node, key: Any, value: Any) -> str:
    """Set the value in before the closing bracket."""
    close = node.end - 1
    inside = document.text[node.start + 1 : close]
    last = max((n.end for r, n in document.nodes.items() if _child(r, route)), default=None)
    text = inline(value) if key is None else f"{inline(key)}: {inline(value)}"
    if last is None:
        at, text = (close, text) if not inside.strip() else (node.start + 1, text + " ")
    elif "," in document.text[last:close].split("#")[0]:
        at = last + document.text[last:close].index(",") + 1
        text = " " + text
    else:
        at, text = last, ", " + text
    return document.text[:at] + text + document.text[at:]


def last_above(document: Document, parent: Route, node: Node, above: Collection[str]) -> Node:
    """The value below which a new key stands: what is over the first key of `above`, or all."""
    siblings = [
        (route[-1], each) for route, each in document.nodes.items() if _child(route, parent)
    ]
    last = None
    for key, sibling in siblings:
        if key in above and last is not None:
            return last
        last = sibling
    return node


def into_block(document: Document, node: Node, column: int, item: str) -> str:
    """Set a line in after the last one of the collection and its comment."""
    stop = document.text.find("\n", node.end)
    if stop == -1:
        return document.text + document.newline + " " * column + item
    before, after = document.text[: stop + 1], document.text[stop + 1 :]
    return f"{before}{' ' * column}{item}{document.newline}{after}"


def _child(route: Route, parent: Route) -> bool:
    return len(route) == len(parent) + 1 and route[:-1] == parent
