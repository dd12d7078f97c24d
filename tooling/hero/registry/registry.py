"""The registry: all ideas and policies at one moment, and everything that is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from pydantic import BaseModel

from hero.registry.diagnostic import Route
from hero.registry.document import Document
from hero.registry.fallbacks import FALLBACKS
from hero.registry.idea import Idea
from hero.registry.parse import parse
from hero.registry.pipeline import Pipeline, Stage
from hero.registry.policies import Challenge, Network, People, Roster, Themes
from hero.registry.problem import Problem
from hero.registry.schema import fit
from hero.registry.slug import is_slug, slug_of
from hero.registry.source import Source, SourceRefused, Spread, serially
from hero.registry.texts import signs_of

#: The most bytes of an idea, and of a policy. The longest of 1,287 real proposals, cut to what a
#: proposer is asked for, takes 5 KB; a roster of 2,000 advocates takes 500 KB.
IDEA_BYTES, POLICY_BYTES = 100_000, 2_000_000

IDEAS = "ideas"
CHALLENGES = "playbooks/culture/challenges"

#: The policies by the name the registry uses for them: the file, its model, is it needed.
POLICIES: Mapping[str, tuple[str, type[BaseModel], bool]] = {
    "pipeline": ("playbooks/process/pipeline.yml", Pipeline, True),
    "themes": ("playbooks/process/themes.yml", Themes, True),
    "roster": ("playbooks/advocates/roster.yml", Roster, True),
    "people": ("playbooks/culture/people.yml", People, False),
    "network": ("playbooks/technology/network.yml", Network, True),
}


@dataclass(frozen=True)
class Registry:
    """Everything known at one moment.

    `ideas` and `paths` go by slug, in order. An idea with faults is there without the fields at
    fault; one that cannot be made out is only in `unread`, by slug. `twins` has further files of
    a slug. `sound` names the policies that were read as they stand; the others are stand-ins.
    """

    source: Source
    ideas: Mapping[str, Idea]
    paths: Mapping[str, str]
    unread: Mapping[str, str]
    twins: Mapping[str, tuple[str, ...]]
    flawed: frozenset[str]
    pipeline: Pipeline
    themes: Themes
    roster: Roster
    people: People
    network: Network
    challenges: Mapping[str, Challenge]
    sound: frozenset[str]
    problems: tuple[Problem, ...] = field(default=())

    @classmethod
    def read(cls, source: Source, spread: Spread[Any, Any] = serially) -> "Registry":
        """Read a folder or a revision. Never raises on bad data: faults become `problems`.

        `spread` applies a function to many values, on as many cores as it likes.
        """
        problems: list[Problem] = []
        ideas = _read_ideas(source, spread, problems)
        policies, sound = _read_policies(source, problems)
        challenges = _read_challenges(source, problems)
        flawed = frozenset(problem.path for problem in problems)
        return cls(
            source=source,
            **ideas,
            **policies,
            challenges=challenges,
            flawed=flawed,
            sound=sound,
            problems=tuple(problems),
        )

    def stage(self, idea: Idea) -> Stage:
        """The idea's stage; one the pipeline does not know gets a stand-in that says so."""
        return self.pipeline.stage(idea.stage) or Stage(
            id=idea.stage or "unknown",
            name=idea.stage or "unknown",
            kind="active",
            means="The pipeline of this registry does not know this stage.",
        )

    def document(self, path: str) -> Document:
        """The text of one file, with the places of its routes; empty where it cannot be read."""
        try:
            return Document.read(path, self.source.read(path, POLICY_BYTES))
        except SourceRefused:
            return Document(path, "")

    def problems_of(self, kind: str) -> list[Problem]:
        """The problems that one rule explains."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Problem]]:
        kinds: dict[str, list[Problem]] = {}
        for problem in self.problems:
            kinds.setdefault(problem.kind, []).append(problem)
        return kinds

    @cached_property
    def signs(self) -> Mapping[str, list[str]]:
        """The ideas whose texts show a sign, by the sign: which closer looks are worth it."""
        return signs_of(self.ideas)

    def knows(self, slug: str) -> bool:
        """Is there a file for this slug, readable or not?"""
        return slug in self.ideas or slug in self.unread


def load(
    source: Source, path: str, limit: int, model: type[BaseModel] | None = None
) -> tuple[Any, list[Problem]]:
    """Read and parse one file, and hold it against a model where one is given."""
    try:
        parsed = parse(path, source.read(path, limit))
    except SourceRefused as refused:
        return None, [Problem(refused.kind, path, detail=refused.detail)]
    if model is None or (parsed.data is None and parsed.problems):
        return parsed.data, parsed.problems
    value, problems = fit(path, model, {} if parsed.data is None else parsed.data)
    return value, parsed.problems + problems


def _read_ideas(
    source: Source, spread: Spread[Any, Any], problems: list[Problem]
) -> dict[str, Any]:
    """Parse on all cores; make ideas of the data here, which costs less than handing them over."""
    every = [path for path in source.paths(IDEAS) if path.endswith((".yml", ".yaml"))]
    parsed = spread(partial(load, source, limit=IDEA_BYTES), every)
    ideas: dict[str, Idea] = {}
    paths: dict[str, str] = {}
    unread: dict[str, str] = {}
    twins: dict[str, list[str]] = {}
    for path, (data, found) in zip(every, parsed, strict=True):
        slug = slug_of(path)
        idea = None
        if data is not None or not found:
            idea, faults = fit(path, Idea, {} if data is None else data)
            found = found + faults
        if not is_slug(slug) or path.endswith(".yaml"):
            found, idea = [*found, Problem("slug-form", path, detail={"slug": slug})], None
        problems.extend(found)
        if slug in paths or slug in unread:
            twins.setdefault(slug, []).append(path)
        elif idea is None:
            unread[slug] = path
        else:
            ideas[slug], paths[slug] = idea, path
    order = sorted(ideas)
    return {
        "ideas": {slug: ideas[slug] for slug in order},
        "paths": {slug: paths[slug] for slug in order},
        "unread": unread,
        "twins": {slug: tuple(more) for slug, more in twins.items()},
    }


def _read_policies(
    source: Source, problems: list[Problem]
) -> tuple[dict[str, Any], frozenset[str]]:
    there = set(source.paths("playbooks"))
    values: dict[str, Any] = dict(FALLBACKS)
    sound = set()
    for name, (path, model, needed) in POLICIES.items():
        if path not in there:
            problems.extend([Problem("policy-missing", path)] if needed else [])
            continue
        value, found = load(source, path, POLICY_BYTES, model)
        problems.extend(found)
        values[name] = value or FALLBACKS[name]
        sound |= set() if found else {name}
    return values, frozenset(sound)


def _read_challenges(source: Source, problems: list[Problem]) -> dict[str, Challenge]:
    challenges = {}
    for path in source.paths(CHALLENGES):
        if not path.endswith(".yml"):
            continue
        value, found = load(source, path, POLICY_BYTES, Challenge)
        problems.extend(found)
        if value is not None:
            challenges[slug_of(path)] = value
    return challenges


__all__ = ["CHALLENGES", "IDEAS", "POLICIES", "Registry", "Route", "load", "slug_of"]
