"""Two runs at once over commands and upkeep: nothing that people decided is lost, or done twice."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.observe import observe
from hero.reconcile.passes import passes
from hero.reconcile.plan import Plan, plan
from hero.registry.registry import Registry
from hero.technology.git import Revision
from hero.technology.github.connect import connect
from hero.technology.github.forge import GitHub
from hero.technology.witnessed import witness
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.commands.square import EXPLORING, RECORDED, SLUG
from tests.reconcile.commands.test_stand_in import Talked
from tests.reconcile.land import NAME
from tests.reconcile.machine_moments import Moment, back, keep
from tests.reconcile.machine_world import Spending, spending
from tests.reconcile.town import NOW, TODAY
from tests.technology.test_git import git


class Crossed(Talked):
    """A land on which a second run may begin and end before any request of the first."""

    def once(self, budget: Spending | None = None) -> None:
        """A run of the schedule: commands and upkeep, as its workflow has them."""
        here = self.folder / "default"
        git(here, "fetch", "-q", "--prune")
        git(here, "checkout", "-q", "--detach", "origin/main")
        github = connect(self.token, NAME, self.forge.url, budget=budget or spending())
        passes(lambda: self._plan(github), github, 60)

    def _plan(self, github: GitHub) -> Plan:
        here = self.folder / "default"
        base = Registry.read(Revision(here, "HEAD"))
        seen = observe(github, base, TODAY, None, witness(here, base, TODAY))
        return plan(base, seen, TODAY)

    def crossed(self, at: int) -> bool:
        """A run into which another falls before its request of this number; was there such?"""
        met = []

        def before(number: int) -> None:
            if number == at:
                met.append(number)
                self.once()

        budget = spending()
        budget.before = before
        with contextlib.suppress(ForgeRefused):
            self.once(budget)
        return bool(met)

    def settle_down(self) -> dict[str, object]:
        """What it comes to once nothing is left to do."""
        for _ in range(8):
            before = len(self.forge.writes())
            self.once()
            if len(self.forge.writes()) == before:
                return self.came_to()
        raise AssertionError("no rest")

    def came_to(self) -> dict[str, object]:
        """The record, and what was said, without the numbers that chance gives."""
        idea = self.registry.ideas[SLUG]
        # The world is another after each going back.
        repo = self.forge.world.named(NAME)
        assert repo is not None
        issues = [each for each in repo.issues.values() if each.pull is None]
        said = [each.body for one in issues for each in one.comments if each.by.kind == "Bot"]
        return {
            "moves": [(made.to, made.by, made.because) for made in idea.decisions],
            "agreed": [sorted(made.approved_by) for made in idea.decisions],
            "people": (idea.builder, idea.sponsor, idea.advocates),
            "issues": len(issues),
            "answers": sum("hero: answer" in body for body in said),
            "said": len(said),
            "open": len([each for each in repo.pulls() if each.state == "open"]),
        }


@pytest.fixture
def land(tmp_path: Path) -> Iterator[Crossed]:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        yield Crossed(forge, tmp_path)


def moves_on(land: Crossed) -> None:
    """One command that is enough by itself."""
    land.record(RECORDED)
    land.settle_down()
    land.comment("example-grace", "/advance Two teams will try it.", land.issue())


def offers(land: Crossed) -> None:
    """Two people at once, of whom one is an advocate, and a refusal."""
    land.record(EXPLORING)
    land.settle_down()
    land.comment("example-linus", "/sponsor", land.issue())
    land.comment("example-grace", "/park 3 months The rig moves.", land.issue())
    land.comment("example-sock", "/decline No.", land.issue())


def play(land: Crossed, ats: Iterable[int]) -> None:
    """Cross two runs at each of these requests, from the same moment each time."""
    start: Moment = keep(land.forge)
    clean = land.settle_down()
    for at in ats:
        back(land.forge, start)
        if not land.crossed(at):
            return
        assert land.settle_down() == clean, f"crossed before request {at}"


def test_two_runs_at_once_do_what_one_would(land: Crossed) -> None:
    moves_on(land)
    play(land, (12, 30))


@pytest.mark.prove
@pytest.mark.parametrize("deed", [moves_on, offers])
def test_two_runs_at_once_do_what_one_would_wherever_they_cross(
    land: Crossed, deed: Callable[[Crossed], None]
) -> None:
    deed(land)
    play(land, range(1, 200, 3))
