"""Invented lives of ideas over a year, and the people who help them: the same for one seed."""

import datetime as dt
import random
from dataclasses import dataclass

from tests.deadlines.made import NETWORK
from tests.site.memory import POLICIES

BEGIN = dt.date(2026, 1, 5)
DAY = dt.timedelta(1)
ZONES = ("Europe/London", "Pacific/Apia", "America/New_York", "UTC", "Asia/Tokyo")
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
  - id: exploring
    name: Exploring
    kind: active
    means: Looked into.
    waits_on: proposer
    deadlines: [{what: decision, waits_on: advocate, working_days: 30}]
  - id: trying
    name: Trying
    kind: active
    means: Tried.
    waits_on: builder
    deadlines: [{what: result, waits_on: builder, days: 90, met_by: result}]
  - id: used
    name: In use
    kind: final
    outcome: good
    means: It runs.
    deadlines: [{what: outcome check, waits_on: builder, days: 90, met_by: result}]
  - {id: parked, name: Parked, kind: paused, means: Later., waits_on: registry}
  - {id: declined, name: Declined, kind: final, outcome: ended, means: No.}
moves:
  - {from: [proposed], to: exploring, who: [advocate]}
  - {from: [exploring], to: trying, who: [advocate]}
  - {from: [trying], to: used, who: [advocate]}
  - {from: [proposed, exploring], to: parked, who: [advocate]}
  - {from: [proposed, exploring, parked], to: declined, who: [advocate]}
"""


@dataclass
class Life:
    """An idea's decisions by day; who helps it is told by the file, and may change."""

    slug: str
    born: dt.date
    moves: list[tuple[dt.date, str, str]]
    advocates: list[str]
    revisit: dt.date | None = None
    measured: dt.date | None = None

    def text(self, today: dt.date) -> str:
        """Its file on a day."""
        done = [move for move in self.moves if move[0] <= today]
        stage = done[-1][2] if done else "proposed"
        rows = [
            f"title: The idea {self.slug}\ntheme: speed\nproblem: It is slow.\n",
            "proposal: Make it fast.\nbenefit: Time.\nproposers: [bea]\n",
            "builder: bob\n" if stage in ("trying", "used") else "",
        ]
        if stage in ("trying", "used") and self.measured is not None:
            rows.append(f"evidence: [{{metric: Minutes, date: {self.measured}}}]\n")
        if stage == "parked":
            rows.append(f"revisit_on: {self.revisit}\n")
        rows.append(f"proposed_on: {self.born}\nstage: {stage}\n")
        rows.append(f"advocates: [{', '.join(self.advocates)}]\n")
        if done:
            rows.append("decisions:\n")
        for day, start, end in done:
            lead = self.advocates[0]
            rows.append(
                f"  - {{date: {day}, from: {start}, to: {end}, by: {lead}, because: So.}}\n"
            )
        return "".join(rows)


def lives(chance: random.Random, count: int, days: int) -> list[Life]:
    """So many ideas that come in over so many days; some are forgotten by everybody."""
    found = []
    for number in range(count):
        born = BEGIN + DAY * chance.randrange(max(1, days - 40))
        names = chance.sample([f"adv{n}" for n in range(10)], 2)
        life = Life(f"idea-{number:02}", born, [], names)
        at, stage = born, "proposed"
        ways = {"proposed": ["exploring", "parked", "declined"], "exploring": ["trying", "parked"]}
        while stage in ways or stage == "trying":
            slow = chance.choice([3, 8, 12, 25, 60, 400])
            at += DAY * slow
            to = "used" if stage == "trying" else chance.choice(ways[stage])
            life.moves.append((at, stage, to))
            stage = to
        life.revisit = at + DAY * 30
        life.measured = at + DAY * 20
        found.append(life)
    return found


def policies(chance: random.Random, days: int, pings: int) -> dict[str, str]:
    """A roster of ten with zones, holidays and leave; the pipeline; the network."""
    rows = []
    for number in range(10):
        spans = []
        for _ in range(2):
            first = BEGIN + DAY * chance.randrange(days)
            spans.append(f"{{from: {first}, to: {first + DAY * chance.choice([2, 9, 20, 40])}}}")
        own = ", holidays: [US-NY]" if number == 2 else ""
        rows.append(
            f"  - {{login: adv{number}, id: {number + 1}, unit: u{number % 3}, capacity: 20,\n"
            f"     expertise: [speed], since: 2025-01-01, time_zone: {ZONES[number % 5]}{own},\n"
            f"     away: [{', '.join(spans)}]}}"
        )
    return {
        **POLICIES,
        "playbooks/advocates/roster.yml": "advocates:\n" + "\n".join(rows) + "\n",
        "playbooks/process/pipeline.yml": PIPELINE,
        "playbooks/technology/network.yml": f"{NETWORK}limits: {{pings_per_week: {pings}}}\n",
    }
