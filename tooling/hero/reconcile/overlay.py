"""The registry as it would be: the files of the default branch, with those of a pull over them."""

from collections.abc import Mapping
from dataclasses import dataclass

from hero.reconcile.seen import PullSeen
from hero.registry.reading import IDEA_BYTES, IDEAS
from hero.registry.source import Source, SourceRefused

_LINK, _SUBMODULE = "120000", "160000"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that must not be read, and why: what reading it raises."""

    kind: str
    detail: Mapping[str, object]


@dataclass(frozen=True)
class Overlay:
    """A Source with other files over it. None: the file is gone."""

    under: Source
    over: Mapping[str, bytes | Refused | None]

    def paths(self, under: str) -> list[str]:
        """The files below a folder, sorted."""
        there = {path for path in self.under.paths(under) if path not in self.over}
        new = {
            path
            for path, held in self.over.items()
            if held is not None
            and path.startswith(f"{under}/")
            and not any(part.startswith(".") for part in path.split("/"))
        }
        return sorted(there | new)

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a file. Raises SourceRefused as any source does."""
        if path not in self.over:
            return self.under.read(path, limit)
        held = self.over[path]
        if held is None:
            raise SourceRefused("file-unreadable", says="there is no such file")
        if isinstance(held, Refused):
            raise SourceRefused(held.kind, **held.detail)
        if len(held) > limit:
            raise SourceRefused("file-size", size=len(held), limit=limit)
        return held


def is_idea(path: str) -> bool:
    """Is this the file of an idea, by its name?"""
    return path.startswith(f"{IDEAS}/") and path.endswith((".yml", ".yaml"))


def overlay(source: Source, pull: PullSeen, texts: Mapping[str, bytes]) -> Overlay:
    """A source with the files of a pull over it, as its head has them.

    What is no plain file is refused as it would be on disk, and so is what nobody would load.
    Policies are those of the default branch, whatever the pull makes of them.
    """
    over: dict[str, bytes | Refused | None] = {}
    for file in pull.files:
        if file.before and is_idea(file.before):
            over[file.before] = None
        if is_idea(file.path):
            over[file.path] = (
                None if file.status == "removed" else _held(file.mode, file.blob, texts)
            )
    return Overlay(source, over)


def _held(mode: str | None, blob: str | None, texts: Mapping[str, bytes]) -> bytes | Refused:
    if mode == _LINK:
        return Refused("file-link", {})
    if mode == _SUBMODULE:
        return Refused("file-unreadable", {"says": "it is not a plain file"})
    text = texts.get(blob or "")
    if text is None:
        return Refused("file-size", {"size": IDEA_BYTES + 1, "limit": IDEA_BYTES})
    return text
