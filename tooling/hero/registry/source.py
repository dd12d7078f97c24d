"""Where the files of a registry come from: a folder, or a revision in git."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class SourceRefused(Exception):
    """A file that cannot or must not be read. `kind` is the rule that explains it."""

    def __init__(self, kind: str, **detail: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail


class Source(Protocol):
    """The files of one registry at one moment."""

    def paths(self, under: str) -> list[str]:
        """The files below this folder at any depth, relative to the root, with `/`, sorted."""

    def read(self, path: str, limit: int) -> bytes:
        """The file's bytes. Raises SourceRefused for what is no plain file of at most `limit`."""


Spread = Callable[[Callable[[In], Out], Iterable[In]], Iterable[Out]]


def serially(function: Callable[[In], Out], values: Iterable[In]) -> list[Out]:
    """Apply the function to each value, in order, on one core."""
    return [function(value) for value in values]
