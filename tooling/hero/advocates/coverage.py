"""Who the advocates are and what waits on them; which themes and units they cover."""

from collections.abc import Iterator
from dataclasses import dataclass

from hero.advocates.from_registry import Setting, subject, wanting
from hero.advocates.person import folded
from hero.advocates.subject import Candidate
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Carrier:
    """An advocate on a day. `waits`: ideas whose turn is theirs; `holds`: all open ones.

    `here` is False while they are away; nothing says for how long, or why.
    """

    login: str
    unit: str | None
    themes: tuple[str, ...]
    capacity: int
    waits: tuple[str, ...]
    holds: tuple[str, ...]
    here: bool
    shadow: bool

    @property
    def free(self) -> int:
        """How many ideas more they can take today."""
        room = max(0, self.capacity - len(self.waits))
        return room if self.here and not self.shadow else 0


@dataclass(frozen=True, slots=True)
class Covered:
    """A theme or a unit: how it is called, who covers it, and who of them can take an idea today.

    `ideas` is how many open ideas are of it; a unit's are those that its people propose.
    """

    id: str
    name: str
    advocates: tuple[str, ...]
    free: tuple[str, ...]
    ideas: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The advocates of a registry on a day. Shadows are shown, and cover nothing yet."""

    carriers: tuple[Carrier, ...]
    themes: tuple[Covered, ...]
    units: tuple[Covered, ...]


def coverage(registry: Registry, on: Setting) -> Coverage:
    """The advocates who are on the roster on the day, by login; themes in their own order."""
    open_ones = wanting(registry, on)
    carriers = tuple(
        _carrier(registry, each, on, open_ones)
        for each in sorted(on.candidates, key=lambda each: (each.login.lower(), each.key))
        if each.on(on.date)
    )
    counted = [each for each in carriers if not each.shadow]
    units = [subject(registry, slug, on).units for slug in open_ones]
    themes = tuple(
        _covered(
            (theme.id, theme.name),
            [each for each in counted if folded(theme.id) in each.themes],
            sum(registry.ideas[slug].theme == theme.id for slug in open_ones),
        )
        for theme in registry.themes.themes
    )
    parts = tuple(
        _covered(
            (unit, unit),
            [each for each in counted if each.unit == unit],
            sum(unit in each for each in units),
        )
        for unit in sorted({*_units(registry), *(each for found in units for each in found)})
    )
    return Coverage(carriers, themes, parts)


def _carrier(
    registry: Registry, who: Candidate, on: Setting, open_ones: tuple[str, ...]
) -> Carrier:
    seats = [seat for seat in on.context.ledger.seats if seat.person == who.key]
    return Carrier(
        login=who.login,
        unit=who.unit,
        themes=tuple(sorted(who.topics)),
        capacity=who.capacity,
        waits=tuple(sorted({seat.key for seat in seats if seat.waits})),
        holds=tuple(sorted({seat.key for seat in seats if seat.key in open_ones})),
        here=not who.is_away(on.date, on.date),
        shadow=who.shadow,
    )


def _covered(called: tuple[str, str], those: list[Carrier], ideas: int) -> Covered:
    names = tuple(each.login for each in those)
    return Covered(*called, names, tuple(each.login for each in those if each.free), ideas)


def _units(registry: Registry) -> Iterator[str]:
    """Every unit that somebody is known to work in."""
    yield from (each.unit for each in registry.people.people.values() if each.unit)
    yield from (each.unit for each in registry.roster.advocates)
