"""Which of a registry's own words was meant: a theme, a stage, an idea, a challenge, a login."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from hero.registry.diagnostic import Route
from hero.registry.idea import KEPT_FIELDS
from hero.registry.mending.guesses import MEANT
from hero.registry.registry import IDEAS, Registry
from hero.rules.wording import nearest


def normal(word: str) -> str:
    """A word without what people write differently: case, blanks, hyphens, quotes."""
    return re.sub(r"[\W_]", "", normalize("NFKC", str(word)[:200]).lower())


@dataclass(frozen=True)
class Words:
    """Valid words, each by the names that it goes by."""

    names: Mapping[str, Iterable[str]]

    @cached_property
    def _by_name(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for word, names in self.names.items():
            for name in (word, *names):
                found.setdefault(normal(name), set()).add(word)
        return found

    def listed(self) -> str:
        """The first of the words, for a help line."""
        few = ", ".join(f"`{word}`" for word in list(self.names)[:12])
        return f"it can be {few}" + (f" and {len(self.names) - 12} more" * (len(self.names) > 12))

    def meant(self, said: str) -> tuple[str, bool] | None:
        """The word that was meant, also by a path to its file; is that beyond doubt?"""
        said = re.sub(r"^\S*/|\.(ya?ml|html|md)$", "", said.strip())
        found = self._by_name.get(normal(said), set())
        if len(found) == 1 and normal(said):
            return next(iter(found)), True
        near = nearest(said, self.names)
        return (near, False) if near else None


class Vocabulary:
    """The words that the fields of ideas can hold, where the registry has a list of them."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._kept: dict[str, Words] = {}

    def at(self, path: str, route: Route) -> Words | None:
        """The words of the field at this route."""
        if not path.startswith(f"{IDEAS}/") or not (kind := _kind(self._registry, route)):
            return None
        if kind not in self._kept:
            self._kept[kind] = _LISTS[kind](self._registry)
        return self._kept[kind]


def _kind(registry: Registry, route: Route) -> str | None:
    """Which list of words governs a field; none where the list itself cannot be trusted."""
    if route == ("theme",):
        return "themes" if "themes" in registry.sound else None
    if route == ("stage",) or (route[:1] == ("decisions",) and route[-1] in ("from", "to")):
        return "pipeline" if "pipeline" in registry.sound else None
    if route == ("challenge",):
        return "challenges"
    linked = len(route) > 1 and route[0] == "links" and route[1] != "implementation"
    return "ideas" if linked else None


def themes(registry: Registry) -> Words:
    """The themes by id and name."""
    return Words({each.id: [each.name] for each in registry.themes.themes} | {"unsure": []})


def stages(registry: Registry) -> Words:
    """The stages by id and name."""
    return Words({each.id: [each.name] for each in registry.pipeline.stages})


def challenges(registry: Registry) -> Words:
    """The challenges by slug and title."""
    return Words({slug: [each.title] for slug, each in registry.challenges.items()})


_LISTS: Mapping[str, Callable[[Registry], Words]] = {
    "themes": themes,
    "pipeline": stages,
    "challenges": challenges,
    "ideas": lambda registry: Words(dict.fromkeys(registry.slugs, ())),
}


def meant_key(key: object, keys: Iterable[str], there: Iterable[str]) -> tuple[str, bool] | None:
    """The key that was meant by an unknown one, and whether that is beyond doubt.

    It is one that is not yet there.
    """
    if not isinstance(key, str) or len(key) > 100:
        return None
    every = list(keys)
    free = {normal(each): each for each in every if each not in there}
    if found := free.get(normal(key)):
        return found, found not in KEPT_FIELDS
    guess = MEANT.get("_".join(re.findall(r"[a-z]+", key.lower())))
    near = nearest(key, free.values())
    if near and _close(key, near):
        return near, near not in KEPT_FIELDS
    if guess in every:
        return (str(guess), False) if guess in free.values() else None
    return (near, False) if near else None


def _close(key: str, name: str) -> bool:
    """Do the words differ by one slip: a letter more, less, other, or two that changed places?"""
    one, two = normal(key), normal(name)
    if min(len(one), len(two)) < 4 or abs(len(one) - len(two)) > 1:
        return False
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    return max(len(one), len(two)) <= 1 or (len(one) == 2 and one == two[::-1])
