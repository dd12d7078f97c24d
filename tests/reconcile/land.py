"""A registry on the stand-in for GitHub, its people, and a fork of Ada's: real git, real HTTP."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import requests

from hero.reconcile.apply import Outcome, apply
from hero.reconcile.observe import observe
from hero.reconcile.plan import Plan, plan
from hero.registry.registry import Registry
from hero.technology.git import Revision
from hero.technology.github.budget import Budget
from hero.technology.github.connect import RIGHTS, connect
from hero.technology.github.forge import GitHub
from tests.forge.forge import Forge
from tests.reconcile.town import IDEA, PATH, TODAY
from tests.rules.layers import SHARED
from tests.technology.test_git import git

NAME = "octo/ideas"
ROLES = {"example-grace": "write", "example-linus": "write", "example-mei": "read"}
ROSTER = "playbooks/advocates/roster.yml"
BROKEN = IDEA.replace("reliability", "reliabilty") + "challenge: quiet-night\n"
#: What a merge starts is started by its name, so there have to be such workflows.
WORKFLOWS = {
    f".github/workflows/{name}.yml": "on: [workflow_dispatch]\n"
    for name in ("publish", "reconcile")
}


class Land:
    """The stand-in with a registry in it, and who reconciles: an App of ours, or a job."""

    def __init__(self, forge: Forge, folder: Path, job: Mapping[str, str] | None = None) -> None:
        self.forge, self.folder = forge, folder
        for login in (*ROLES, "example-ada", "example-sock"):
            forge.user(login)
        self.repo = forge.repository(NAME, self.files() | WORKFLOWS, **ROLES)
        self.token = forge.app("hero-app", RIGHTS)[1] if job is None else forge.job(job)
        self.say("example-ada", "POST", f"/repos/{NAME}/forks", {})
        self.fork = folder / "fork"
        host = forge.url.replace("http://", "http://x:token-example-ada@")
        git(folder, "clone", "-q", f"{host}/example-ada/ideas.git", "fork")
        git(self.fork, "switch", "-qc", "rig")

    def files(self) -> dict[str, str]:
        """The small registry, its roster with the stand-in's account numbers."""
        texts = {p: p.read_text(encoding="utf-8") for p in SHARED.rglob("*.yml")}
        found = {str(path.relative_to(SHARED)): text for path, text in texts.items()}
        network = found["playbooks/technology/network.yml"].splitlines()
        named = [f"repository: {NAME}" if "repository" in line else line for line in network]
        found["playbooks/technology/network.yml"] = "\n".join(named) + "\n"
        return found | {ROSTER: numbered(self.forge, found[ROSTER])}

    def say(self, login: str, method: str, path: str, body: Any = None) -> Any:
        """Ask the API as somebody."""
        head = {"Authorization": f"token token-{login}"}
        done = requests.request(
            method, f"{self.forge.url}{path}", json=body, headers=head, timeout=30
        )
        assert done.ok, done.text
        return done.json() if done.content else None

    def open(self, text: str = BROKEN) -> None:
        """Push a first commit of Ada's and open her pull."""
        self.push(text)
        asked = {"title": "Share the rig @org/all", "head": "example-ada:rig", "base": "main"}
        self.say("example-ada", "POST", f"/repos/{NAME}/pulls", asked)

    def push(self, text: str, message: str = "Propose", *words: str) -> str:
        """Push a commit to Ada's fork; `words` are more for git's commit. Returns the commit."""
        (self.fork / PATH).write_text(text, encoding="utf-8")
        git(self.fork, "add", ".")
        git(self.fork, "commit", "-qm", message, *words)
        git(self.fork, "push", "-qf", "origin", "rig")
        return git(self.fork, "rev-parse", "HEAD")

    def change(self, files: Mapping[str, str | None]) -> None:
        """Change the default branch, as somebody's merge would."""
        self.forge.commit(self.repo, files, "Go first", self.forge.world.account("example-mei"))

    def review(self, login: str, event: str = "APPROVE", commit: str | None = None) -> None:
        """Review the pull at its head, or on an older commit."""
        body = {"event": event, "body": "See above."} | ({"commit_id": commit} if commit else {})
        self.say(login, "POST", f"/repos/{NAME}/pulls/1/reviews", body)

    def pass_on(self, login: str) -> None:
        """Take oneself off the list of those asked for a review."""
        body = {"reviewers": [login]}
        self.say(login, "DELETE", f"/repos/{NAME}/pulls/1/requested_reviewers", body)

    def state(self, state: str) -> None:
        """Close the pull, or open it again."""
        self.say("example-ada", "PATCH", f"/repos/{NAME}/pulls/1", {"state": state})

    def connected(self) -> GitHub:
        """The forge as a run has it."""
        return connect(self.token, NAME, self.forge.url, budget=Budget(gap=0))

    def planned(self) -> Plan:
        """What a run would do: the registry is that of the default branch."""
        here = self.folder / "default"
        if not here.exists():
            git(self.folder, "clone", "-q", f"{self.forge.url}/{NAME}.git", "default")
        git(here, "fetch", "-q")
        base = Registry.read(Revision(here, "origin/main"))
        return plan(base, observe(self.connected(), base, TODAY), TODAY)

    def run(self) -> list[Outcome]:
        """Reconcile once, as a workflow would."""
        return apply(self.planned().actions, self.connected(), 40)

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
        """The pull as GitHub tells it."""
        return self.say("example-ada", "GET", f"/repos/{NAME}/pulls/1")

    @property
    def asked(self) -> list[str]:
        """Who is asked for a review now."""
        return sorted(each["login"] for each in self.pull["requested_reviewers"])

    @property
    def comments(self) -> list[str]:
        """What is written under the pull."""
        found = self.say("example-ada", "GET", f"/repos/{NAME}/issues/1/comments")
        return [each["body"] for each in found]

    @property
    def check(self) -> Any:
        """The last check run on the head of the pull, with its annotations."""
        where = f"/repos/{NAME}/commits/{self.pull['head']['sha']}/check-runs"
        run = max(
            self.say("example-ada", "GET", where)["check_runs"], key=lambda each: int(each["id"])
        )
        notes = f"/repos/{NAME}/check-runs/{run['id']}/annotations"
        return {**run, "annotations": self.say("example-ada", "GET", notes)}


def numbered(forge: Forge, roster: str) -> str:
    """A roster with the stand-in's numbers for its people's accounts."""

    def number(row: re.Match[str]) -> str:
        who = forge.world.find(row[2])
        return f"{row[1]}{who.id if who else 0}"

    return re.sub(r"(login: ([\w-]+)\n +id: )\d+", number, roster)
