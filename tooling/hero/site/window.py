"""Everything that pages are made of, with the ways through it worked out once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar

from hero.process.deadlines import Deadlines
from hero.process.turn import Turn, seeks, turn
from hero.registry.idea import Idea
from hero.registry.known import Known
from hero.registry.pipeline import Role, Stage
from hero.registry.policies import Person, Theme
from hero.registry.registry import Registry
from hero.registry.signals import Signals
from hero.registry.summary import moved_on, summary
from hero.site import address
from hero.site.page import Edition
from hero.site.roles import people_of
from hero.site.rule_page import RulePage

KINDS = ("depends_on", "supersedes", "relates_to", "duplicate_of")
Backwards = Mapping[str, Mapping[str, tuple[str, ...]]]
T = TypeVar("T")


@dataclass(frozen=True)
class Window:
    """A registry at one moment, as the site looks at it."""

    registry: Registry
    edition: Edition
    rules: Sequence[RulePage] = ()
    signals: Signals | None = None
    known: Known = field(default_factory=Known, compare=False, repr=False)
    _derived: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def derived(self, make: Callable[["Window"], T]) -> T:
        """What a module of its own works out of the window, worked out once."""
        if make not in self._derived:
            self._derived[make] = make(self)
        found: T = self._derived[make]
        return found

    def keep(self, other: "Window", make: Callable[["Window"], T]) -> None:
        """Take over what was worked out of another window, because it is the same in this one."""
        if make in other._derived:
            self._derived[make] = other._derived[make]

    @property
    def example(self) -> bool:
        """Everybody here is invented: nobody links to the forge."""
        return self.registry.network.example

    def summary(self, slug: str) -> str:
        """The idea in one sentence."""
        return summary(self.registry, slug)

    def stage(self, slug: str) -> Stage:
        """The stage that the idea is in."""
        return self.registry.stage(self.registry.ideas[slug])

    def turn(self, slug: str) -> Turn:
        """Whose turn it is."""
        idea = self.registry.ideas[slug]
        return self.known.of(turn, slug, partial(self._turn, slug, idea), idea)

    def _turn(self, slug: str, idea: Idea) -> Turn:
        return turn(idea, self.stage(slug), self.deadlines.dues(slug, self.edition.as_of))

    @cached_property
    def deadlines(self) -> Deadlines:
        """What is due, and until when."""
        return Deadlines(self.registry)

    def seeks(self, slug: str) -> tuple[Role, ...]:
        """The roles that somebody is looked for on the idea."""
        idea, pipeline = self.registry.ideas[slug], self.registry.pipeline
        return self.known.of(seeks, slug, lambda: seeks(idea, self.stage(slug), pipeline), idea)

    def moved(self, slug: str) -> dt.date | None:
        """The day of its last move; of its proposal where it never moved."""
        return moved_on(self.registry.ideas[slug])

    @cached_property
    def newest(self) -> tuple[str, ...]:
        """All ideas, the one that moved last first."""
        return tuple(
            sorted(
                self.registry.ideas,
                key=lambda slug: (-(self.moved(slug) or dt.date.min).toordinal(), slug),
            )
        )

    @cached_property
    def by_stage(self) -> Mapping[str, tuple[str, ...]]:
        """Stage to its ideas, newest move first: the pipeline's stages, then unknown ones."""
        found: dict[str, list[str]] = {stage.id: [] for stage in self.registry.pipeline.stages}
        for slug in self.newest:
            found.setdefault(self.stage(slug).id, []).append(slug)
        return {stage: tuple(slugs) for stage, slugs in found.items()}

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """Every stage that an idea is in or could be in."""
        found = {stage.id: stage for stage in self.registry.pipeline.stages}
        for slugs in self.by_stage.values():
            found |= {stage.id: stage for stage in (self.stage(slug) for slug in slugs[:1])}
        return found

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The themes by id."""
        return {theme.id: theme for theme in self.registry.themes.themes}

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[str, ...]]:
        """Theme to its ideas, newest move first; also `unsure` and unknown ones."""
        return self._grouped(lambda idea: idea.theme)

    @cached_property
    def by_challenge(self) -> Mapping[str, tuple[str, ...]]:
        """Challenge to the ideas that answer it."""
        return self._grouped(lambda idea: idea.challenge)

    @cached_property
    def by_person(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Login in small letters to (role, slug), newest move first."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        ideas, known = self.registry.ideas, self.registry.known
        for slug in self.newest:
            idea = ideas[slug]
            for login, part in known.of(_parts, slug, partial(_parts, slug, idea), idea):
                found[login].append(part)
        return {login: tuple(parts) for login, parts in found.items()}

    def people_of(self, slug: str) -> tuple[tuple[str, str], ...]:
        """Every (role, login) that the idea's file names."""
        idea = self.registry.ideas[slug]
        known = self.registry.known
        return known.of(people_of, slug, lambda: tuple(people_of(idea)), idea)

    @cached_property
    def logins(self) -> Mapping[str, str]:
        """Everybody who is named anywhere: login in small letters to how it is written."""
        found: dict[str, str] = {}
        named = [advocate.login for advocate in self.registry.roster.advocates]
        named += self.registry.people.people
        named += [entry.sponsor for entry in self.registry.challenges.values()]
        for slug in self.registry.ideas:
            named += [login for _, login in self.people_of(slug)]
        for login in named:
            found.setdefault(login.lower(), login)
        return dict(sorted(found.items()))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Login in small letters to the name that the site uses."""
        return {
            key: (entry.name if (entry := self.people.get(key)) else None) or login
            for key, login in self.logins.items()
        }

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Login in small letters to what people.yml says of them."""
        return {login.lower(): entry for login, entry in self.registry.people.people.items()}

    @cached_property
    def beside(self) -> Mapping[str, str]:
        """Idea to the address of its page, from any page one folder deep."""
        return {slug: f"../{address.idea(slug)}" for slug in self.registry.ideas}

    @cached_property
    def backwards(self) -> Backwards:
        """Kind of link to idea to the ideas that link to it so."""
        found: dict[str, defaultdict[str, list[str]]] = {kind: defaultdict(list) for kind in KINDS}
        for slug, idea in self.registry.ideas.items():
            for kind in ("depends_on", "supersedes", "relates_to"):
                for other in getattr(idea.links, kind):
                    found[kind][other].append(slug)
            if idea.links.duplicate_of:
                found["duplicate_of"][idea.links.duplicate_of].append(slug)
        return {kind: {to: tuple(all_) for to, all_ in by.items()} for kind, by in found.items()}

    def _grouped(self, key: Callable[[Idea], str | None]) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for slug in self.newest:
            if (name := key(self.registry.ideas[slug])) is not None:
                found[name].append(slug)
        return {name: tuple(slugs) for name, slugs in found.items()}


def _parts(slug: str, idea: Idea) -> list[tuple[str, tuple[str, str]]]:
    """Login in small letters and (role, slug), each once."""
    return list(dict.fromkeys((login.lower(), (role, slug)) for role, login in people_of(idea)))
