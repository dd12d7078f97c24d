"""Thanks: credits by person and by idea, in the words of recognition.yml."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hero.culture.recognition.credits import Credit
from hero.registry.lived import Contribution
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Thanked:
    """One kind of contribution of one person, and for what: slugs of ideas and of challenges."""

    kind: Contribution
    ideas: tuple[str, ...]
    challenges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crew:
    """One kind of contribution to some ideas, and by whom: logins, in order of the alphabet."""

    kind: Contribution
    logins: tuple[str, ...]


def by_person(registry: Registry, found: Iterable[Credit]) -> Mapping[str, tuple[Thanked, ...]]:
    """Login in small letters to thanks, in the order of the policy."""
    of: dict[str, list[Credit]] = {}
    for each in found:
        of.setdefault(each.login.lower(), []).append(each)
    return {login: tuple(_thanked(registry, those)) for login, those in of.items()}


def crews(registry: Registry, found: Iterable[Credit], ideas: Iterable[str]) -> tuple[Crew, ...]:
    """Who had a part in any of these ideas, by kind; kinds that nobody did are left out.

    Nobody is thanked here for a challenge: it is what the ideas answer.
    """
    wanted = frozenset(ideas)
    here = [each for each in found if each.about in wanted and not each.challenge]
    return tuple(_crews(registry, here))


def _thanked(registry: Registry, those: list[Credit]) -> Iterator[Thanked]:
    for kind in registry.recognition.kinds:
        mine = [each for each in those if each.act in kind.acts]
        ideas = dict.fromkeys(each.about for each in mine if not each.challenge)
        challenges = dict.fromkeys(each.about for each in mine if each.challenge)
        if mine:
            yield Thanked(kind, tuple(ideas), tuple(challenges))


def _crews(registry: Registry, those: list[Credit]) -> Iterator[Crew]:
    for kind in registry.recognition.kinds:
        mine = {each.login.lower(): each.login for each in those if each.act in kind.acts}
        if mine:
            yield Crew(kind, tuple(mine[key] for key in sorted(mine)))
