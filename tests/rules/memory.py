"""A registry in memory, for tests of very many."""

from collections.abc import Mapping

from hero.registry.source import SourceRefused
from tests.rules.layers import SHARED

#: The files that all cases share.
FILES = {
    path.relative_to(SHARED).as_posix(): path.read_bytes()
    for path in sorted(SHARED.rglob("*"))
    if path.is_file()
}


class Memory:
    """A Source over a mapping of paths to bytes, listed in the mapping's own order."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def paths(self, under: str) -> list[str]:
        return [path for path in self.files if path.startswith(f"{under}/")]

    def read(self, path: str, limit: int) -> bytes:
        if len(self.files[path]) > limit:
            raise SourceRefused("file-size", size=len(self.files[path]), limit=limit)
        return self.files[path]
