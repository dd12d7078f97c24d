"""From one form of the files to the next: an ordered list, and what it makes of a registry."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hero.registry.document import Document
from hero.registry.edit import insert, replace
from hero.registry.format import NETWORK
from hero.registry.rewriting import Rewriting

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: to which form, what it does in a sentence, and the files that it gives new bytes.

    `change` gets all files below `ideas` and `playbooks`, by path, and returns those that differ;
    None for a file that goes.
    """

    to: int
    about: str
    change: Callable[[Files], Mapping[str, bytes | None]]


#: Every step there has ever been, in order. The first form needed none.
MIGRATIONS: tuple[Migration, ...] = ()


def due(at: int, migrations: Sequence[Migration] | None = None) -> tuple[Migration, ...]:
    """The steps that a registry of this form has still to go, in order."""
    every = MIGRATIONS if migrations is None else migrations
    return tuple(each for each in every if each.to > at)


def migrated(files: Files, steps: Iterable[Migration]) -> list[Rewriting]:
    """What the steps change, one after the other, and the number in network.yml; by path."""
    now = dict(files)
    why: dict[str, str] = {}
    for step in steps:
        changed = dict(step.change(now))
        for path, raw in changed.items():
            if now.get(path) != raw:
                why[path] = step.about
            if raw is None:
                now.pop(path, None)
            else:
                now[path] = raw
        now[NETWORK] = numbered(now[NETWORK], step.to)
        why.setdefault(NETWORK, f"the files are in format {step.to}")
    return list(_between(files, now, why))


def numbered(network: bytes, number: int) -> bytes:
    """The text of network.yml with another `format`; all else stays byte for byte."""
    document = Document.read(NETWORK, network)
    edit = replace if ("format",) in document.nodes else insert
    return edit(document, ("format",), number).text.encode()


def _between(before: Files, after: Files, why: Mapping[str, str]) -> Iterator[Rewriting]:
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            yield Rewriting(path, before.get(path), after.get(path), why.get(path, ""))
