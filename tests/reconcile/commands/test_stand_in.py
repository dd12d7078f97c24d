"""Commands over real git and the stand-in for GitHub: said by people, carried out in one run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hero.reconcile.passes import passes
from hero.registry.registry import Registry
from hero.technology.git import Revision
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.commands.square import EXPLORING, PIPELINE, RECORDED, SLUG
from tests.reconcile.land import NAME, Land
from tests.reconcile.town import IDEA, NOW, PATH
from tests.technology.test_git import git

PROCESS = {"playbooks/process/pipeline.yml": PIPELINE.read_text(encoding="utf-8")}
JOB = dict.fromkeys(("contents", "pull_requests", "issues", "checks", "actions"), "write")


class Talked(Land):
    """The land with an idea on record, whose issue reconcile opens, and people who comment."""

    def carry_on(self) -> list[str]:
        """Run until there is nothing left to do; the kinds of what was done, in order."""
        done: list[str] = []
        for _ in range(6):
            run = passes(self.planned, self.connected(), 60)
            assert {each.fate for each in run.outcomes} <= {"done"}, run.outcomes
            if not run.outcomes:
                return done
            done += [type(each.action).__name__ for each in run.outcomes]
        raise AssertionError(done)

    def record(self, text: str) -> None:
        """Put the idea on record, and let its issue be opened."""
        network = "playbooks/technology/network.yml"
        more = f"{self.files()[network]}audit_from: 2026-10-01\n"
        self.change(PROCESS | {PATH: text, network: more})
        self.carry_on()

    def comment(self, login: str, words: str, number: int) -> int:
        """Say something; the comment's number."""
        path = f"/repos/{NAME}/issues/{number}/comments"
        return int(self.say(login, "POST", path, {"body": words})["id"])

    def said(self, number: int) -> list[str]:
        """Our answers there."""
        found = self.say("example-ada", "GET", f"/repos/{NAME}/issues/{number}/comments")
        return [each["body"] for each in found if "hero: answer" in each["body"]]

    def issue(self) -> int:
        """The number of the idea's issue."""
        found = self.say("example-ada", "GET", f"/repos/{NAME}/issues?labels=idea")
        return int(next(each["number"] for each in found if "pull_request" not in each))

    @property
    def registry(self) -> Registry:
        """The registry of the default branch as it is now."""
        here = self.folder / "default"
        git(here, "fetch", "-q")
        return Registry.read(Revision(here, "origin/main"))


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        yield forge


def test_a_comment_moves_an_idea_and_a_strangers_does_not(forge: Forge, tmp_path: Path) -> None:
    land = Talked(forge, tmp_path, JOB)
    land.record(RECORDED)
    issue = land.issue()
    land.comment("example-sock", "/decline Mine is better.", issue)
    land.comment("example-grace", "> /decline No.\n\n/advance Two teams will try it.", issue)
    done = land.carry_on()
    assert done.count("Merge") == 1
    assert done.index("Answer") < done.index("Propose") < done.index("Merge")
    assert done[: done.index("Merge")].count("Answer") == 2
    idea = land.registry.ideas[SLUG]
    assert (idea.stage, idea.decisions[0].by) == ("exploring", "example-grace")
    assert idea.decisions[0].because == "Two teams will try it."
    refused, moved = land.said(issue)
    assert "not on the roster" in refused
    assert "merged now" in moved
    assert "heads/hero/move" not in git(tmp_path / "default", "ls-remote", "origin")
    before = len(forge.writes())
    assert land.carry_on() == []
    assert len(forge.writes()) == before


@pytest.mark.prove
def test_an_offer_is_approved_and_a_second_one_is_put_on_top_of_it(
    forge: Forge, tmp_path: Path
) -> None:
    land = Talked(forge, tmp_path)
    land.record(EXPLORING)
    issue = land.issue()
    land.comment("example-sock", "/build", issue)
    land.comment("example-ada", "/sponsor", issue)
    land.carry_on()
    found = land.say("example-ada", "GET", f"/repos/{NAME}/pulls")
    assert len(found) == 2
    for each in found:
        body = {"event": "APPROVE", "body": "They know it."}
        land.say("example-linus", "POST", f"/repos/{NAME}/pulls/{each['number']}/reviews", body)
    land.carry_on()
    idea = land.registry.ideas[SLUG]
    assert (idea.builder, idea.sponsor) == ("example-sock", "example-ada")
    assert land.say("example-ada", "GET", f"/repos/{NAME}/pulls") == []


@pytest.mark.prove
def test_an_edited_comment_is_no_command_any_more(forge: Forge, tmp_path: Path) -> None:
    land = Talked(forge, tmp_path)
    land.record(RECORDED)
    issue = land.issue()
    comment = land.comment("example-grace", "I wonder.", issue)
    forge.world.clock.advance(minutes=1)
    path = f"/repos/{NAME}/issues/comments/{comment}"
    land.say("example-grace", "PATCH", path, {"body": "/decline No."})
    land.carry_on()
    assert land.said(issue) == []


def test_an_idea_from_a_fork_is_turned_down_at_the_door(forge: Forge, tmp_path: Path) -> None:
    land = Talked(forge, tmp_path)
    land.change(PROCESS)
    land.open(IDEA)
    land.carry_on()
    land.comment("example-grace", "/decline The rig is sold in May.", 1)
    land.carry_on()
    idea = land.registry.ideas[SLUG]
    assert (idea.stage, idea.decisions[0].because) == ("declined", "The rig is sold in May.")
    assert land.pull["state"] == "closed"
    assert land.pull["merged"] is False
    (answer,) = land.said(1)
    assert "Thank you, example-ada" in answer
    log = git(tmp_path / "default", "log", "-3", "--format=%B", "origin/main")
    assert "Co-authored-by: example-ada" in log
