"""The shipped workflows of a registry that stands on the stand-in for GitHub, run by act."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.forge.forge import Forge
from tests.reconcile.land import numbered
from tests.workflows.acting import Repository
from tests.workflows.shipped import ROOT, jobs

NAME = "example-org/hero-network"
WHERE = f"/repos/{NAME}"
ROSTER, NETWORK = "playbooks/advocates/roster.yml", "playbooks/technology/network.yml"
REALLY = "check reconcile audience build"
SLUG = "one-rig-for-two-teams"
PATH = f"ideas/2026/{SLUG}.yml"
IDEA = """title: One rig for two teams
theme: reliability
problem: Two teams wait for one rig, and the booking sheet has been lost twice since May.
proposal: Put a calendar beside the rig, and let each team book it by the hour.
benefit: Both teams wait less; we would see it in hours waited a week.
proposers: [newcomer]
"""
BROKEN = IDEA.replace("reliability", "reliabilty") + "challenge: quiet-night\n"


class Standing(Repository):
    """This project's own registry, no example any more, with its workflows and a newcomer's fork.

    Each job gets a token that may do what its workflow declares, and is refused everything else.
    """

    def __init__(self, folder: Path, forge: Forge) -> None:
        super().__init__(folder)
        self.forge = forge
        shutil.copy(ROOT / "mkdocs.yml", self.root)
        forge.user("newcomer")
        advocates = re.findall(r"login: ([\w-]+)", (self.root / ROSTER).read_text())
        roles = dict.fromkeys(advocates, "write")
        self.repo = forge.repository(NAME, None, keeper="admin", **roles)
        self.repo.settings.pages = {}
        self._write(ROSTER, numbered(forge, (self.root / ROSTER).read_text()))
        network = (self.root / NETWORK).read_text()
        self._write(NETWORK, re.sub(r"(?m)^(example|as_of): .*\n", "", network))
        self.commit()
        self.git("push", "-qf", forge.git_url(self.repo, "keeper"), "main")
        self.settings |= {"STAND_IN_REALLY": REALLY, "STAND_IN_SITE": folder / "site"}

    def _write(self, path: str, text: str) -> None:
        (self.root / path).write_text(text)

    def offline(self) -> list[str]:
        """The test has left the network already, and act with it."""
        return []

    def propose(self, text: str) -> None:
        """Push an idea to the newcomer's fork; the first time, open a pull with it."""
        first = not self.repo.issues
        if first:
            self.forge.ask("newcomer", "POST", f"{WHERE}/forks", {})
            self.git("switch", "-qc", "rig")
        fork = self.forge.world.named("newcomer/hero-network")
        assert fork is not None
        self._write(PATH, text)
        self.commit()
        self.git("push", "-q", self.forge.git_url(fork, "newcomer"), "rig")
        if first:
            asked = {"title": "An idea $(id)", "head": "newcomer:rig", "base": "main"}
            self.forge.ask("newcomer", "POST", f"{WHERE}/pulls", asked)

    def start(
        self, job: str, event: str, payload: Mapping[str, Any], *words: str, ref: str = "main"
    ) -> tuple[dict[str, str], list[str], list[str]]:
        """Run the workflow of this job (`check.yml/check`), the token bounded by what it says."""
        (one,) = [each for each in jobs() if each.name == job]
        rights = {name.replace("-", "_"): level for name, level in one.rights.items()}
        token = self.forge.job(rights)
        host = self.forge.url.removeprefix("http://")
        self.settings["STAND_IN_ORIGIN"] = f"http://x:{token}@{host}/{NAME}.git"
        url = self.forge.url
        told = {"GITHUB_API_URL": url, "GITHUB_GRAPHQL_URL": f"{url}/graphql"}
        env = [word for key, value in told.items() for word in ("--env", f"{key}={value}")]
        secret = ("-s", f"GITHUB_TOKEN={token}")
        results, called, said = self.act(
            event, one.workflow, payload, *secret, *env, *words, default=ref
        )
        short = {name.partition("/")[2].strip(): result for name, result in results.items()}
        return short, [line.partition(" token=")[0] for line in called], said

    def happened(self, event: str) -> dict[str, Any]:
        """The payload of the last event of this name."""
        return next(each.payload for each in reversed(self.forge.events) if each.event == event)

    @property
    def pull(self) -> Any:
        """The pull as GitHub tells it."""
        return self.forge.ask("newcomer", "GET", f"{WHERE}/pulls/1")

    @property
    def comments(self) -> list[Any]:
        """What is written under the pull."""
        found: list[Any] = self.forge.ask("newcomer", "GET", f"{WHERE}/issues/1/comments")
        return found
