"""One repository in two worlds: in memory, and on GitHub's stand-in behind the adapter.

ada writes and proposes, grace reads, tim is of the organisation alone, eve is a stranger.
"""

import datetime as dt
import hashlib
import io
import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from hero.reconcile.forge import Forge as Port
from hero.reconcile.seen import Account, ChangedFile, Comment, IssueSeen, Place, PullSeen
from hero.technology.github.budget import Budget, Clock
from hero.technology.github.connect import connect
from hero.technology.github.forge import GitHub
from tests.forge.forge import Forge
from tests.github.memory import Memory, name_of

SCOPES = ("actions", "checks", "contents", "issues", "pull_requests", "statuses")
PERMISSIONS = dict.fromkeys(SCOPES, "write")
REPOSITORY = "octo/ideas"
WORKFLOW = ".github/workflows/publish.yml"
DISPATCHED = "on:\n  workflow_dispatch:\njobs:\n  a:\n    runs-on: x\n    steps: []\n"


class World(Protocol):
    """What a test does beside the port, in the name of people."""

    @property
    def port(self) -> Port:
        """The forge in the name of the app `hero`."""

    @property
    def plain(self) -> Port:
        """The forge with a token of ada's own, which writes statuses in place of checks."""

    def pull(self, files: Mapping[str, str]) -> int:
        """Open a pull of ada's that adds these files; its number."""

    def say(self, pull: int, body: str) -> int:
        """Let eve write a comment; its id."""

    def issue(self, title: str, body: str, labels: list[str]) -> int:
        """Let eve open an issue, which octo labels; its number."""

    def without_issues(self) -> None:
        """Switch issues off."""

    def dispatched(self) -> int:
        """How often a workflow was started."""


class Held:
    """The repository in memory."""

    def __init__(self) -> None:
        self.ids = itertools.count(1)
        me = Account("hero[bot]", 9, bot=True)
        self.memory = Memory(
            Place(REPOSITORY, "main", "b" * 40, me, app="hero"),
            collaborators=frozenset({"octo", "ada", "grace"}),
            assignees=frozenset({"octo", "ada", "grace", "tim"}),
        )

    @property
    def port(self) -> Port:
        """The memory itself."""
        return self.memory

    @property
    def plain(self) -> Port:
        """The memory, from now on without an app."""
        here = replace(self.memory.place_seen, app=None, me=Account("ada", 1))
        self.memory.place_seen = here
        return self.memory

    def pull(self, files: Mapping[str, str]) -> int:
        """Open a pull."""
        number = self.memory.next_number()
        head = hashlib.sha1(b"%d" % number, usedforsecurity=False).hexdigest()
        data = {path: text.encode() for path, text in files.items()}
        self.memory.blobs |= {name_of(each): each for each in data.values()}
        changed = [
            ChangedFile(path, "added", name_of(each), "100644") for path, each in data.items()
        ]
        self.memory.pulls_seen[number] = PullSeen(
            number,
            f"Pull {number}",
            Account("ada", 1),
            head,
            f"topic-{number}",
            REPOSITORY,
            "main",
            dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
            files=tuple(sorted(changed, key=lambda each: each.path)),
            authors=(Account("ada", 1),),
        )
        return number

    def say(self, pull: int, body: str) -> int:
        """Write a comment as eve."""
        made = Comment(next(self.ids) + 500, Account("eve", 4), body, self.memory.now)
        self.memory.add_comment(pull, made)
        return made.id

    def issue(self, title: str, body: str, labels: list[str]) -> int:
        """Open an issue as eve."""
        number = self.memory.next_number()
        made = IssueSeen(number, title, body, Account("eve", 4), self.memory.now)
        self.memory.issues_seen[number] = replace(made, labels=frozenset(labels))
        return number

    def without_issues(self) -> None:
        """Switch issues off."""
        self.memory.place_seen = replace(self.memory.place_seen, issues=False)

    def dispatched(self) -> int:
        """Count."""
        return sum(words[0] == "dispatch" for words in self.memory.written)


class Stood:
    """The repository on the stand-in."""

    def __init__(self, forge: Forge) -> None:
        self.forge, self.ids = forge, itertools.count(1)
        files = {"ideas/a.yml": "a: 1\n", WORKFLOW: DISPATCHED}
        self.repo = forge.repository(REPOSITORY, files, ada="write", grace="read", tim="member")
        forge.user("eve")
        _, self.token = forge.app("hero", PERMISSIONS)
        self.slept: list[float] = []
        self.record = io.StringIO()
        self.github = self.connected()

    def connected(self, **bounds: float) -> GitHub:
        """The adapter, which lets no time pass."""
        held = {"gap": 0, "writes": 10_000, "waiting": 100_000, "requests": 10_000, **bounds}
        budget = Budget(clock=Clock(sleep=self.slept.append), **held)  # type: ignore[arg-type]
        return connect(self.token, REPOSITORY, self.forge.url, budget=budget, record=self.record)

    @property
    def port(self) -> Port:
        """The adapter."""
        return self.github

    @property
    def plain(self) -> Port:
        """The adapter with ada's token."""
        return connect("token-ada", REPOSITORY, self.forge.url, budget=Budget(gap=0))

    def pull(self, files: Mapping[str, str]) -> int:
        """Open a pull."""
        name = f"topic-{next(self.ids)}"
        self.branch(name, files)
        asked = {"title": f"Pull {name[6:]}", "head": name, "base": "main"}
        made: int = self.forge.ask("ada", "POST", f"/repos/{REPOSITORY}/pulls", asked)["number"]
        return made

    def branch(self, name: str, files: Mapping[str, str], mode: str = "100644") -> str:
        """Make a branch of one commit by ada; the commit."""
        root = f"/repos/{REPOSITORY}/git"
        tip = self.repo.store.ref("refs/heads/main")
        rows = [
            {"path": path, "mode": mode, "type": "blob", "content": text}
            for path, text in files.items()
        ]
        tree = self.forge.ask("ada", "POST", f"{root}/trees", {"base_tree": tip, "tree": rows})
        asked = {"message": "Change", "tree": tree["sha"], "parents": [tip]}
        made: str = self.forge.ask("ada", "POST", f"{root}/commits", asked)["sha"]
        there = {"ref": f"refs/heads/{name}", "sha": made}
        self.forge.ask("ada", "POST", f"{root}/refs", there)
        return made

    def say(self, pull: int, body: str) -> int:
        """Write a comment as eve."""
        where = f"/repos/{REPOSITORY}/issues/{pull}/comments"
        made: int = self.forge.ask("eve", "POST", where, {"body": body})["id"]
        return made

    def issue(self, title: str, body: str, labels: list[str]) -> int:
        """Open an issue as eve, and label it as octo."""
        where = f"/repos/{REPOSITORY}/issues"
        made: int = self.forge.ask("eve", "POST", where, {"title": title, "body": body})["number"]
        self.forge.ask("octo", "POST", f"{where}/{made}/labels", {"labels": labels})
        return made

    def without_issues(self) -> None:
        """Switch issues off."""
        self.repo.settings.issues = False

    def dispatched(self) -> int:
        """Count."""
        return sum(run.event == "workflow_dispatch" for run in self.repo.runs)
