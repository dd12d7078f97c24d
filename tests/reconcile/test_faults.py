"""Whichever request fails, and however: one clean run later all is as if none had."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from hero.reconcile.forge import ForgeRefused
from tests.forge.clock import Clock
from tests.forge.entry import snapshot
from tests.forge.faults import KINDS
from tests.forge.forge import Forge
from tests.reconcile import machine_people as people
from tests.reconcile.machine_moments import Moment, back, keep, seen
from tests.reconcile.machine_world import Stage
from tests.reconcile.town import NOW

#: How often the request fails: once, so that trying again helps; or always, so that the run ends.
ONCE, ALWAYS = 1, 99
FLOOD = "".join(f"nonsense-{n}: true\n" for n in range(60))


def flooded(stage: Stage) -> None:
    """A pull with more faults than fit into one request."""
    login, path = people.PULLS["rig"]
    stage.push(login, "rig", {path: people.text_of(stage, "rig") + FLOOD})


def opened(stage: Stage) -> None:
    """An answered pull."""
    people.opens(stage, "rig")
    stage.settle()


def answered(stage: Stage) -> None:
    """A pull with faults that was answered."""
    people.opens(stage, "rig", bad=True)
    stage.settle()


@dataclass(frozen=True)
class Scene:
    """Who runs reconcile, what was there before, and what somebody did then."""

    who: Literal["app", "job", "plain"]
    before: Callable[[Stage], None]
    deed: Callable[[Stage], None]


SCENES = {
    "opened": Scene("app", lambda _: None, lambda stage: people.opens(stage, "rig")),
    "mended": Scene(
        "plain", answered, lambda stage: people.pushes(stage, "rig", "day", bad=False, force=False)
    ),
    "approved": Scene(
        "job", opened, lambda stage: people.reviews(stage, "rig", "example-linus", "APPROVE")
    ),
    "opposed": Scene(
        "app", opened, lambda stage: people.reviews(stage, "rig", "example-mei", "REQUEST_CHANGES")
    ),
    "flooded": Scene("app", opened, flooded),
}


class Play:
    """A scene on the stand-in, played as often as one likes from the same world."""

    def __init__(self, stage: Stage, scene: Scene) -> None:
        self.stage, self.scene = stage, scene
        scene.before(stage)
        self.start: Moment = keep(stage.forge)
        self.begin()
        before = len(stage.forge.log)
        stage.run()
        #: How many requests a run takes where nothing fails.
        self.requests = len(stage.forge.log) - before
        self.clean = self.end()

    def begin(self) -> None:
        """Go back, and let the deed be done; a stale read is from before it."""
        back(self.stage.forge, self.start)
        past = snapshot(self.stage.forge.world)
        self.scene.deed(self.stage)
        self.stage.forge.entry.past = past

    def end(self) -> dict[str, Any]:
        """What it comes to."""
        self.stage.settle()
        return seen(self.stage)

    def fail(self, kind: str, at: int, times: int) -> None:
        """Let a request fail in a run; one clean run later all is as it would be.

        How often publishing was started may differ: what is lost, the day's schedule does.
        """
        self.begin()
        self.stage.forge.faults.add(kind, skip=at - 1, times=times, seconds=0, retry_after=1)
        with contextlib.suppress(ForgeRefused):
            self.stage.run()
        self.stage.forge.faults.clear()
        for one in self.stage.repo.pulls():
            assert len(self.stage.ours(one)) <= 1 or kind == "stale"
        same = {"started": self.clean["started"]}
        assert self.end() | same == self.clean, f"{kind} at request {at} of {self.requests}"


@pytest.fixture
def play(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Play]:
    scene = SCENES[request.param]
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        yield Play(Stage(forge, scene.who), scene)


def of_scenes(*names: str) -> pytest.MarkDecorator:
    """Play the test in these scenes."""
    return pytest.mark.parametrize("play", names, indirect=True)


@of_scenes("opened", "approved")
def test_a_run_after_a_fault_puts_everything_right(play: Play) -> None:
    """A sample: each kind of fault at another request."""
    for n, at in enumerate(range(play.requests, 1, -3)):
        play.fail(KINDS[n % len(KINDS)], at, ONCE)


@pytest.mark.prove
@pytest.mark.parametrize("times", [ONCE, ALWAYS])
@pytest.mark.parametrize("kind", KINDS)
@of_scenes(*SCENES)
def test_a_run_after_any_fault_puts_everything_right(play: Play, kind: str, times: int) -> None:
    for at in range(1, play.requests + 1):
        play.fail(kind, at, times)
