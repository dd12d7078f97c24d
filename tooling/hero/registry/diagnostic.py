"""A diagnostic: what is wrong, where, why, and what to write instead."""

from dataclasses import dataclass, replace
from enum import StrEnum

from hero.registry.fix import Fix

Route = tuple[str | int, ...]


class Severity(StrEnum):
    """How bad it is. Only an error makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns from 1, in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A file (relative to the root, with `/`), a route of keys in it, and where that is.

    `on_key` points at the last key of the route, not at its value. `secret`: nobody may be shown
    what stands there.
    """

    path: str
    route: Route = ()
    span: Span | None = None
    on_key: bool = False
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that a rule found, in words for the person who can mend it."""

    rule: str
    message: str
    place: Place
    help: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    related: tuple[Place, ...] = ()
    fix: Fix | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What diagnostics are sorted by: place first, then rule and words."""
        span = self.place.span or Span(0, 0, 0, 0)
        return (self.place.path, span, self.rule, self.message)

    def at(self, span: Span | None) -> "Diagnostic":
        """The same diagnostic, placed."""
        return replace(self, place=replace(self.place, span=span))


def dotted(route: Route) -> str:
    """A route as people write it: `decisions[0].because`."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in route)
    return words.removeprefix(".")
