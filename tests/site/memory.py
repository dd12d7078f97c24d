"""A registry out of texts, without a folder."""

import datetime as dt
from collections.abc import Mapping

from hero.registry.registry import Registry
from hero.site.page import Edition

EDITION = Edition("0123456789abcdef0123456789abcdef01234567", dt.date(2026, 11, 20))

NETWORK = """
name: Test Network
organisation: Test
repository: test-org/ideas
"""
PIPELINE = """
stages:
  - {id: proposed, name: Proposed, kind: active, means: Recorded., waits_on: advocate,
     deadlines: [{what: first reply, waits_on: advocate, working_days: 2}]}
  - {id: trying, name: Trying, kind: active, means: Tried., waits_on: builder}
  - {id: used, name: In use, kind: final, outcome: good, means: It runs.}
  - {id: resting, name: Resting, kind: paused, means: Later.}
  - {id: declined, name: Declined, kind: final, outcome: ended, means: No.}
moves:
  - {from: [proposed], to: trying, who: [advocate], gate: [{needs: people, roles: [builder]}]}
  - {from: [trying], to: used, who: [advocate], gate: [{needs: approvals, count: 2}]}
  - {from: [proposed, trying], to: resting, who: [advocate]}
  - {from: [proposed, trying, resting], to: declined, who: [proposer, advocate]}
"""
THEMES = "themes: [{id: speed, name: Speed, about: Faster.}, {id: index, name: Indexes, about: X.}]"
ROSTER = """
advocates:
  - {login: Ann, id: 1, unit: core, expertise: [speed], since: 2025-01-01}
"""
POLICIES = {
    "playbooks/technology/network.yml": NETWORK,
    "playbooks/process/pipeline.yml": PIPELINE,
    "playbooks/process/themes.yml": THEMES,
    "playbooks/advocates/roster.yml": ROSTER,
}
IDEA = """
title: Make it faster
theme: speed
problem: It is slow.
proposal: Make it fast. Then measure.
benefit: Time.
proposers: [bea]
"""
CHALLENGE = """
title: "Quiet: nights"
question: What would *help*?
sponsor: dan
opens: %s
closes: %s
criteria: [Fewer calls.]
"""


class Texts:
    """A Source over texts by path."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def paths(self, under: str) -> list[str]:
        """The paths below a folder."""
        return sorted(path for path in self.texts if path.startswith(f"{under}/"))

    def read(self, path: str, limit: int) -> bytes:
        """The text's bytes; every text of a test is small."""
        return self.texts[path].encode()


def registry(ideas: Mapping[str, str] | None = None, **more: str) -> Registry:
    """A registry with these ideas by slug; `more` replaces policies by their file's name."""
    return challenged(ideas or {}, {}, **more)


def challenged(ideas: Mapping[str, str], challenges: Mapping[str, str], **more: str) -> Registry:
    """A registry that has challenges by slug as well."""
    texts = {
        path: more.get(path.rpartition("/")[2].removesuffix(".yml"), text)
        for path, text in POLICIES.items()
    }
    texts |= {f"ideas/2026/{slug}.yml": text for slug, text in ideas.items()}
    folder = "playbooks/culture/challenges"
    texts |= {f"{folder}/{slug}.yml": text for slug, text in challenges.items()}
    found = Registry.read(Texts(texts))
    assert found.problems == (), found.problems
    return found
