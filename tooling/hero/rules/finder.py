"""Where in a file a piece of a text stands, so that a rule can point at the very words."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from hero.registry.diagnostic import Place, Route
from hero.registry.document import Document
from hero.registry.fallbacks import FALLBACKS
from hero.registry.fix import Fix, Slice
from hero.registry.idea import Idea
from hero.registry.registry import CHALLENGES, POLICIES, Registry
from hero.registry.texts import signs_in, strings, texts


class Finder:
    """Knows one file, and reads it only when it is asked."""

    def __init__(self, registry: Registry, path: str) -> None:
        self.registry, self.path = registry, path

    @cached_property
    def document(self) -> Document:
        """The file's text with the places of its routes."""
        return self.registry.document(self.path)

    def offset(self, route: Route, text: str, start: int, end: int) -> int | None:
        """Where characters `start` to `end` of a text begin in the file that holds it at a route.

        None where the file writes them in another way, with escapes for example.
        """
        node = self.document.nodes.get(route)
        if node is None or start == end:
            return None
        piece = text[start:end]
        at = self.document.text.find(piece, node.start, node.end)
        for _ in range(text.count(piece, 0, start)):
            at = self.document.text.find(piece, at + 1, node.end) if at != -1 else -1
        return None if at == -1 else at

    def place(self, route: Route, text: str, start: int, end: int) -> Place:
        """The place of these characters, or else of the whole text."""
        at = self.offset(route, text, start, end)
        if at is None:
            return Place(self.path, route)
        return Place(self.path, route, self.document.lines.span(at, at + end - start))

    def fix(
        self,
        route: Route,
        text: str,
        pieces: Iterable[tuple[int, int, str]],
        about: str,
        safe: bool,
    ) -> Fix | None:
        """What replaces pieces (start, end, new) of a text; None if one is not found."""
        slices = []
        for start, end, new in pieces:
            at = self.offset(route, text, start, end)
            if at is None:
                return None
            slices.append(Slice(at, at + end - start, new))
        return Fix(self.path, tuple(slices), about, safe)


def looked_at(registry: Registry, sign: str) -> Iterator[tuple[Finder, Idea, Route, str]]:
    """The texts of all ideas that show a sign."""
    for slug in registry.signs.get(sign, ()):
        finder, idea = Finder(registry, registry.paths[slug]), registry.ideas[slug]
        for route, text in texts(idea):
            yield finder, idea, route, text


def governing(registry: Registry) -> Iterator[tuple[Finder, Route, str]]:
    """The texts of all policies and challenges whose files show an odd character.

    A stand-in is of no file, or of one that cannot be read: another rule speaks of that.
    """
    paths = [
        path for key, (path, _, _) in POLICIES.items() if getattr(registry, key) != FALLBACKS[key]
    ]
    for path in (*paths, *(f"{CHALLENGES}/{slug}.yml" for slug in registry.challenges)):
        if "odd" in signs_in(registry.raw(path)):
            finder = Finder(registry, path)
            for route, text in strings(finder.document.data):
                yield finder, route, text
