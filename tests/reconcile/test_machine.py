"""Whatever people do and however runs are cut, doubled and crossed, reconcile comes to one state.

People act on the stand-in, over its API; reconcile runs through the adapter. Each disturbed run is
held against a clean one from the same world, and each merge against the law when it is made.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from hero.reconcile.apply import apply
from hero.reconcile.forge import ForgeRefused
from tests.forge.clock import Clock
from tests.forge.faults import KINDS
from tests.forge.forge import Forge
from tests.reconcile import machine_people as people
from tests.reconcile.machine_moments import back, keep, seen
from tests.reconcile.machine_watch import Watched
from tests.reconcile.machine_world import Stage, spending
from tests.reconcile.town import NOW

WHICH = st.sampled_from(list(people.PULLS))
ADVOCATES = st.sampled_from(["example-grace", "example-linus", "example-mei"])
ANYONE = st.sampled_from(["example-grace", "example-linus", "example-mei"] * 2 + ["example-ada"]
                         + ["example-sock"])  # fmt: skip
EVENTS = st.sampled_from(["APPROVE"] * 3 + ["REQUEST_CHANGES", "COMMENT"])
LABELS = st.sampled_from(["waits on: advocate", "waits on: proposer", "stage: adopted", "mine"])
RARELY = st.sampled_from([False, False, False, True])


class Pulls(RuleBasedStateMachine):
    """Three pulls: a newcomer's idea, an advocate's, and a move."""

    stage: Stage
    watched: Watched

    @initialize(bad=RARELY)
    def begin(self, bad: bool) -> None:
        for which in people.PULLS:
            people.opens(self.stage, which, bad=bad and which == "rig")

    # What people do

    @rule(which=WHICH, word=st.sampled_from(["hour", "day", "week"]), bad=RARELY, force=RARELY)
    def push(self, which: str, word: str, bad: bool, force: bool) -> None:
        people.pushes(self.stage, which, word, bad, force)

    @rule(which=WHICH, login=ANYONE, event=EVENTS, old=RARELY)
    def review(self, which: str, login: str, event: str, old: bool) -> None:
        people.reviews(self.stage, which, login, event, old)

    @rule(which=WHICH, login=ADVOCATES)
    def dismiss(self, which: str, login: str) -> None:
        people.dismisses(self.stage, which, login)

    @rule(which=WHICH, draft=st.booleans())
    def turn(self, which: str, draft: bool) -> None:
        people.turns(self.stage, which, draft)

    @rule(which=WHICH, login=ADVOCATES, by=st.sampled_from(["itself", "example-linus"]))
    def take_back(self, which: str, login: str, by: str) -> None:
        people.takes_back(self.stage, which, login if by == "itself" else by, login)

    @rule(which=WHICH, word=st.sampled_from(["month", "year"]))
    def land(self, which: str, word: str) -> None:
        people.lands(self.stage, which, word)

    @rule(which=WHICH, state=st.sampled_from(["closed", "open"]))
    def close(self, which: str, state: str) -> None:
        people.closes(self.stage, which, state)

    @rule(which=WHICH, add=st.booleans(), name=LABELS)
    def relabel(self, which: str, add: bool, name: str) -> None:
        people.relabels(self.stage, which, add, name)

    @rule(name=LABELS)
    def unmake(self, name: str) -> None:
        self.stage.act("example-linus", "DELETE", f"/labels/{name.replace(' ', '%20')}")

    @rule(which=WHICH, how=st.sampled_from(["delete", "edit", "copy"]))
    def spoil(self, which: str, how: str) -> None:
        people.spoils(self.stage, which, how)

    @rule(days=st.integers(1, 4))
    def wait(self, days: int) -> None:
        self.stage.passing(days)

    # What becomes of runs

    @rule()
    def run(self) -> None:
        self.stage.run()

    @rule(limit=st.integers(0, 6))
    def end_early(self, limit: int) -> None:
        self.disturbed(lambda: self.stage.run(limit=limit))

    @rule(requests=st.integers(1, 40))
    def run_out_of_requests(self, requests: int) -> None:
        self.disturbed(lambda: self.stage.run(spending(requests=requests)))

    @rule(at=st.integers(1, 30), kind=st.sampled_from(KINDS), times=st.sampled_from([1, 1, 9]))
    def fail(self, at: int, kind: str, times: int) -> None:
        def run() -> None:
            self.stage.forge.faults.add(kind, skip=at - 1, times=times, seconds=0)
            try:
                self.stage.run()
            finally:
                self.stage.forge.faults.clear()

        self.disturbed(run)

    @rule(at=st.integers(1, 30))
    def cross(self, at: int) -> None:
        def before(number: int) -> None:
            if number == at:
                self.stage.run()

        budget = spending()
        budget.before = before
        self.disturbed(lambda: self.stage.run(budget))

    @rule(late=st.booleans())
    def act_on_one_plan_twice(self, late: bool) -> None:
        github = self.stage.github()
        actions = self.stage.planned(github).actions

        def act() -> None:
            apply(actions, github, 100)
            if late:
                self.stage.run()
            apply(actions, self.stage.github(), 100)

        self.disturbed(act)

    def disturbed(self, run: Callable[[], object]) -> None:
        """After such a run one clean run, and what follows it, comes to what it comes to alone."""
        before = keep(self.stage.forge)
        with contextlib.suppress(ForgeRefused):
            run()
        after = keep(self.stage.forge)
        mended = self.settled()
        back(self.stage.forge, before)
        assert self.settled() == mended
        back(self.stage.forge, after)

    def settled(self) -> dict[str, Any]:
        """What there is once a run has nothing to do, and that it is all lawful."""
        self.stage.settle()
        assert self.watched.wrong == []
        for which in people.PULLS:
            if people.is_open(self.stage, which):
                self.lawful(people.number_of(self.stage, which) or 0)
        return seen(self.stage)

    def lawful(self, number: int) -> None:
        one, pull = self.stage.pull(number)
        law = people.law_of(self.stage, one, pull)
        assert law.waits_on != "nobody"
        assert {each for each in one.labels if each != "mine"} == law.labels
        checks = [each for each in self.stage.repo.checks if each.sha == pull.head]
        assert checks[-1].conclusion == law.conclusion
        assert len(self.stage.ours(one)) == 1
        assert one.by.login not in {each.login for each in (*pull.requested, *one.assignees)}

    def teardown(self) -> None:
        self.settled()


@pytest.fixture
def machine(tmp_path: Path) -> Any:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        stage = Stage(forge)
        start, watched = keep(forge), Watched(stage, forge.entry)

        class Here(Pulls):
            def __init__(self) -> None:
                super().__init__()
                back(forge, start)
                self.stage, self.watched = stage, watched

        yield Here


def test_people_and_runs_in_any_order_come_to_one_state(machine: Any) -> None:
    run_state_machine_as_test(
        machine, settings=settings(max_examples=3, stateful_step_count=8, deadline=None)
    )


@pytest.mark.prove
def test_many_people_and_runs_in_any_order_come_to_one_state(machine: Any) -> None:
    run_state_machine_as_test(
        machine, settings=settings(max_examples=60, stateful_step_count=20, deadline=None)
    )
