"""A small mapping, a small registry in memory, and rows made up for one test."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.document import Document
from hero.registry.importing.ideas import Made, Surroundings, ideas_from
from hero.registry.importing.mapping import ImportMapping
from hero.registry.importing.rows import Row
from hero.registry.registry import Registry
from hero.registry.slug import skeleton
from hero.registry.source import SourceRefused
from hero.rules import RULES, check

HERE = Path(__file__).parent
POLICIES = HERE / "registry"
PIPELINE = HERE.parents[1] / "playbooks" / "process" / "pipeline.yml"

MAPPING: dict[str, Any] = yaml.safe_load("""
key: [id]
slug: {all_of: [id], prefix: job}
recorded_by: example-importer
title: {first_of: [title, name]}
summary: {first_of: [short]}
problem: {first_of: [why, background], if_empty: "Nothing is said; see job {id}."}
proposal: {all_of: [what, how], headings: {how: How}, if_empty: Nothing is said.}
benefit: {first_of: [gain], if_empty: Nothing is said.}
first_step: {first_of: [first]}
proposers: {first_of: [who], split: ";", table: {Nobody: null}, if_empty: [example-unnamed]}
theme: {first_of: [area], table: {Wire: protocol, Words: language}, if_unlisted: unsure,
        if_empty: unsure}
tags: {all_of: [labels], split: ","}
builder: {first_of: [builder]}
proposed_on: {first_of: [created]}
evidence:
  metric: {first_of: [metric]}
  baseline: {first_of: [before]}
  date: {first_of: [measured]}
  link: {all_of: [chart]}
stage:
  first_of: [status]
  table: {New: proposed, Draft: exploring, Open: exploring, Trial: piloting, Done: adopted,
          Dropped: declined, Later: parked}
  since: {first_of: [closed]}
  history:
    changes: changes
    date: {first_of: [at]}
    from: from
    to: to
    by: {first_of: [by]}
    imported: "{file}, change {commit}"
links:
  depends_on: {all_of: [needs], split: ",", key: "{value}"}
  duplicate_of: {all_of: [same]}
  implementation: {all_of: [pull], address: "https://example.org/pulls/{value}"}
ignore: [noise]
""")


def mapping(**changes: Any) -> ImportMapping:
    """The small mapping, with some of its fields replaced."""
    return ImportMapping.model_validate(MAPPING | changes)


def made(
    *rows: Mapping[str, Any], around: Surroundings | None = None, **changes: Any
) -> list[Made]:
    """What becomes of these rows; an id and a title are filled in."""
    whole = [
        Row(number, {"id": str(number), "title": f"Idea {number}", **row})
        for number, row in enumerate(rows, 1)
    ]
    return ideas_from(whole, mapping(**changes), "jobs.csv", around or Surroundings(alike=skeleton))


def data(one: Made) -> dict[str, Any]:
    """The data of an idea's file."""
    assert one.refused is None, one.refused
    found: dict[str, Any] = Document.read(one.path, one.text.encode()).data
    return found


def idea(**row: Any) -> dict[str, Any]:
    """The data of the idea made of one row."""
    return data(made(row)[0])


def notes(one: Made) -> list[tuple[str, str, str]]:
    """Notes as plain tuples, without those about defaults, which most small rows have."""
    return [(n.kind, n.field, n.detail) for n in one.notes if n.kind != "default"]


class Memory:
    """A Source that holds the policies of these tests and the ideas that it is given."""

    def __init__(self, ideas: Mapping[str, str]) -> None:
        self.files = {f"ideas/{path}": text.encode() for path, text in ideas.items()}
        self.files["playbooks/process/pipeline.yml"] = PIPELINE.read_bytes()
        for path in POLICIES.rglob("*.yml"):
            self.files[path.relative_to(POLICIES).as_posix()] = path.read_bytes()

    def paths(self, under: str) -> list[str]:
        """The files below this folder."""
        return sorted(path for path in self.files if path.startswith(under + "/"))

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of one file."""
        if path not in self.files or len(self.files[path]) > limit:
            raise SourceRefused("file-unreadable", says="not here")
        return self.files[path]


#: What judges the words: an import carries over what somebody wrote elsewhere.
WORDS = {rule.id for rule in RULES if rule.group == "Text"}


def checked(results: list[Made]) -> list[Diagnostic]:
    """What the rules say of all ideas that were made."""
    ideas = {one.path: one.text for one in results if one.refused is None}
    found = check(Registry.read(Memory(ideas)))
    return [each for each in found if each.severity is Severity.ERROR and each.rule not in WORDS]
