"""Files of ideas as a verb will leave them: values, until somebody writes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from hero.registry.diagnostic import Route, dotted
from hero.registry.document import Document
from hero.registry.edit import EditRefused, insert, replace
from hero.registry.idea import KEPT_FIELDS, Idea
from hero.registry.registry import Registry
from hero.registry.schema import fit


@dataclass(frozen=True, slots=True)
class Edit:
    """One file as it is and as it will be, with the idea that it will hold."""

    slug: str
    path: str
    before: bytes
    after: bytes
    idea: Idea


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing can be written, in words for whoever asked, and what they can do."""

    words: str
    help: tuple[str, ...] = ()


#: One step of an edit: the document as it will be. Raises EditRefused.
Step = Callable[[Document], Document]


def edited(registry: Registry, slug: str, steps: Sequence[Step]) -> Edit | Refused:
    """The file of an idea after some steps; every byte that they do not ask for stays.

    Refused where the file has faults, or cannot say what is asked without changing what stands
    around it.
    """
    path = registry.paths[slug]
    raw = registry.raw(path)
    document = Document.read(path, raw)
    if path in registry.flawed or document.problems or document.text.encode() != raw:
        return Refused(f"{path} has faults of its own", (f"`hero check {path}` shows them",))
    try:
        after = reduce(lambda read, step: step(read), steps, document)
    except EditRefused as refused:
        return Refused(f"{path} cannot be edited: {refused}", ("edit it by hand, and check it",))
    idea, problems = fit(path, Idea, after.data)
    if idea is None or problems:
        odd = ", ".join(f"`{dotted(each.route)}`" for each in problems)
        return Refused(f"{path} would have faults: {odd}")
    return Edit(slug, path, raw, after.text.encode(), idea)


def put(route: Route, value: Any) -> Step:
    """Set a value: in place of the one at this route, or as a new key of its mapping."""

    def step(document: Document) -> Document:
        if route in document.nodes:
            return replace(document, route, value)
        if route[:-1] in document.nodes and len(route) > 1:
            return insert(document, route, value)
        whole = {route[1]: value} if len(route) > 1 else value
        return _new_key(document, str(route[0]), whole)

    return step


def add(name: str, value: Any, spread: bool = False) -> Step:
    """Append to a list at the top of the file; it is made where there is none yet."""

    def step(document: Document) -> Document:
        if (name,) in document.nodes:
            return insert(document, (name,), value, spread)
        return _new_key(document, name, [value], spread)

    return step


def _new_key(document: Document, name: str, value: Any, spread: bool = True) -> Document:
    """A key at the top of the file: what the registry keeps stands last, in its usual order."""
    place = KEPT_FIELDS.index(name) + 1 if name in KEPT_FIELDS else 0
    return insert(document, (name,), value, spread, KEPT_FIELDS[place:])
