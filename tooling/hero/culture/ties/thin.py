"""Where the network is thin: themes on one person, themes on nobody, units by themselves."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hero.advocates.person import Persons, folded
from hero.culture.ties.net import Net, work
from hero.process.flow.past import past
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class ThinTheme:
    """A theme, by id: the advocates in office who know it (shadows do not count), by login.

    `open` is how many of its ideas are in an active stage. `one` is the login of whoever has a
    part in every idea of it, where there are several ideas and that is one person.
    """

    theme: str
    advocates: tuple[str, ...]
    open: int
    one: str | None

    @property
    def alone(self) -> str | None:
        """The login of the person on whom it hangs: its one advocate, or the one in every idea."""
        return self.advocates[0] if len(self.advocates) == 1 else self.one


#: So many ideas are several: with fewer, one person in all of them says nothing.
SEVERAL = 3


def themes(registry: Registry, day: dt.date) -> tuple[ThinTheme, ...]:
    """Every theme in its order, thin or not, as the roster and the ideas were on a day."""
    then, persons = past(registry, day), Persons.of((registry.roster,))
    of: dict[str, list[str]] = {}
    for slug, idea in then.ideas.items():
        of.setdefault(idea.theme, []).append(slug)
    found = []
    for theme in registry.themes.themes:
        slugs = of.get(theme.id, [])
        open_ones = [slug for slug in slugs if then.stage(then.ideas[slug]).kind == "active"]
        crews = (
            {persons.key(login): login for _, login in work(then.ideas[slug])} for slug in slugs
        )
        one = _everywhere(crews) if len(slugs) >= SEVERAL else None
        found.append(ThinTheme(theme.id, serving(registry, theme.id, day), len(open_ones), one))
    return tuple(found)


def _everywhere(crews: Iterator[dict[str, str]]) -> str | None:
    """The login of the one person in all of these, if it is one; each is logins by person."""
    first = next(crews)
    shared = set(first)
    for crew in crews:
        shared &= crew.keys()
        if not shared:
            return None
    return first[shared.pop()] if len(shared) == 1 else None


def serving(registry: Registry, theme: str, day: dt.date) -> tuple[str, ...]:
    """The logins of the advocates in office who know a theme; somebody who learns is not one."""
    return tuple(
        each.login
        for each in registry.roster.advocates
        if not each.shadow
        and each.since <= day <= (each.until or day)
        and folded(theme) in map(folded, each.expertise)
    )


def silent_units(net: Net) -> tuple[str, ...]:
    """The units of which nobody has a part in any idea."""
    heard = {member.unit for member in net.members.values()}
    return tuple(unit for unit in net.units if unit not in heard)
