"""Changes to a document by slices: what is not asked for stays byte for byte as it was.

Every change is read back before it is handed out: a text that would not say exactly what was
asked is never returned.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import Any

from hero.registry.diagnostic import Route, dotted
from hero.registry.document import Document
from hero.registry.edit_places import first_key, into_block, into_flow, last_above, opened
from hero.registry.render import block, inline, item, pair
from hero.registry.spans import Node


class EditRefused(ValueError):
    """The change cannot be made without touching something else; nothing was changed."""


def replace(document: Document, route: Route, value: Any) -> Document:
    """The document with another value at this route.

    Raises EditRefused where there is no such route, or an alias stands there.
    """
    node = _node(document, route)
    before, after = document.text[: node.start], document.text[node.end :]
    data = _put(_plain(document.data), route, value)
    gap = " " if node.start == node.end and before and before[-1] not in " \n" else ""
    end = " " if after[:1] == "#" or (node.start == node.end and after[:1] == ":") else ""
    texts = (before + gap + text + end + after for text in _forms(document, node, value))
    return _first_that_says(document, texts, data)


def insert(
    document: Document, route: Route, value: Any, spread: bool = False, above: Collection[str] = ()
) -> Document:
    """The document with one value more: appended to the list at `route`, or, where the last step
    of `route` is a new key of a mapping, standing under that key after all others, or above the
    first of the keys in `above`.

    With `spread`, mappings get a line for each of their keys. Raises EditRefused where neither is
    possible.
    """
    data = _plain(document.data)
    at = document.nodes.get(route)
    if at is not None and at.form != "sequence" and _get(data, route) is None:
        return replace(document, route, [value])
    appends = at is not None and at.form == "sequence"
    if not route and not appends:
        raise EditRefused("there is no list to add to")
    parent, key = (route, None) if appends else (route[:-1], route[-1])
    if data is None and not document.problems and parent == ():
        texts = (first_key(document, each) for each in _pairs(document, key, value, 0, spread))
        return _first_that_says(document, texts, {key: value})
    node = _node(document, parent)
    if node.form != ("sequence" if appends else "mapping") or at not in (None, node):
        raise EditRefused(f"nothing can be added at {dotted(route)}: it is there already")
    if appends:
        _get(data, parent).append(value)
    else:
        _get(data, parent)[key] = value
    if document.text[node.start : node.start + 1] in ("[", "{"):
        ways = [into_flow(document, parent, node, key, value)]
        ways = [*opened(document, node, route[-1:], value), *ways] if spread else ways
        return _first_that_says(document, ways, data)
    return _first_that_says(
        document, _below(document, parent, node, (key, value), spread, above), data
    )


def _below(
    document: Document,
    parent: Route,
    node: Node,
    entry: tuple[Any, Any],
    spread: bool,
    above: Collection[str],
) -> Iterator[str]:
    """The texts with a value, or a key and its value, on lines of their own."""
    key, value = entry
    column = document.lines.at(node.start)[1] - 1
    last = node if key is None else last_above(document, parent, node, above)
    items = _items if key is None else partial(_pairs, key=key)
    for each in items(document, value=value, column=column, spread=spread):
        yield into_block(document, last, column, each)


def _node(document: Document, route: Route) -> Node:
    for depth in range(len(route) + 1):
        node = document.nodes.get(route[:depth])
        if node is None or node.alias:
            raise EditRefused(f"there is no {dotted(route) or 'content'} of its own to change")
    return document.nodes[route]


def _forms(document: Document, node: Node, value: Any) -> Iterator[str]:
    """The value in the forms that may fit this place, the most readable one first."""
    key_line, key_column = document.lines.at(node.key[0]) if node.key else (0, 0)
    if isinstance(value, str) and not node.flow and node.key:
        many = block(value, key_column + 1, document.newline)
        yield from [many] if many else []
    line, column = document.lines.at(node.start)
    # A value on a line of its own must stand deeper than its key.
    shallow = node.key and line > key_line and column <= key_column
    yield "  " + inline(value) if shallow else inline(value)


def _pairs(document: Document, key: Any, value: Any, column: int, spread: bool) -> Iterator[str]:
    """A key with its value in the forms that may fit, the most readable one first."""
    yield pair(key, value, column, document.newline, spread)
    yield f"{inline(key)}: {inline(value)}"


def _items(document: Document, value: Any, column: int, spread: bool) -> Iterator[str]:
    """The same for an item of a list."""
    yield item(value, column, document.newline, spread)
    yield f"- {inline(value)}"


def _get(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _put(data: Any, route: Route, value: Any) -> Any:
    if not route:
        return value
    _get(data, route[:-1])[route[-1]] = value
    return data


def _first_that_says(document: Document, texts: Iterable[str], wanted: Any) -> Document:
    """The first of the edited texts that says what was wanted and nothing else.

    What stands around a place may change what is written there: a comment below a text of
    several lines becomes part of it.
    """
    for text in texts:
        edited = Document.read(document.path, text.encode())
        if edited.problems == document.problems and edited.data == _plain(wanted):
            return edited
    raise EditRefused("this value cannot be set here without changing what stands around it")


def _plain(value: Any) -> Any:
    """Data of its own, with lists for tuples: what an alias stands for is there twice."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
