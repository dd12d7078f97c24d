"""Every YAML block of a playbook is what `hero check` takes, so a template works when copied."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml

from hero.registry.diagnostic import Severity
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.schema import fields_at
from hero.rules import check
from hero.technology.folder import Folder
from tests.playbooks.pages import ROOT, yaml_blocks

IDEA, CHALLENGE = "ideas/2026/sample-of-a-page.yml", "playbooks/culture/challenges/sample.yml"
#: The policy's file by the key at its top.
POLICIES = {
    "moves": "playbooks/process/pipeline.yml",
    "stages": "playbooks/process/pipeline.yml",
    "themes": "playbooks/process/themes.yml",
    "advocates": "playbooks/advocates/roster.yml",
    "answers": "playbooks/culture/answers.yml",
    "signatures": "playbooks/culture/signatures.yml",
    "people": "playbooks/culture/people.yml",
    "kinds": "playbooks/culture/recognition.yml",
}
#: Keys at the top of files that are another program's.
FOREIGN = {"repos"}
#: The rule that asks for one's own words: a template to copy has none yet.
FILL_IN = "text-template"
WHOLE: dict[str, Any] = {
    "title": "Sample of a page",
    "theme": "unsure",
    "problem": "The scanners forget the depot's network whenever they are charged.",
    "proposal": "Keep it in the part of memory that survives charging.",
    "benefit": "Couriers of the early shift, who start ten minutes later today.",
    "proposers": ["example-ada"],
}


class Overlay(Folder):
    """The example's folder with one file in place of what is there, or beside it."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(ROOT)
        self.path, self.text = path, text

    def paths(self, under: str) -> list[str]:
        """The files of the folder and this one."""
        more = [self.path] if PurePosixPath(self.path).is_relative_to(under) else []
        return sorted({*super().paths(under), *more})

    def read(self, path: str, limit: int) -> bytes:
        """The file of this path, or that of the folder."""
        return self.text.encode() if path == self.path else super().read(path, limit)


def file_of(data: Mapping[str, Any]) -> tuple[str, str]:
    """The file that a block is, or is a part of, with the block in it."""
    if "question" in data:
        return CHALLENGE, yaml.safe_dump(dict(data))
    policy = {POLICIES[key] for key in data if key in POLICIES and isinstance(data[key], list)}
    if len(policy) == 1 and "title" not in data and not isinstance(next(iter(data.values())), str):
        (path,) = policy
        there = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
        return path, yaml.safe_dump({**there, **{key: there[key] + data[key] for key in data}})
    return IDEA, yaml.safe_dump({**WHOLE, **data})


def faults(path: str, text: str) -> list[str]:
    """What `hero check` has against a file: every error in it."""
    found = check(Registry.read(Overlay(path, text)))
    here = [each for each in found if each.place.path == path and each.rule != FILL_IN]
    bad = [each for each in here if each.severity == Severity.ERROR]
    return [f"{each.rule}: {each.message}" for each in bad]


OWN = [
    (page, data)
    for page, data in yaml_blocks()
    if not (isinstance(data, dict) and FOREIGN & {*data})
]


@pytest.mark.parametrize(
    ("page", "data"), OWN, ids=[f"{number}-{page}" for number, (page, _) in enumerate(OWN)]
)
def test_a_block_is_a_file_or_a_part_of_one_that_holds(page: str, data: dict[str, Any]) -> None:
    assert isinstance(data, dict), data
    assert faults(*file_of(data)) == []


def test_there_are_blocks_of_ideas_challenges_and_policies() -> None:
    paths = {file_of(data)[0] for _, data in OWN if isinstance(data, dict)}
    assert {IDEA, CHALLENGE, POLICIES["advocates"], POLICIES["moves"]} <= paths


@pytest.mark.parametrize(
    "data",
    [
        {"evidence": [{"metrics": "Minutes"}]},
        {"links": {"implementation": ["nowhere"]}},
        {"owner": "ada"},
        {"question": "Why?", "sponsor": "ada"},
        {"advocates": [{"login": "ada", "id": 1}]},
        {"moves": [{"from": ["proposed"], "to": "proposed", "who": ["boss"]}]},
    ],
)
def test_a_block_with_a_slip_is_refused(data: dict[str, Any]) -> None:
    assert faults(*file_of(data))


def test_fragments_are_of_fields_that_ideas_have() -> None:
    known = {*fields_at(Idea)}
    for page, data in OWN:
        if isinstance(data, dict) and file_of(data)[0] == IDEA:
            assert {*data} <= known, page
