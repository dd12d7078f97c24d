"""The registry: all ideas and policies at one moment, and everything that is wrong with them."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hero.registry.document import Document
from hero.registry.fallbacks import FALLBACKS
from hero.registry.idea import Idea
from hero.registry.known import Known
from hero.registry.lived import Answers, Recognition, Signatures
from hero.registry.pipeline import Pipeline, Stage
from hero.registry.policies import Challenge, Network, People, Roster, Themes
from hero.registry.problem import Problem
from hero.registry.reading import IDEA_BYTES, IDEAS, POLICY_BYTES, listed, load, read_ideas
from hero.registry.reading_policies import CHALLENGES, POLICIES, read_challenges, read_policies
from hero.registry.slug import slug_of
from hero.registry.source import Source, SourceRefused, Spread, serially


@dataclass(frozen=True)
class Registry:
    """Everything known at one moment.

    `ideas` and `paths` go by slug, in order. An idea with faults is there without the fields at
    fault; one that cannot be made out is only in `unread`, by slug. `twins` has further files of
    a slug. `signs` has the ideas of which a closer look is worth its time, by what to look for.
    `elsewhere` has the files that were left out where only some were asked for.
    `sound` names the policies that were read as they stand; the others are stand-ins. `known` is
    new in every copy, since one with other policies knows nothing of this one.
    """

    source: Source
    ideas: Mapping[str, Idea]
    paths: Mapping[str, str]
    unread: Mapping[str, str]
    elsewhere: Mapping[str, str]
    twins: Mapping[str, tuple[str, ...]]
    flawed: frozenset[str]
    pipeline: Pipeline
    themes: Themes
    roster: Roster
    people: People
    network: Network
    challenges: Mapping[str, Challenge]
    sound: frozenset[str]
    recognition: Recognition = FALLBACKS["recognition"]
    answers: Answers = FALLBACKS["answers"]
    signatures: Signatures = FALLBACKS["signatures"]
    problems: tuple[Problem, ...] = field(default=())
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    known: Known = field(init=False, default_factory=Known, compare=False, repr=False)

    @classmethod
    def read(
        cls,
        source: Source,
        spread: Spread[Any, Any] = serially,
        only: Callable[[str], bool] | None = None,
    ) -> "Registry":
        """Read a folder or a revision. Never raises on bad data: faults become `problems`.

        `spread` applies a function to many values, on as many cores as it likes. With `only`, of
        the ideas just those are read whose path it says yes to, and what they hang together with.
        """
        problems: list[Problem] = []
        ideas = read_ideas(source, spread, problems, only)
        there = listed(source, "playbooks", problems)
        policies, sound = read_policies(source, there, problems)
        challenges = read_challenges(source, there, problems)
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
        given = self.pipeline.initial.id if idea.stage is None else idea.stage
        return self._stages.get(given) or Stage(
            id=idea.stage or "unknown",
            name=idea.stage or "unknown",
            kind="active",
            means="The pipeline of this registry does not know this stage.",
        )

    @cached_property
    def pasts(self) -> dict[dt.date, "Registry"]:
        """This registry as it was on days that were asked for."""
        return {}

    @cached_property
    def _stages(self) -> Mapping[str, Stage]:
        """The stages by id; the first of each, should there be two."""
        return {stage.id: stage for stage in reversed(self.pipeline.stages)}

    def knowing(self, known: Known) -> "Registry":
        """This registry with what was worked out before; its policies have to be the same."""
        object.__setattr__(self, "known", known)
        return self

    def document(self, path: str) -> Document:
        """The text of one file, with the places of its routes; empty where it cannot be read."""
        if path not in self._documents:
            try:
                read = Document.read(path, self.source.read(path, POLICY_BYTES))
            except SourceRefused:
                read = Document(path, "")
            self._documents[path] = read
        return self._documents[path]

    def raw(self, path: str) -> bytes:
        """The bytes of one file; none where it cannot be read."""
        try:
            return self.source.read(path, POLICY_BYTES)
        except SourceRefused:
            return b""

    @cached_property
    def _documents(self) -> dict[str, Document]:
        """Texts that were asked for: only those of files with diagnostics ever are."""
        return {}

    def problems_of(self, kind: str) -> list[Problem]:
        """The problems that one rule explains."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Problem]]:
        kinds: dict[str, list[Problem]] = {}
        for problem in self.problems:
            kinds.setdefault(problem.kind, []).append(problem)
        return kinds

    def knows(self, slug: str) -> bool:
        """Is there a file for this slug, readable or not?"""
        return self.where(slug) is not None

    def where(self, slug: str) -> str | None:
        """The file of this slug, readable or not, read or not."""
        return self.paths.get(slug) or self.unread.get(slug) or self.elsewhere.get(slug)

    @property
    def slugs(self) -> list[str]:
        """The slugs that an idea can refer to: of all that were read well, or not at all."""
        return [*self.ideas, *self.elsewhere]

    @property
    def size(self) -> int:
        """How many ideas there are."""
        return len(self.ideas) + len(self.unread) + len(self.elsewhere)


__all__ = [
    "CHALLENGES",
    "IDEAS",
    "IDEA_BYTES",
    "POLICIES",
    "POLICY_BYTES",
    "Registry",
    "load",
    "slug_of",
]
