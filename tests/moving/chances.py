"""Pipelines, ideas and attempts to move them, as chance has it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from hero.process.edits import Refused
from hero.process.moving import Moved, Wish, moved
from hero.registry.conditions.case import Facts, State
from hero.registry.diagnostic import Diagnostic
from hero.registry.registry import Registry
from hero.rules.trial import Trial, tried
from tests.moving.world import POLICIES, TODAY, errors

PIPELINE = "playbooks/process/pipeline.yml"
STAGES = ("alpha", "beta", "gamma", "delta", "omega")
KINDS: tuple[dict[str, Any], ...] = (
    {"kind": "active"},
    {"kind": "paused"},
    {"kind": "final", "outcome": "good"},
    {"kind": "final", "outcome": "ended"},
)
#: Conditions that the files alone can tell, so that nothing is unknown.
GATES: tuple[dict[str, Any], ...] = (
    {"needs": "evidence", "fields": ["baseline"]},
    {"needs": "evaluations", "count": 1},
    {"needs": "evaluations", "count": 2, "spread": 1},
    {"needs": "fields", "fields": ["revisit_on"]},
    {"needs": "fields", "fields": ["builder"]},
    {"needs": "links", "kinds": ["duplicate_of"]},
    {"needs": "links", "kinds": ["implementation"]},
    {"needs": "not_ahead"},
    {"needs": "challenge_open"},
    {"needs": "time_in_stage", "days": 3},
)
SLUGS = ("one", "two", "three")
PEOPLE = ("grace", "Linus", "LINUS", "mei", "jonas", "ada", "bea", "zoe")


@st.composite
def pipelines(draw: st.DrawFn) -> str:
    """A pipeline that is sound, the first stage active, with any moves among its stages."""
    stages: list[dict[str, Any]] = []
    for number, name in enumerate(STAGES):
        kind = KINDS[0] if number == 0 else draw(st.sampled_from(KINDS))
        limit = {"limit": draw(st.integers(1, 2))} if draw(st.integers(0, 4)) == 0 else {}
        stages.append({"id": name, "name": name, "means": f"It is {name}.", **kind, **limit})
    moves = []
    for _ in range(draw(st.integers(3, 9))):
        starts = draw(st.lists(st.sampled_from(STAGES), min_size=1, max_size=3, unique=True))
        moves.append(
            {
                "from": starts,
                "to": draw(st.sampled_from(STAGES)),
                "who": draw(
                    st.sampled_from([["advocate"], ["proposer"], ["proposer", "advocate"]])
                ),
                "gate": draw(st.lists(st.sampled_from(GATES), max_size=2)),
            }
        )
    return yaml.safe_dump({"stages": stages, "moves": moves}, sort_keys=False)


EXTRAS = (
    "",
    "revisit_on: 2027-01-04\n",
    "builder: bea\n",
    "challenge: faster\n",
    "evidence:\n  - {metric: Hours, baseline: 9}  # counted by hand\n",
    "links:\n  implementation: [https://example.org/rig]  # soon\n",
    "links: {depends_on: [two]}\n",
    "evaluations:\n  - {by: zoe, date: 2026-11-02, value: 2, effort: 2, confidence: 2}\n",
    "evaluations: [{by: zoe, date: 2026-11-02, value: 2, effort: 2, confidence: 2},"
    " {by: yan, date: 2026-11-03, value: 5, effort: 2, confidence: 2}]\n",
)
#: How the record of an idea that has not moved may look.
STARTS = ("", "stage: alpha\n", "stage: alpha\ndecisions: []\n", "decisions: []  # none yet\n")


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a registry with a few ideas that have not moved yet."""
    made = {**POLICIES, PIPELINE: draw(pipelines())}
    for slug in SLUGS:
        extras = draw(st.lists(st.sampled_from(EXTRAS), max_size=3, unique=True))
        kept = {extra.partition(":")[0]: extra for extra in extras}
        if slug == "two":
            kept.pop("links", None)
        made[f"ideas/2026/{slug}.yml"] = (
            f"# {slug} has a comment of its own\n"
            f"title: The idea that is called {slug}\n"
            "theme: delivery   # for now\n"
            "problem: Two teams wait for one test rig, each on its own mornings.\n"
            "proposal: |\n  Let both book the rig by the hour.\n\n  In a calendar that all see.\n"
            "benefit: Both teams wait less than an hour a week; today it is nine.\n"
            f"proposers: [{draw(st.sampled_from(['ada', 'bea', 'ada, Linus']))}]\n"
            "proposed_on: 2026-10-30\n"
            + "".join(kept.values())
            + draw(st.sampled_from(STARTS))
            + "# the end\n"
        )
    return {path: text.encode() for path, text in made.items()}


REASONS = (
    "Yes.",
    "Both teams said: we would book it, and #1 of them said so twice " * 4 + "indeed.",
    "It is worth it.\n\n- one\n- two",
    "  led in",
    "- a list",
    "Ends with a colon:",
    "",
    "   ",
    "2026-11-20",
    "null",
)


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    """Any attempt, most of them hopeless: by anybody, anywhere, on days around today."""
    return Wish(
        slug=draw(st.sampled_from(SLUGS)),
        to=draw(st.sampled_from((*STAGES, "nowhere"))),
        by=draw(st.sampled_from(PEOPLE)),
        because=draw(st.sampled_from(REASONS)),
        date=TODAY + dt.timedelta(days=draw(st.integers(-25, 4))),
        revisit_on=draw(
            st.none() | st.sampled_from([dt.date(2027, 3, 1), TODAY, dt.date(2026, 1, 1)])
        ),
        of=draw(st.none() | st.sampled_from(SLUGS)),
    )


@dataclass(frozen=True)
class Attempt:
    """What became of a wish."""

    made: Moved | Refused
    trial: Trial | None

    @property
    def accepted(self) -> bool:
        if isinstance(self.made, Refused) or self.trial is None or self.trial.errors:
            return False
        return self.made.verdict is not None and self.made.verdict.state is not State.MISSING


def attempt(there: Registry, wish: Wish, facts: Facts) -> Attempt:
    """Try a wish out as `hero move` does."""
    made = moved(there, wish, facts)
    if isinstance(made, Refused):
        return Attempt(made, None)
    return Attempt(made, tried(there, there, made.files, facts, Registry.read))


def written(raw: dict[str, bytes], made: Moved) -> dict[str, bytes]:
    """The files after a move was written."""
    return {**raw, **{each.path: each.after for each in made.files}}


def faults(before: dict[str, bytes], after: dict[str, bytes]) -> list[Diagnostic]:
    """What `hero check --base` fails on in ideas: a pipeline of chance has faults of its own."""
    return [each for each in errors(before, after) if each.place.path.startswith("ideas/")]
