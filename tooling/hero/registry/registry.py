"""The registry: all ideas and policies at one moment, and everything that is wrong with them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from hero.registry.document import Document
from hero.registry.fallbacks import FALLBACKS
from hero.registry.idea import Idea
from hero.registry.known import Known
from hero.registry.lived import Answers, Recognition, Signatures
from hero.registry.pipeline import Pipeline, Stage
from hero.registry.policies import Challenge, Network, People, Roster, Themes
from hero.registry.problem import Problem
from hero.registry.reading import IDEA_BYTES, IDEAS, POLICY_BYTES, listed, load, read_ideas
from hero.registry.slug import is_slug, slug_of
from hero.registry.source import Source, SourceRefused, Spread, serially

CHALLENGES = "playbooks/culture/challenges"

#: The policies by the name the registry uses for them: the file, its model, is it needed.
POLICIES: Mapping[str, tuple[str, type[BaseModel], bool]] = {
    "pipeline": ("playbooks/process/pipeline.yml", Pipeline, True),
    "themes": ("playbooks/process/themes.yml", Themes, True),
    "roster": ("playbooks/advocates/roster.yml", Roster, True),
    "people": ("playbooks/culture/people.yml", People, False),
    "recognition": ("playbooks/culture/recognition.yml", Recognition, False),
    "answers": ("playbooks/culture/answers.yml", Answers, False),
    "signatures": ("playbooks/culture/signatures.yml", Signatures, False),
    "network": ("playbooks/technology/network.yml", Network, True),
}


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
        policies, sound = _read_policies(source, there, problems)
        challenges = _read_challenges(source, there, problems)
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


def _read_policies(
    source: Source, there: Collection[str], problems: list[Problem]
) -> tuple[dict[str, Any], frozenset[str]]:
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


def _read_challenges(
    source: Source, there: Collection[str], problems: list[Problem]
) -> dict[str, Challenge]:
    challenges: dict[str, Challenge] = {}
    for path in there:
        if not path.startswith(f"{CHALLENGES}/") or not path.endswith((".yml", ".yaml")):
            continue
        value, found = load(source, path, POLICY_BYTES, Challenge)
        problems.extend(found)
        if not is_slug(slug_of(path)) or path.endswith(".yaml"):
            problems.append(Problem("slug-form", path, detail={"slug": slug_of(path)}))
        elif value is not None:
            challenges[slug_of(path)] = value
    return challenges


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
