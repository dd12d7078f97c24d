"""No sequence of accepted moves leads where the pipeline leads nobody."""

import re
from typing import Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from hero.process.moving import Moved
from hero.registry.conditions.case import Facts, same
from tests.moving.chances import PIPELINE, SLUGS, attempt, faults, wishes, worlds, written
from tests.moving.world import TODAY, registry

ADVOCATES = {"grace", "linus"}


class Life(RuleBasedStateMachine):
    """A registry under any pipeline, in which anybody tries to move anything."""

    def __init__(self) -> None:
        super().__init__()
        self.raw: dict[str, bytes] = {}
        self.first: dict[str, bytes] = {}
        self.moves: list[dict[str, Any]] = []

    @initialize(raw=worlds())
    def begin(self, raw: dict[str, bytes]) -> None:
        self.raw, self.first = raw, raw
        self.moves = yaml.safe_load(raw[PIPELINE])["moves"]

    @rule(wish=wishes())
    def move(self, wish: Any) -> None:
        self.tried(wish)

    @precondition(lambda self: self.moves)
    @rule(wish=wishes(), data=st.data())
    def move_along_the_pipeline(self, wish: Any, data: st.DataObject) -> None:
        """Hopeful attempts, so that accepted ones are no rarity."""
        from dataclasses import replace

        there = registry(self.raw)
        slug = data.draw(st.sampled_from(SLUGS))
        stage = there.stage(there.ideas[slug]).id
        ways = [move for move in self.moves if stage in move["from"]]
        if not ways:
            return
        way = data.draw(st.sampled_from(ways))
        by = "grace" if "advocate" in way["who"] else there.ideas[slug].proposers[0]
        self.tried(
            replace(
                wish, slug=slug, to=way["to"], by=by, because="Yes.", date=TODAY, revisit_on=None
            )
        )

    def tried(self, wish: Any) -> None:
        there = registry(self.raw)
        found = attempt(there, wish, Facts(TODAY))
        if not found.accepted or not isinstance(found.made, Moved):
            return
        after = written(self.raw, found.made)
        assert not faults(self.raw, after)
        self.comments_are_there(after)
        self.raw = after
        self.record_is_lawful(wish.slug)

    def comments_are_there(self, after: dict[str, bytes]) -> None:
        for path, raw in self.first.items():
            comments = re.findall(rb"(?m)(?:^| )#.*", raw)
            kept = re.findall(rb"(?m)(?:^| )#.*", after[path])
            assert [each for each in kept if each in comments] == comments

    def record_is_lawful(self, slug: str) -> None:
        """As a reader with a pencil would hold the file against the pipeline."""
        data = yaml.safe_load(self.raw[f"ideas/2026/{slug}.yml"])
        at, day = "alpha", data["proposed_on"]
        for decision in data["decisions"]:
            ways = [
                move
                for move in self.moves
                if decision["from"] in move["from"] and move["to"] == decision["to"]
            ]
            assert decision["from"] == at
            assert ways
            assert day <= decision["date"]
            assert str(decision["because"]).strip()
            proposes = same(decision["by"]) in map(same, data["proposers"])
            may = {"proposer"} if proposes else {"advocate"}
            assert proposes or same(decision["by"]) in ADVOCATES
            assert any(may & set(way["who"]) for way in ways)
            at, day = decision["to"], decision["date"]
        assert data["stage"] == at


Life.TestCase.settings = settings(max_examples=50, stateful_step_count=12, deadline=None)
TestLife = Life.TestCase
