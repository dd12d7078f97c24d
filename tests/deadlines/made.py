"""Registries out of texts, for tests of dates."""

from collections.abc import Mapping

from hero.registry.registry import Registry
from tests.site.memory import IDEA, POLICIES, Texts

NETWORK = """
name: Test Network
organisation: Test
repository: test-org/ideas
holidays: [GB-ENG]
"""
PIPELINE = """
stages:
  - id: proposed
    name: Proposed
    kind: active
    means: Recorded.
    waits_on: advocate
    deadlines:
      - {what: first reply, waits_on: advocate, working_days: 2, met_by: reply}
      - {what: first decision, waits_on: advocate, working_days: 10}
  - id: trying
    name: Trying
    kind: active
    means: Tried.
    waits_on: builder
    deadlines:
      - {what: result, waits_on: builder, days: 90, met_by: result}
  - id: used
    name: In use
    kind: final
    outcome: good
    means: It runs.
    deadlines:
      - {what: outcome check, waits_on: builder, days: 90}
  - {id: resting, name: Resting, kind: paused, means: Later.}
  - {id: declined, name: Declined, kind: final, outcome: ended, means: No.}
moves:
  - {from: [proposed], to: trying, who: [advocate]}
  - {from: [trying], to: used, who: [advocate]}
  - {from: [proposed, trying], to: resting, who: [advocate]}
  - {from: [proposed, trying, resting], to: declined, who: [proposer, advocate]}
"""
#: Ann lives in London; Bo, in Apia, is away in the second half of March; Cy is on a far shore.
ROSTER = """
advocates:
  - {login: Ann, id: 1, unit: core, expertise: [speed], since: 2025-01-01,
     time_zone: Europe/London, away: [{from: 2026-03-09, to: 2026-03-20}]}
  - {login: Bo, id: 2, unit: core, expertise: [speed], since: 2025-01-01,
     time_zone: Pacific/Apia, away: [{from: 2026-03-16, to: 2026-03-31}]}
  - {login: Cy, id: 3, unit: core, expertise: [speed], since: 2025-01-01,
     time_zone: America/New_York, holidays: [US-NY]}
"""


def made(ideas: Mapping[str, str], files: Mapping[str, str] | None = None) -> Registry:
    """A registry with these ideas by slug, each what comes after the texts; `files` by path."""
    texts = dict(POLICIES)
    texts["playbooks/technology/network.yml"] = NETWORK
    texts["playbooks/process/pipeline.yml"] = PIPELINE
    texts["playbooks/advocates/roster.yml"] = ROSTER
    texts |= {f"ideas/2026/{slug}.yml": IDEA + more for slug, more in ideas.items()}
    found = Registry.read(Texts(texts | dict(files or {})))
    assert found.problems == (), found.problems
    return found


def decided(*moves: str) -> str:
    """The stage, and the decisions that lead there: `2026-03-02 proposed trying Ann`."""
    lines = [f"stage: {moves[-1].split()[2]}", "decisions:"]
    for move in moves:
        date, start, end, by = move.split()
        lines.append(f"  - {{date: {date}, from: {start}, to: {end}, by: {by}, because: So.}}")
    return "\n".join(lines) + "\n"
