"""A newcomer's pull from a fork to the record, over real git and the stand-in for GitHub."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from hero.reconcile.apply import Outcome, apply
from hero.reconcile.observe import observe
from hero.reconcile.plan import plan
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from hero.technology.git import Revision
from hero.technology.github.budget import Budget
from hero.technology.github.connect import connect
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.town import IDEA, NOW, PATH, TODAY
from tests.rules.layers import SHARED
from tests.technology.test_git import git

NAME = "octo/ideas"
RIGHTS = {"contents": "write", "pull_requests": "write", "issues": "write", "checks": "write"}
ROLES = {"example-grace": "write", "example-linus": "write", "example-mei": "read"}
BROKEN = IDEA.replace("reliability", "reliabilty") + "challenge: quiet-night\n"


class Land:
    """The stand-in with a registry in it, a fork of Ada's, and an App of ours."""

    def __init__(self, forge: Forge, folder: Path) -> None:
        self.forge, self.folder = forge, folder
        for login in (*ROLES, "example-ada", "example-sock"):
            forge.user(login)
        forge.repository(NAME, self.files(), **ROLES)
        _, self.token = forge.app("hero-app", RIGHTS | {"metadata": "read", "statuses": "read"})
        self.say("example-ada", "POST", f"/repos/{NAME}/forks", {})
        self.fork = folder / "fork"
        host = forge.url.replace("http://", "http://x:token-example-ada@")
        git(folder, "clone", "-q", f"{host}/example-ada/ideas.git", "fork")
        git(self.fork, "switch", "-qc", "rig")

    def files(self) -> dict[str, str]:
        """The small registry, its roster with the stand-in's account numbers."""
        texts = {p: p.read_text(encoding="utf-8") for p in SHARED.rglob("*.yml")}
        found = {str(path.relative_to(SHARED)): text for path, text in texts.items()}
        roster = found["playbooks/advocates/roster.yml"]
        for number, login in ((101, "grace"), (102, "linus"), (103, "mei")):
            who = self.forge.world.find(f"example-{login}")
            roster = roster.replace(f"id: {number}", f"id: {who.id if who else 0}")
        network = found["playbooks/technology/network.yml"].splitlines()
        named = [f"repository: {NAME}" if "repository" in line else line for line in network]
        found["playbooks/technology/network.yml"] = "\n".join(named) + "\n"
        return found | {"playbooks/advocates/roster.yml": roster}

    def say(self, login: str, method: str, path: str, body: Any = None) -> Any:
        """Ask the API as somebody."""
        head = {"Authorization": f"token token-{login}"}
        done = requests.request(
            method, f"{self.forge.url}{path}", json=body, headers=head, timeout=30
        )
        assert done.ok, done.text
        return done.json() if done.content else None

    def push(self, text: str) -> None:
        """Push a commit of Ada's."""
        (self.fork / PATH).write_text(text, encoding="utf-8")
        git(self.fork, "add", ".")
        git(self.fork, "commit", "-qm", "Propose")
        git(self.fork, "push", "-q", "origin", "rig")

    def review(self, login: str, event: str = "APPROVE", commit: str | None = None) -> None:
        body = {"event": event, "body": "See above."} | ({"commit_id": commit} if commit else {})
        self.say(login, "POST", f"/repos/{NAME}/pulls/1/reviews", body)

    def run(self) -> list[Outcome]:
        """Reconcile once, as a workflow would: the registry is that of the default branch."""
        here = self.folder / "default"
        if not here.exists():
            git(self.folder, "clone", "-q", f"{self.forge.url}/{NAME}.git", "default")
        git(here, "fetch", "-q")
        base = Registry.read(Revision(here, "origin/main"))
        forge = connect(self.token, NAME, self.forge.url, budget=Budget(gap=0))
        made = plan(base, observe(forge, base, TODAY), TODAY)
        return apply(made.actions, forge, 40)

    def settle(self) -> list[str]:
        """Reconcile; a second run finds nothing to do and writes nothing."""
        done = self.run()
        assert {each.fate for each in done} <= {"done"}, done
        before = len(self.forge.writes())
        assert self.run() == []
        assert len(self.forge.writes()) == before
        return [type(each.action).__name__ for each in done]

    @property
    def pull(self) -> Any:
        return self.say("example-ada", "GET", f"/repos/{NAME}/pulls/1")

    @property
    def comments(self) -> list[str]:
        found = self.say("example-ada", "GET", f"/repos/{NAME}/issues/1/comments")
        return [each["body"] for each in found]


@pytest.fixture
def land(tmp_path: Path) -> Iterator[Land]:
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        land = Land(forge, tmp_path)
        land.push(BROKEN)
        asked = {"title": "Share the rig @org/all", "head": "example-ada:rig", "base": "main"}
        land.say("example-ada", "POST", f"/repos/{NAME}/pulls", asked)
        yield land


def test_a_newcomers_pull_is_answered_helped_and_merged(land: Land) -> None:
    assert "Say" in land.settle()
    assert "Two things to mend first" in land.comments[0]
    assert land.pull["requested_reviewers"] == []
    land.push(IDEA)
    assert "Ask" in land.settle()
    asked = [each["login"] for each in land.pull["requested_reviewers"]]
    assert len(asked) == 2
    land.review(asked[0])
    assert "Merge" in land.settle()
    assert land.pull["merged"] is True
    assert len(land.comments) == 1
    git(land.folder / "default", "pull", "-q")
    assert Registry.read(Folder(land.folder / "default")).ideas["share-the-rig"].title


def test_old_approvals_and_sock_puppets_merge_nothing(land: Land) -> None:
    land.push(IDEA)
    older = land.pull["head"]["sha"]
    land.push(IDEA.replace("hour", "day"))
    land.review("example-grace", commit=older)
    land.review("example-sock")
    land.settle()
    assert land.pull["merged"] is False
    assert "it stands on an older commit" in land.comments[0]
    assert "not on the roster" in land.comments[0]


def test_a_conflict_waits_for_the_author_and_a_closed_pull_for_nobody(land: Land) -> None:
    land.push(IDEA)
    repo = next(iter(land.forge.world.repositories.values()))
    bot = land.forge.world.find("example-grace")
    assert bot is not None
    land.forge.commit(repo, {PATH: IDEA.replace("hour", "week")}, "Go first", bot)
    land.review("example-linus")
    land.settle()
    assert land.pull["merged"] is False
    assert "conflicts with what has been merged since" in land.comments[0]
    land.say("example-ada", "PATCH", f"/repos/{NAME}/pulls/1", {"state": "closed"})
    assert land.settle() == []
