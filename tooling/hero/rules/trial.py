"""Edits held against the rules before anybody writes them."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from hero.process.change import Change
from hero.process.edits import Edit
from hero.registry.conditions.case import Facts
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.registry import Registry
from hero.rules import check, pull_mixed
from hero.rules.rounds import Over, Read


@dataclass(frozen=True, slots=True)
class Trial:
    """What the rules say of the files as they would be: errors, and advice on what is new.

    `mixed` is what they would say of a pull that holds these files and all that changed before.
    """

    registry: Registry
    found: tuple[Diagnostic, ...]
    mixed: tuple[Diagnostic, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What `hero check` would fail on."""
        return tuple(each for each in self.found if each.severity is Severity.ERROR)


def tried(
    base: Registry,
    now: Registry,
    edits: Sequence[Edit],
    facts: Facts,
    read: Read,
    others: frozenset[str] = frozenset(),
) -> Trial:
    """Hold the edits of a registry as it is now against every rule, and the change since a base.

    `read` makes a registry of a source; it may leave out ideas that have nothing to do with these.
    `others` are files that have changed since the base already.
    """
    files = {each.path: each.after for each in edits}
    after = read(Over(now.source, files))
    change = Change(base, facts, frozenset(files))
    found = (each for each in check(after, change) if _concerns(each, files))
    whole = Change(base, facts, frozenset(files) | others)
    return Trial(after, tuple(found), tuple(pull_mixed.check(after, whole)))


def _concerns(diagnostic: Diagnostic, files: Container[str]) -> bool:
    """Is it about one of these files? A circle is told of at one idea, and closed by another."""
    places = (diagnostic.place, *diagnostic.related)
    return any(place.path in files for place in places)
