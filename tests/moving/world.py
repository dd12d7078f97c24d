"""A small registry with everything that a gate can ask for, and ideas written for a test."""

import datetime as dt
from collections.abc import Iterable, Mapping

from hero.process.change import Change
from hero.registry.conditions.case import Facts
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.registry import Registry
from hero.registry.source import SourceRefused
from hero.rules import check
from tests.rules.memory import Memory

TODAY = dt.date(2026, 11, 20)
FACTS = Facts(TODAY)
YEAR = "ideas/2026"

POLICIES = {
    "playbooks/process/pipeline.yml": """\
stages:
  - {id: proposed, name: Proposed, kind: active, means: Recorded., waits_on: advocate}
  - {id: exploring, name: Exploring, kind: active, means: Worth it., waits_on: proposer, limit: 2}
  - {id: piloting, name: Piloting, kind: active, means: Tried., waits_on: builder}
  - {id: adopted, name: In use, kind: final, outcome: good, means: It runs.}
  - {id: parked, name: Parked, kind: paused, means: Not now.}
  - {id: declined, name: Declined, kind: final, outcome: ended, means: No.}
  - {id: withdrawn, name: Withdrawn, kind: final, outcome: ended, means: Taken back.}
  - {id: duplicate, name: Duplicate, kind: final, outcome: ended, means: It is elsewhere.}
moves:
  - {from: [proposed], to: exploring, who: [advocate], gate: [{needs: not_ahead}]}
  - from: [exploring]
    to: piloting
    who: [advocate]
    gate:
      - {needs: evaluations, count: 1, spread: 1}
      - {needs: evidence, fields: [baseline, target]}
      - {needs: time_in_stage, days: 7}
      - {needs: not_ahead}
  - {from: [piloting], to: adopted, who: [advocate],
     gate: [{needs: links, kinds: [implementation]}]}
  - {from: [proposed, exploring, piloting], to: parked, who: [advocate],
     gate: [{needs: fields, fields: [revisit_on]}]}
  - {from: [proposed, exploring, piloting, parked], to: declined, who: [advocate]}
  - {from: [proposed, exploring, parked], to: withdrawn, who: [proposer]}
  - {from: [proposed, exploring], to: duplicate, who: [advocate],
     gate: [{needs: links, kinds: [duplicate_of]}]}
  - {from: [parked, declined, withdrawn], to: exploring, who: [proposer, advocate],
     gate: [{needs: challenge_open}, {needs: not_ahead}]}
  - {from: [duplicate], to: proposed, who: [proposer, advocate]}
""",
    "playbooks/process/themes.yml": """\
themes:
  - {id: delivery, name: Delivery, about: How it gets out.}
""",
    "playbooks/advocates/roster.yml": """\
advocates:
  - {login: grace, id: 1, unit: a, expertise: [delivery], since: 2025-01-01}
  - {login: Linus, id: 2, unit: a, expertise: [delivery], since: 2026-11-02}
  - {login: mei, id: 3, unit: b, expertise: [delivery], since: 2025-01-01, until: 2026-06-30}
  - {login: jonas, id: 4, unit: b, expertise: [delivery], since: 2025-01-01, shadow: true}
""",
    "playbooks/technology/network.yml": """\
name: Small network
organisation: Small
repository: small/network
""",
    "playbooks/culture/challenges/faster.yml": """\
title: Faster
question: What is slow?
sponsor: grace
opens: 2026-10-01
closes: 2026-11-15
criteria: [It is faster]
""",
}

TEXTS = """\
title: {title}
theme: delivery
problem: Two teams wait for one test rig, each on its own mornings.
proposal: Let both book the rig by the hour, in a calendar that all can see.
benefit: Both teams wait less than an hour a week; today it is nine.
"""


def idea(title: str = "Share the test rig", rest: str = "", proposers: str = "[ada]") -> str:
    """The text of an idea that has no faults, with whatever else a test wants in it."""
    day = "" if "proposed_on:" in rest else "proposed_on: 2026-10-30\n"
    return f"{TEXTS.format(title=title)}proposers: {proposers}\n{day}{rest}"


def files(ideas: Mapping[str, str], policies: Mapping[str, str] = POLICIES) -> dict[str, bytes]:
    """The files of a registry, with each idea in the folder of one year unless it says where."""
    named = {slug if "/" in slug else f"{YEAR}/{slug}.yml": text for slug, text in ideas.items()}
    return {path: text.encode() for path, text in {**policies, **named}.items()}


class Files(Memory):
    """A Source over a mapping, which refuses a file that it does not hold."""

    def read(self, path: str, limit: int) -> bytes:
        if path not in self.files:
            raise SourceRefused("file-unreadable", says="there is no such file")
        return super().read(path, limit)


def registry(raw: Mapping[str, bytes]) -> Registry:
    """The registry that these files make."""
    return Registry.read(Files(raw))


def errors(
    before: Mapping[str, bytes], after: Mapping[str, bytes], facts: Facts = FACTS
) -> list[Diagnostic]:
    """What `hero check --base` fails on."""
    found = check(registry(after), Change(registry(before), facts))
    return [each for each in found if each.severity is Severity.ERROR]


def rules(found: Iterable[Diagnostic]) -> set[str]:
    """The rules that found something."""
    return {each.rule for each in found}
