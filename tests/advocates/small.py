"""A small registry in memory: the shipped process, three advocates, and ideas as text."""

import datetime as dt
from pathlib import Path

from hero.registry.registry import Registry
from tests.rules.memory import Memory

SHIPPED = Path(__file__).parents[2] / "playbooks"
TODAY = dt.date(2026, 11, 20)

ROSTER = """\
advocates:
  - {login: example-grace, id: 101, unit: platform, expertise: [delivery], capacity: 2,
     since: 2024-12-02}
  - {login: example-mei, id: 102, unit: lockers, expertise: [delivery, data], since: 2024-12-02,
     away: [{from: 2026-12-21, to: 2027-01-02}]}
  - {login: example-jonas, id: 103, unit: depots, expertise: [data], since: 2026-10-05,
     shadow: true}
"""
PEOPLE = """\
people:
  Example-Ada: {unit: platform}
"""
NETWORK = """\
name: Small network
organisation: Example
repository: example-org/small
example: true
as_of: 2026-11-20
holidays: [GB-ENG]
"""
CHALLENGE = """\
title: Half the wait
question: What would halve it?
sponsor: example-henrike
opens: 2026-11-01
closes: 2026-11-30
criteria: [It is quick.]
"""


def idea(**fields: str) -> str:
    """An idea's file; fields are YAML."""
    given = {
        "title": "Quarantine flaky tests",
        "theme": "delivery",
        "problem": "Every fourth build fails.",
        "proposal": "Move a test that fails twice.",
        "benefit": "Fewer retries.",
        "proposers": "[example-ada]",
        "proposed_on": "2026-11-02",
    } | fields
    return "".join(f"{name}: {value}\n" for name, value in given.items())


def registry(ideas: dict[str, str], **files: str) -> Registry:
    """A registry of these ideas; `roster`, `people` and so on stand in for the files above."""
    shipped = {
        path.relative_to(SHIPPED.parent).as_posix(): path.read_bytes()
        for path in sorted(SHIPPED.rglob("*.yml"))
        if path.name in ("pipeline.yml", "themes.yml")
    }
    own = {
        "playbooks/advocates/roster.yml": files.get("roster", ROSTER),
        "playbooks/culture/people.yml": files.get("people", PEOPLE),
        "playbooks/technology/network.yml": files.get("network", NETWORK),
        "playbooks/culture/challenges/half-the-wait.yml": CHALLENGE,
    }
    written = {f"ideas/2026/{slug}.yml": text for slug, text in ideas.items()}
    texts = {path: text.encode() for path, text in (own | written).items()}
    return Registry.read(Memory(shipped | texts))
