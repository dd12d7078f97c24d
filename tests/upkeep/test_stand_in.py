"""Upkeep over real HTTP and real git: facts come in, reminders go out, a second run is silent."""

import datetime as dt
from pathlib import Path

import pytest

from hero.process.change import UPKEEP_BRANCH
from hero.reconcile.apply import Outcome, apply
from hero.reconcile.observe import observe
from hero.reconcile.plan import plan
from hero.registry.registry import Registry
from hero.technology.git import Revision
from hero.technology.github.budget import Budget
from hero.technology.github.connect import connect
from hero.technology.witnessed import witness
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.github.conftest import descriptions
from tests.reconcile.land import NAME, Land
from tests.reconcile.town import IDEA, NOW, PATH, TODAY
from tests.technology.test_git import git

__all__ = ["descriptions"]

JOB = dict.fromkeys(("contents", "pull_requests", "issues", "checks", "actions"), "write")


class Swept(Land):
    """A land that is swept by a clone with all of history."""

    today = TODAY

    def files(self) -> dict[str, str]:
        """The small registry, from whose beginning on ideas have an issue."""
        found = super().files()
        page = "playbooks/technology/network.yml"
        return found | {page: f"{found[page]}audit_from: 2026-01-01\n"}

    def run(self) -> list[Outcome]:
        """One run of the schedule."""
        here = self.folder / "default"
        if not here.exists():
            git(self.folder, "clone", "-q", f"{self.forge.url}/{NAME}.git", "default")
        git(here, "fetch", "-q")
        git(here, "checkout", "-q", "--detach", "origin/main")
        base = Registry.read(Revision(here, "HEAD"))
        forge = connect(self.token, NAME, self.forge.url, budget=Budget(gap=0))
        seen = observe(forge, base, self.today, None, witness(here, base, self.today))
        return apply(plan(base, seen, self.today).actions, forge, 40)

    def until_still(self) -> list[str]:
        """Sweep until there is nothing to do."""
        kinds: list[str] = []
        for _ in range(8):
            done = self.run()
            assert {each.fate for each in done} <= {"done"}, done
            if not done:
                return kinds
            kinds += [type(each.action).__name__ for each in done]
        raise AssertionError(kinds)

    def file(self) -> str:
        return self.repo.store.text("show", f"main:{PATH}")


@pytest.mark.parametrize(
    "job", [None, pytest.param(JOB, marks=pytest.mark.prove)], ids=["app", "job"]
)
def test_an_idea_gets_its_facts(tmp_path: Path, descriptions: None, job: dict[str, str]) -> None:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        land = Swept(forge, tmp_path, job)
        land.open(IDEA)
        land.run()
        land.review("example-linus")
        done = land.until_still()
        # The idea; before it what an older one lacked, and then what this one lacks.
        assert done.count("Merge") == 3
        assert "proposed_on: 2026-11-20\nstage: proposed\nadvocates: [example-" in land.file()
        assert f"refs/heads/{UPKEEP_BRANCH}" not in land.repo.store.text("show-ref")
        ours = (each for each in land.repo.issues.values() if each.pull is None)
        [issue] = [each for each in ours if "share-the-rig" in str(each.body)]
        land.today += dt.timedelta(21)
        assert "Reply" in land.until_still()
        [told] = [each.body for each in issue.comments if "hero: notice reminder" in each.body]
        assert "First decision: was due on 4 December 2026" in told
        assert forge.differences() == []
