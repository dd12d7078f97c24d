"""The bytes of blobs, many at a time, and none believed that do not hash to their name."""

import base64
import binascii
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hero.reconcile.forge import ForgeRefused
from hero.technology.github import queries
from hero.technology.github.calls import Calls, path
from hero.technology.github.pulls import batches
from hero.technology.github.shape import at, broken, number, word

#: Blobs in one answer; the texts of so many ideas are about a megabyte at most.
SIZES_AT_ONCE, TEXTS_AT_ONCE = 200, 50


def name_of(data: bytes, length: int = 40) -> str:
    """Git's name of these bytes as a blob; 64 characters long in a repository with SHA-256."""
    kind = hashlib.sha256 if length == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


@dataclass(frozen=True, slots=True)
class Blobs:
    """The blobs of a repository (OWNER/NAME)."""

    calls: Calls
    repository: str

    def texts(self, names: Collection[str], limit: int) -> Mapping[str, bytes]:
        """The bytes of these blobs; those above so many bytes are left out. Raises ForgeRefused.

        GraphQL gives text, from bytes that it takes to be in some encoding or cuts. So each is
        held against its name, which is a hash of its bytes, and asked for by REST where it parts.
        """
        fitting = [name for name, size in self._sizes(names).items() if size <= limit]
        found: dict[str, bytes] = {}
        for batch in batches(fitting, TEXTS_AT_ONCE):
            rows = self._ask(batch, "text")
            for name, row in zip(batch, rows, strict=True):
                text = at(row, "text")
                data = text.encode("utf-8", "replace") if isinstance(text, str) else b""
                found[name] = data if name_of(data, len(name)) == name else self._raw(name)
        return found

    def _sizes(self, names: Collection[str]) -> dict[str, int]:
        sizes: dict[str, int] = {}
        for batch in batches(sorted(set(names)), SIZES_AT_ONCE):
            rows = self._ask(batch, "byteSize")
            sizes |= {name: number(row, "byteSize") for name, row in zip(batch, rows, strict=True)}
        return sizes

    def _ask(self, names: list[str], fields: str) -> list[object]:
        owner, repository = self.repository.split("/")
        asked = {f"b{n}": name for n, name in enumerate(names)}
        found = self.calls.query(
            "reading files",
            queries.blobs(len(names), fields),
            {"owner": owner, "name": repository, **asked},
        )
        rows = [at(found, "repository", key) for key in asked]
        for name, row in zip(names, rows, strict=True):
            if not row:
                raise ForgeRefused("gone", f"There is no blob {name}.")
        return rows

    def _raw(self, name: str) -> bytes:
        where = path("repos", *self.repository.split("/"), "git", "blobs", name)
        found = self.calls.read("reading a file", where)
        try:
            data = base64.b64decode(word(found, "content"))
        except binascii.Error:
            raise broken("content") from None
        if word(found, "encoding") != "base64" or name_of(data, len(name)) != name:
            raise broken("content")
        return data
