"""The page of all people: the advocates, then everybody, by name. No ranking, no figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from hero.site.page import Heading, Page
from hero.site.person import units_of
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window

#: Up to so many people are one list; above it, the list has parts that one can jump to.
ONE_LIST = 60
#: Units make the parts where at least this share of the people has one; else initials do.
PLACED = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """People who stand together: the words above them, and (login, unit) in order of name."""

    id: str
    name: str
    people: tuple[tuple[str, str | None], ...]


def people_page(pieces: Pieces) -> Page:
    """The advocates, then everybody, by name."""
    window = pieces.window
    places = window.derived(units_of)
    advocates = [
        (advocate, advocate.expertise)
        for advocate in sorted(
            window.registry.roster.advocates, key=lambda entry: _sort_key(window, entry.login)
        )
    ]
    everybody = [
        (login, places.get(login.lower()))
        for login in sorted(window.logins.values(), key=lambda login: _sort_key(window, login))
    ]
    parts = parted(window, everybody) if len(everybody) > ONE_LIST else []
    body = render("people", p=pieces, advocates=advocates, everybody=everybody, parts=parts)
    description = "Everybody who has a part in an idea."
    headings = tuple(Heading(part.id, part.name) for part in parts)
    return Page("people/index.html", "People", description, body, "people", headings)


def parted(window: Window, everybody: Iterable[tuple[str, str | None]]) -> list[Part]:
    """Everybody by unit, those whose unit nobody has said last; by initial where few have one."""
    people = list(everybody)
    placed = sum(unit is not None for _, unit in people) >= PLACED * len(people)

    def name(entry: tuple[str, str | None]) -> str:
        return entry[1] or "" if placed else window.names[entry[0].lower()][:1].upper()

    ordered = sorted(people, key=lambda entry: (name(entry) == "", name(entry).casefold()))
    return [
        Part(f"part-{number}", _spaced(words) if placed else words, tuple(those))
        for number, (words, those) in enumerate(groupby(ordered, key=name), 1)
    ]


def _spaced(unit: str) -> str:
    return unit.replace("-", " ").capitalize() or "Elsewhere"


def _sort_key(window: Window, login: str) -> tuple[str, str]:
    return window.names[login.lower()].casefold(), login.lower()
