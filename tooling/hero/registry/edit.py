"""Changes to a document by slices: what is not asked for stays byte for byte as it was.

Every change is read back before it is handed out: a text that would not say exactly what was
asked is never returned.
"""

import copy
from typing import Any

from hero.registry.diagnostic import Route, dotted
from hero.registry.document import Document
from hero.registry.render import block, inline
from hero.registry.spans import Node


class EditRefused(ValueError):
    """The change cannot be made without touching something else; nothing was changed."""


def replace(document: Document, route: Route, value: Any) -> Document:
    """The document with another value at this route.

    Raises EditRefused where there is no such route, or an alias stands there.
    """
    node = _node(document, route)
    text = _rendered(document, route, node, value)
    before, after = document.text[: node.start], document.text[node.end :]
    if node.start == node.end and before and before[-1] not in " \n":
        text = " " + text
    if after[:1] == "#" or (node.start == node.end and after[:1] == ":"):
        text += " "
    data = copy.deepcopy(document.data)
    return _checked(document, before + text + after, _put(data, route, value))


def insert(document: Document, route: Route, value: Any) -> Document:
    """The document with one value more: appended to the list at `route`, or, where the last step
    of `route` is a new key of a mapping, standing under that key after all others.

    Raises EditRefused where neither is possible.
    """
    data = copy.deepcopy(document.data)
    at = document.nodes.get(route)
    if at is not None and at.form != "sequence" and _get(data, route) is None:
        return replace(document, route, [value])
    appends = at is not None and at.form == "sequence"
    parent, key = (route, None) if appends else (route[:-1], route[-1])
    if data is None and not document.problems and parent == ():
        return _checked(document, _first_key(document, key, value), {key: value})
    node = _node(document, parent)
    if node.form != ("sequence" if appends else "mapping") or at not in (None, node):
        raise EditRefused(f"nothing can be added at {dotted(route)}: it is there already")
    if appends:
        _get(data, parent).append(value)
    else:
        _get(data, parent)[key] = value
    in_flow = document.text[node.start : node.start + 1] in ("[", "{")
    place = _into_flow if in_flow else _into_block
    return _checked(document, place(document, parent, node, key, value), data)


def _node(document: Document, route: Route) -> Node:
    for depth in range(len(route) + 1):
        node = document.nodes.get(route[:depth])
        if node is None or node.alias:
            raise EditRefused(f"there is no {dotted(route) or 'content'} of its own to change")
    return document.nodes[route]


def _rendered(document: Document, route: Route, node: Node, value: Any) -> str:
    """The value in the form for this place: a text of several lines as a block where it may be."""
    if isinstance(value, str) and not node.flow and node.key is not None:
        column = document.lines.at(node.key[0])[1] - 1
        if text := block(value, column + 2, document.newline):
            return text
    text = inline(value)
    # A value on a line of its own must stand deeper than its key.
    if node.key and document.lines.at(node.start)[0] > document.lines.at(node.key[0])[0]:
        deeper = document.lines.at(node.start)[1] > document.lines.at(node.key[0])[1]
        text = text if deeper else "  " + text
    return text


def _first_key(document: Document, key: Any, value: Any) -> str:
    """The text of a document that held nothing but perhaps comments."""
    gap = document.newline if document.text and not document.text.endswith("\n") else ""
    return f"{document.text}{gap}{_pair(document, key, value, 0)}{document.newline}"


def _into_flow(document: Document, route: Route, node: Node, key: Any, value: Any) -> str:
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


def _into_block(document: Document, route: Route, node: Node, key: Any, value: Any) -> str:
    """Set the value in as a line after the last one of the collection and its comment."""
    column = document.lines.at(node.start)[1] - 1
    stop = document.text.find("\n", node.end)
    line = f"- {inline(value)}" if key is None else _pair(document, key, value, column)
    if stop == -1:
        return document.text + document.newline + " " * column + line
    return f"{document.text[: stop + 1]}{' ' * column}{line}{document.newline}" + (
        document.text[stop + 1 :]
    )


def _pair(document: Document, key: Any, value: Any, column: int) -> str:
    many = block(value, column + 2, document.newline) if isinstance(value, str) else None
    return f"{inline(key)}: {many or inline(value)}"


def _child(route: Route, parent: Route) -> bool:
    return len(route) == len(parent) + 1 and route[:-1] == parent


def _get(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _put(data: Any, route: Route, value: Any) -> Any:
    if not route:
        return value
    _get(data, route[:-1])[route[-1]] = value
    return data


def _checked(document: Document, text: str, wanted: Any) -> Document:
    """The edited document, if it says what was wanted and nothing else."""
    edited = Document.read(document.path, text.encode())
    if edited.problems != document.problems or edited.data != _plain(wanted):
        raise EditRefused("this value cannot be set here without changing what stands around it")
    return edited


def _plain(value: Any) -> Any:
    """Tuples as the lists that YAML will read."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
