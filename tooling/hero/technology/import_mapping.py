"""A mapping read, and held against its model and the words of the registry it imports into."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hero.registry.diagnostic import Diagnostic, Place, Route
from hero.registry.fallbacks import FALLBACKS
from hero.registry.importing.ideas import Surroundings
from hero.registry.importing.mapping import ImportMapping
from hero.registry.importing.sources import Word
from hero.registry.registry import Registry, load
from hero.registry.slug import skeleton
from hero.registry.source import SourceRefused
from hero.rules import check
from hero.rules.wording import LISTED, suggestion
from hero.technology.cores import spread
from hero.technology.folder import Folder
from hero.technology.import_files import MAPPING_BYTES, Home


@dataclass(frozen=True)
class OneFile:
    """A Source that holds one file."""

    path: str
    raw: bytes

    def paths(self, under: str) -> list[str]:
        """Nothing below any folder: the file stands alone."""
        return []

    def read(self, path: str, limit: int) -> bytes:
        """The file's bytes."""
        if path != self.path:
            raise SourceRefused("file-unreadable", says="there is no such file")
        return self.raw


def registry_around(home: Home) -> Registry | None:
    """The registry that the folder belongs to, where it belongs to one."""
    if home.root is None or not (home.root / "playbooks").is_dir():
        return None
    return Registry.read(Folder(home.root), spread)


def surroundings(home: Home, registry: Registry | None) -> Surroundings:
    """What the ideas have to fit into."""
    initial = (registry.pipeline if registry else FALLBACKS["pipeline"]).initial.id
    paths = {**registry.unread, **registry.paths} if registry else {}
    inside = home.under + "/"
    taken = {slug: path.removeprefix(inside) for slug, path in paths.items()}
    return Surroundings(initial, home.depth, taken, skeleton)


def read_mapping(
    path: str, raw: bytes, registry: Registry | None
) -> tuple[ImportMapping | None, list[Diagnostic]]:
    """The mapping, or what is wrong with it in the words of the rules."""
    source = OneFile(path, raw)
    mapping, problems = load(source, path, MAPPING_BYTES, ImportMapping)
    stand_in = Registry(
        source=source,
        ideas={},
        paths={},
        unread={},
        elsewhere={},
        twins={},
        flawed=frozenset({path}),
        **FALLBACKS,
        challenges={},
        sound=frozenset(),
        problems=tuple(problems),
    )
    found = check(stand_in)
    if mapping is not None and registry is not None and not found:
        document = stand_in.document(path)
        found = [
            each.at(document.span(each.place.route))
            for each in _unknown_words(path, mapping, registry)
        ]
    return (None if found else mapping), found


def _unknown_words(path: str, mapping: ImportMapping, registry: Registry) -> Iterator[Diagnostic]:
    """Stages and themes that the mapping names and the registry does not have."""
    themes = {theme.id for theme in registry.themes.themes} | {"unsure"}
    stages = {stage.id for stage in registry.pipeline.stages}
    if "themes" in registry.sound:
        yield from _of_word(path, "theme", mapping.theme, themes, LISTED["themes"])
    if "pipeline" in registry.sound and mapping.stage is not None:
        yield from _of_word(path, "stage", mapping.stage, stages, LISTED["pipeline"])
    if mapping.challenge is not None:
        yield from _of_word(path, "challenge", mapping.challenge, registry.challenges, None)


def _of_word(
    path: str, name: str, word: Word, known: Iterable[str], listed: str | None
) -> Iterator[Diagnostic]:
    known = set(known)
    named: list[tuple[Route, str | None]] = [
        ((name, "table", key), here) for key, here in word.table.items()
    ]
    named += [((name, "if_unlisted"), word.if_unlisted), ((name, "if_empty"), word.if_empty)]
    for route, here in named:
        if here is not None and here not in known:
            yield Diagnostic(
                f"{name}-unknown",
                f"there is no {name} `{here}`",
                Place(path, route),
                help=suggestion(here, known, listed),
            )
