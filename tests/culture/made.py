"""Small registries for questions about people: who worked with whom, where they work."""

from typing import Any

from hero.registry.idea import Idea
from hero.registry.policies import Advocate, People, Person, Roster
from hero.registry.registry import Registry
from tests.metrics import made

#: Where people of these tests work; nobody knows where eve does.
UNITS = {"ann": "core", "bo": "core", "cy": "edge", "dan": "edge", "fay": "far", "gus": "lone"}


def people(**units: str) -> People:
    """people.yml with these people."""
    return People(people={login: Person(unit=unit) for login, unit in units.items()})


def advocate(login: str, number: int, unit: str = "core", **more: Any) -> Advocate:
    """An advocate who knows speed."""
    fields: dict[str, Any] = {"expertise": ("speed",), "since": made.FIRST} | more
    return Advocate(login=login, id=number, unit=unit, **fields)


def registry(*ideas: Idea, roster: tuple[Advocate, ...] = (), **more: Any) -> Registry:
    """A registry of these ideas, with the people above and no advocates unless given."""
    named = {f"idea-{number}": each for number, each in enumerate(ideas)}
    policies: dict[str, Any] = {"people": people(**UNITS), "roster": Roster(advocates=roster)}
    return made.registry(named, **(policies | more))


def idea(*proposers: str, **fields: Any) -> Idea:
    """An idea of these people."""
    return made.idea(**({"proposers": proposers, "proposed_on": made.FIRST} | fields))
