"""Whatever people say in whatever order, and whatever fails: it ends, and nothing is done twice."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from hero.reconcile.apply import apply
from hero.reconcile.forge import ForgeRefused
from hero.registry.diagnostic import Severity
from hero.rules import check
from tests.reconcile.commands.square import EVIDENCE, EXPLORING, ISSUE, Square

PEOPLE = ("example-grace", "example-linus", "example-mei", "example-ada", "example-bob")
WORDS = (
    "/advance Go on with it.", "/advance piloting I agree with that.", "/build", "/sponsor",
    "/park 2w Later on.", "/decline It is sold.", "/withdraw", "/pass", "/claim", "/help",
    "/assign @example-mei", "/evaluate value=4 effort=2 confidence=3", "/snooze 2w", "/advnace",
    "/duplicate-of quarantine-flaky-tests", "/build\n/sponsor\n/advance It is time.", "> /decline",
    "/advance exploring Back to it.", "/park until 2027-03-01 It rains.\n/pass",
    "/park 2w Later on.\n\nReopen when: It rains.", "/decline It is sold.\nReopen when: It is not.",
)  # fmt: skip


class Day:
    """One chance course of events."""

    def __init__(self, root: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.square = Square(root, EXPLORING + EVIDENCE)
        self.said: list[int] = []
        self.square.forge.refuse = self._maybe
        self.failing = 0.0

    def _maybe(self, words: tuple[str, ...]) -> None:
        if self.chance.random() < self.failing:
            raise ForgeRefused("broken", "No answer.")

    def step(self) -> None:
        """Something happens."""
        square, chance = self.square, self.chance
        kind = chance.choice(["say", "say", "say", "review", "run", "twice", "close", "edit"])
        waiting = [number for number, state in square.opened.items() if state == "open"]
        if kind == "say":
            thread = chance.choice([ISSUE, *waiting])
            self.said.append(square.say(chance.choice(PEOPLE), chance.choice(WORDS), thread))
        elif kind == "review" and waiting:
            square.review(chance.choice(PEOPLE), number=chance.choice(waiting))
        elif kind == "close" and waiting:
            square.set(chance.choice(waiting), state="closed")
        elif kind == "edit":
            theirs = {each.id for each in square.forge.issues_seen[ISSUE].comments} & set(self.said)
            if theirs:
                square.reword(chance.choice(sorted(theirs)), "Something else.")
        elif kind == "twice":
            plans = [square.planned(), square.planned()]
            for each in plans:
                apply(each.actions, square.forge, chance.choice([3, 100]))
            square.fetch()
        else:
            square.once(chance.choice([1, 4, 100]))


def hold(day: Day) -> None:
    """What is always so."""
    forge = day.square.forge
    ours = [each.body for issue in forge.issues_seen.values() for each in issue.comments]
    ours += [each.body for pull in forge.pulls_seen.values() for each in pull.comments]
    marks = Counter(
        mark for body in ours for mark in re.findall(r"<!-- hero: answer \w+ -->", body)
    )
    assert set(marks.values()) <= {1}
    idea = day.square.idea
    made = [(each.by, each.to, each.because, each.date, each.from_) for each in idea.decisions]
    assert len(made) == len(set(made))
    for one, two in zip(idea.decisions, idea.decisions[1:], strict=False):
        assert one.to == two.from_
    found = check(day.square.registry, None)
    assert [each for each in found if each.severity is Severity.ERROR] == []


def live(root: Path, seed: int, steps: int) -> None:
    day = Day(root, seed)
    for _ in range(steps):
        day.failing = day.chance.choice([0, 0, 0.2])
        day.step()
        hold(day)
    day.failing = 0
    day.square.rest()
    hold(day)


@pytest.mark.parametrize("seed", range(6))
def test_any_talk_ends_and_nothing_is_done_twice(tmp_path: Path, seed: int) -> None:
    live(tmp_path / "registry", seed, 12)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 160))
def test_much_more_talk_ends_too(tmp_path: Path, seed: int) -> None:
    live(tmp_path / "registry", seed, 25)
