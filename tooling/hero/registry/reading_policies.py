"""Reading the policies and challenges of a registry."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import BaseModel

from hero.registry.fallbacks import FALLBACKS
from hero.registry.lived import Answers, Recognition, Signatures
from hero.registry.pipeline import Pipeline
from hero.registry.policies import Challenge, Network, People, Roster, Themes
from hero.registry.problem import Problem
from hero.registry.reading import POLICY_BYTES, load
from hero.registry.slug import is_slug, slug_of
from hero.registry.source import Source

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


def read_policies(
    source: Source, there: Collection[str], problems: list[Problem]
) -> tuple[dict[str, Any], frozenset[str]]:
    """The policies by the registry's names for them, and which of them were read as they stand."""
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


def read_challenges(
    source: Source, there: Collection[str], problems: list[Problem]
) -> dict[str, Challenge]:
    """The challenges by slug."""
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
