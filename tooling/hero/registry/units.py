"""Which part of the organisation people work in, as far as the files say."""

from collections.abc import Mapping

from hero.registry.registry import Registry


def units(registry: Registry) -> Mapping[str, str]:
    """Login in small letters to unit: what people.yml says, and else the roster's first row."""
    found: dict[str, str] = {}
    for advocate in registry.roster.advocates:
        found.setdefault(advocate.login.lower(), advocate.unit)
    named = registry.people.people.items()
    return found | {login.lower(): person.unit for login, person in named if person.unit}
