"""How rules offer fixes: changes to a file that are read back before anybody sees them."""

from typing import Any

from pydantic import BaseModel

from hero.registry.diagnostic import Route, dotted
from hero.registry.document import Document
from hero.registry.edit import EditRefused, replace
from hero.registry.fix import Fix, fix_to, suggestion
from hero.registry.idea import Idea
from hero.registry.mending import LONGEST, blocked, mended, unbroken
from hero.registry.policies import Challenge
from hero.registry.problem import Problem
from hero.registry.registry import CHALLENGES, IDEA_BYTES, POLICIES, Registry
from hero.registry.render import inline
from hero.registry.secrets import masked
from hero.registry.source import SourceRefused

#: So many characters are read in making the fixes of one file, and of all files, for one rule;
#: where there is more to mend, that takes several rounds.
OF_ONE, OF_ALL = 1_000_000, 50_000_000

#: So many lines of a mended text are shown, and so much of each.
FEW, SHOWN = 4, 90

_MODELS: dict[str, type[BaseModel]] = {path: model for path, model, _ in POLICIES.values()}


class Mender:
    """Makes fixes for the files of one registry; each file is read once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._documents: dict[str, Document] = {}
        self._left = OF_ALL
        self._spent: dict[str, int] = {}

    def set(
        self, path: str, route: Route, value: Any, about: str, safe: bool = False
    ) -> Fix | None:
        """Another value at this route; None where that would change what stands around it."""
        document = self._document(path)
        node = document.nodes.get(route) if document else None
        if document is None or node is None or "#" in document.text[node.start : node.end]:
            return None
        try:
            return self._fix(document, replace(document, route, value).text, about, safe)
        except EditRefused:
            return None

    def set_meant(self, path: str, route: Route, meant: tuple[str, bool] | None) -> Fix | None:
        """The word that was meant in place of one that nobody knows."""
        if meant is None:
            return None
        return self.set(path, route, meant[0], f"write `{dotted(route)}` as {meant[0]}", meant[1])

    def set_raw(self, path: str, route: Route, about: str, safe: bool = False) -> Fix | None:
        """The text that stands at this route, letter by letter, as text."""
        document = self._document(path)
        node = document.nodes.get(route) if document else None
        if document is None or node is None or node.alias:
            return None
        raw = document.text[node.start : node.end]
        return None if "\n" in raw else self.set(path, route, raw, about, safe)

    def rename(self, path: str, route: Route, name: str, about: str, safe: bool) -> Fix | None:
        """Another name for the last key of this route."""
        document = self._document(path)
        node = document.nodes.get(route) if document else None
        if document is None or node is None or node.key is None:
            return None
        text = document.text[: node.key[0]] + inline(name) + document.text[node.key[1] :]
        wanted = _inside(document.data, route[:-1], lambda each: _renamed(each, route[-1], name))
        return self._if_it_says(document, text, wanted, about, safe)

    def remove(self, path: str, route: Route, about: str) -> Fix | None:
        """Without the lines of this field, where it has lines of its own."""
        document = self._document(path)
        node = document.nodes.get(route) if document else None
        if document is None or node is None or node.key is None:
            return None
        start = document.text.rfind("\n", 0, node.key[0]) + 1
        stop = document.text.find("\n", max(node.end, node.key[1])) + 1 or len(document.text)
        text = document.text[:start] + document.text[stop:]
        wanted = _inside(document.data, route[:-1], lambda each: _without(each, route[-1]))
        return self._if_it_says(document, text, wanted, about, safe=False)

    def comment(self, path: str, route: Route) -> str:
        """What stands behind `#` on the line of a value that ends there."""
        document = self._document(path)
        node = document.nodes.get(route) if document else None
        if document is None or node is None:
            return ""
        rest = document.text[node.end :].partition("\n")[0].strip()
        return rest if rest.startswith("#") else ""

    def block(self, path: str, route: Route, about: str, gone: tuple[str, ...] = ()) -> Fix | None:
        """What stands under a field, a list or a mapping, as the Markdown text it looks like.

        `gone` are the keys that become part of the text.
        """
        document = self._document(path)
        node = document.nodes.get(route) if document else None
        if document is None or node is None or node.flow or len(route) != 1 or not node.key:
            return None
        line = document.lines.at(node.key[0])[0]
        text = blocked(document.text, line, model_of(path))
        after = Document.read(path, text.encode()) if text else document
        if not isinstance(after.data, dict) or not isinstance(after.data.get(route[0]), str):
            return None
        rest = {key: document.data[key] for key in document.data if key not in (route[0], *gone)}
        same = rest == _without(after.data, route[0])
        return self._fix(document, after.text, about, True) if same else None

    def torn(self, problem: Problem) -> Fix | None:
        """What stopped the parser, mended."""
        document = self._document(problem.path, 20)
        if document is None:
            return None
        line = problem.span.line if problem.span else 1
        better = mended(problem.path, document.text, line, model_of(problem.path))
        return self._fix(document, better.text, better.about, True) if better else None

    def after(self, fix: Fix) -> tuple[str, ...]:
        """The first lines that a fix leaves, for a help that shows them; secrets are masked."""
        document = self._documents[fix.path]
        every = masked(suggestion(document.text, fix).replacement).replace("\r", "").split("\n")
        lines = [line[:SHOWN] for line in every if line.strip()]
        return (*lines[:FEW], *(["…"] if len(lines) > FEW else []))

    def line_breaks(self, problem: Problem) -> Fix | None:
        """Line feeds or blanks for the characters that only some programs take for line ends."""
        document = self._document(problem.path, 5)
        if document is None:
            return None
        text = unbroken(problem.path, document.text, model_of(problem.path))
        return self._fix(document, text, "write ordinary line ends", True)

    def raw(self, path: str) -> bytes:
        """The bytes of a file, for those that are no text yet; none of one that is too long."""
        try:
            raw = self._registry.source.read(path, IDEA_BYTES)
        except SourceRefused:
            return b""
        return raw if len(raw) <= LONGEST else b""

    def _document(self, path: str, times: int = 2) -> Document | None:
        """The document, unless too much has been read already."""
        if path not in self._documents:
            self._documents[path] = self._registry.document(path)
        document = self._documents[path]
        cost = times * len(document.text)
        self._spent[path] = self._spent.get(path, 0) + cost
        self._left -= cost
        return document if self._left > 0 and self._spent[path] < OF_ONE else None

    def _if_it_says(
        self, document: Document, text: str, wanted: Any, about: str, safe: bool
    ) -> Fix | None:
        after = Document.read(document.path, text.encode(errors="replace"))
        fits = after.data == wanted and len(after.problems) <= len(document.problems)
        return self._fix(document, text, about, safe) if fits else None

    def _fix(self, document: Document, text: str, about: str, safe: bool) -> Fix | None:
        return fix_to(document.path, document.text, text, about, safe)


def model_of(path: str) -> type[BaseModel]:
    """The model of the file that stands at this path."""
    if path.startswith(f"{CHALLENGES}/"):
        return Challenge
    return _MODELS.get(path, Idea)


def at(data: Any, route: Route) -> Any:
    """What stands at a route of data."""
    for step in route:
        data = data[step]
    return data


def _inside(data: Any, route: Route, change: Any) -> Any:
    """Data with a change at a route; what is on the way is copied."""
    if not route:
        return change(data)
    inner = _inside(data[route[0]], route[1:], change)
    if isinstance(data, list):
        return [inner if number == route[0] else each for number, each in enumerate(data)]
    return {**data, route[0]: inner}


def _renamed(data: Any, old: Any, new: str) -> Any:
    return {new if key == old else key: value for key, value in data.items()}


def _without(data: Any, key: Any) -> Any:
    return {name: value for name, value in data.items() if name != key}
