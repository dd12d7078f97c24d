"""The net of people: two are tied where they worked on the same idea.

The net is the one-mode projection of people and ideas (Breiger, The Duality of Persons and
Groups, 1974). An idea of n people gives each pair of them 1/(n - 1), so that each of them gets one
whole idea out of it however many they were (Newman, Scientific collaboration networks II, 2001).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations

from hero.advocates.person import Persons
from hero.process.flow.past import past
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.units import units

#: A whole idea, in milli-units; whole numbers add up to the same in any order.
WHOLE = 1000
#: An idea of more people than this is a list of names: it ties nobody, and so costs little.
CROWD = 40
#: What counts as work on an idea. Who decides, approves or passes has not worked on it for that.
ROLES = ("proposer", "advocate", "builder", "sponsor", "evaluator")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a part in an idea: the roles they have anywhere, and the ideas."""

    key: str
    login: str
    unit: str | None
    roles: tuple[str, ...]
    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people, by key in order, with the ideas they share and what these weigh in all."""

    one: str
    two: str
    weight: int
    ideas: int


@dataclass(frozen=True)
class Net:
    """People by key, and who worked `together` on which idea.

    `units` has every unit that anybody is known to work in, also those without a member.
    """

    members: Mapping[str, Member]
    together: Mapping[str, tuple[str, ...]]
    units: tuple[str, ...]

    @property
    def crowds(self) -> tuple[str, ...]:
        """The ideas of too many people."""
        return tuple(slug for slug, keys in self.together.items() if len(keys) > CROWD)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The ties between people, in order of their keys; worked out when first asked for."""
        return _ties(self.together)

    def unit(self, key: str) -> str | None:
        """Where a member works."""
        return self.members[key].unit


def net(registry: Registry, day: dt.date) -> Net:
    """The net of all ideas at the end of a day, as far as the files tell what was then."""
    then = past(registry, day)
    persons, places = Persons.of((registry.roster,)), units(registry)
    roles: dict[str, dict[str, None]] = {}
    logins: dict[str, str] = {}
    shared: defaultdict[str, list[str]] = defaultdict(list)
    ideas: defaultdict[str, list[str]] = defaultdict(list)
    for slug, idea in then.ideas.items():
        for role, login, key in then.known.of(net, slug, partial(_parts, idea, persons), idea):
            logins.setdefault(key, login)
            roles.setdefault(key, {})[role] = None
            if ideas[key][-1:] != [slug]:
                ideas[key].append(slug)
            shared[slug].append(key)
    members = {
        key: Member(
            key=key,
            login=logins[key],
            unit=places.get(logins[key].lower()),
            roles=tuple(role for role in ROLES if role in roles[key]),
            ideas=tuple(ideas[key]),
        )
        for key in sorted(logins, key=lambda key: (logins[key].lower(), key))
    }
    together = {slug: tuple(dict.fromkeys(keys)) for slug, keys in shared.items()}
    return Net(members, together, tuple(sorted(set(places.values()))))


def _parts(idea: Idea, persons: Persons) -> tuple[tuple[str, str, str], ...]:
    """(role, login, key) of those who work on an idea."""
    return tuple((role, login, persons.key(login)) for role, login in work(idea))


def work(idea: Idea) -> Iterator[tuple[str, str]]:
    """(role, login) of those who work on an idea; an advocate who passed does not."""
    gone = {entry.login.lower() for entry in idea.passed}
    yield from (("proposer", login) for login in idea.proposers)
    yield from (("advocate", login) for login in idea.advocates if login.lower() not in gone)
    if idea.builder:
        yield "builder", idea.builder
    if idea.sponsor:
        yield "sponsor", idea.sponsor
    yield from (("evaluator", entry.by) for entry in idea.evaluations)


def _ties(together: Mapping[str, tuple[str, ...]]) -> tuple[Tie, ...]:
    found: dict[tuple[str, str], list[int]] = {}
    for keys in together.values():
        if 1 < len(keys) <= CROWD:
            for pair in combinations(sorted(keys), 2):
                sums = found.setdefault(pair, [0, 0])
                sums[0] += WHOLE // (len(keys) - 1)
                sums[1] += 1
    return tuple(Tie(*pair, *found[pair]) for pair in sorted(found))
