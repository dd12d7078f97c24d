"""The stand-in with a small registry in it, people who act there, and runs of reconcile upon it."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Literal

from hero.reconcile.actions import Merge
from hero.reconcile.apply import Outcome, apply
from hero.reconcile.comment import MARKER
from hero.reconcile.observe import observe
from hero.reconcile.plan import Plan, plan
from hero.registry.registry import Registry
from hero.technology.git import Revision
from hero.technology.github.budget import Budget
from hero.technology.github.budget import Clock as Patience
from hero.technology.github.connect import connect
from hero.technology.github.forge import GitHub
from tests.forge.forge import Forge
from tests.forge.issue import Comment, Issue, Pull
from tests.forge.repository import Repository
from tests.rules.layers import SHARED

NAME = "octo/ideas"
SCOPES = ("contents", "pull_requests", "issues", "checks", "actions")
ROLES = {"example-grace": "write", "example-linus": "write", "example-mei": "read"}
STARTED = (".github/workflows/publish.yml", ".github/workflows/reconcile.yml")
PUBLISH = "on:\n  workflow_dispatch:\njobs:\n  a:\n    runs-on: x\n    steps: []\n"


class Spending(Budget):
    """A budget that lets no time pass; `before`, where given, is called before each request."""

    before: Callable[[int], None] | None = None

    def spend(self, kind: str, write: bool) -> None:
        """Count a request, and let happen what is to happen before it."""
        if self.before:
            self.before(self.sent + 1)
        super().spend(kind, write)


def spending(**bounds: float) -> Spending:
    """A budget of a test; what it may wait is enough for every pause that it is asked for."""
    held = {"gap": 0, "waiting": 10_000, "writes": 1000, "requests": 5000, **bounds}
    return Spending(clock=Patience(sleep=lambda _: None), **held)  # type: ignore[arg-type]


class Stage:
    """The stand-in, a registry in it, a fork of Ada's, and a token of ours.

    `who` writes: an App, a workflow's job, or a plain account, whose check is a status.
    """

    def __init__(self, forge: Forge, who: Literal["app", "job", "plain"] = "app") -> None:
        self.forge = forge
        for login in (*ROLES, "example-ada", "example-sock"):
            forge.user(login)
        files = self._files() | dict.fromkeys(STARTED, PUBLISH)
        forge.repository(NAME, files, **ROLES, **{"hero-bot": "write"})
        rights = dict.fromkeys(SCOPES, "write") | {"metadata": "read", "statuses": "read"}
        self.token = forge.job(rights) if who == "job" else forge.app("hero-app", rights)[1]
        if who == "plain":
            self.token = forge.token("hero-bot").text
        self.me = forge.world.tokens[self.token].user.id
        forge.ask("example-ada", "POST", f"/repos/{NAME}/forks", {})
        self._bases: dict[str, Registry] = {}

    def _files(self) -> dict[str, str]:
        """The small registry, with the stand-in's account numbers and name."""
        found = {
            str(path.relative_to(SHARED)): path.read_text(encoding="utf-8")
            for path in SHARED.rglob("*.yml")
        }
        roster, network = "playbooks/advocates/roster.yml", "playbooks/technology/network.yml"
        for number, login in ((101, "grace"), (102, "linus"), (103, "mei")):
            who = self.forge.world.account(f"example-{login}")
            found[roster] = found[roster].replace(f"id: {number}", f"id: {who.id}")
        found[network] = found[network].replace("example-org/small-network", NAME)
        return found

    # What there is

    @property
    def repo(self) -> Repository:
        """The repository."""
        found = self.forge.world.named(NAME)
        assert found is not None
        return found

    @property
    def tip(self) -> str:
        """The commit of the default branch."""
        return self.repo.store.ref("refs/heads/main") or ""

    @property
    def today(self) -> dt.date:
        """The day in the stand-in."""
        return self.forge.world.now().date()

    @property
    def base(self) -> Registry:
        """The registry as the default branch has it."""
        if self.tip not in self._bases:
            self._bases[self.tip] = Registry.read(Revision(self.repo.store.path, self.tip))
        return self._bases[self.tip]

    def pull(self, number: int) -> tuple[Issue, Pull]:
        """A pull of this number."""
        one = self.repo.issues[number]
        assert one.pull is not None
        return one, one.pull

    def ours(self, one: Issue) -> list[Comment]:
        """Our comments on a pull."""
        return [each for each in one.comments if each.by.id == self.me and MARKER in each.body]

    # What people do

    def act(self, login: str, method: str, path: str, body: Any = None) -> Any:
        """Let somebody ask the API; None where GitHub does not let them."""
        try:
            return self.forge.ask(login, method, f"/repos/{NAME}{path}", body)
        except RuntimeError:
            return None

    def push(self, login: str, branch: str, files: Mapping[str, str], force: bool = False) -> None:
        """Push one commit to a branch: Ada to her fork, others here. By force: from the start."""
        where = "example-ada/ideas" if login == "example-ada" else NAME
        store = self.forge.world.named(where).store  # type: ignore[union-attr]
        old = store.ref(f"refs/heads/{branch}")
        start = old if old and not force else store.ref("refs/heads/main")
        rows = [
            {"path": path, "mode": "100644", "type": "blob", "content": text}
            for path, text in files.items()
        ]
        root = f"/repos/{where}/git"
        tree = self.forge.ask(login, "POST", f"{root}/trees", {"base_tree": start, "tree": rows})
        body = {"message": "Change", "tree": tree["sha"], "parents": [start]}
        made = self.forge.ask(login, "POST", f"{root}/commits", body)["sha"]
        if old:
            moved = {"sha": made, "force": force}
            self.forge.ask(login, "PATCH", f"{root}/refs/heads/{branch}", moved)
        else:
            named = {"ref": f"refs/heads/{branch}", "sha": made}
            self.forge.ask(login, "POST", f"{root}/refs", named)

    def open(self, login: str, branch: str, files: Mapping[str, str]) -> int:
        """Open a pull from a new branch; its number."""
        self.push(login, branch, files)
        head = f"example-ada:{branch}" if login == "example-ada" else branch
        asked = {"title": f"About {branch}", "head": head, "base": "main"}
        made: int = self.forge.ask(login, "POST", f"/repos/{NAME}/pulls", asked)["number"]
        return made

    def review(
        self, login: str, number: int, event: str = "APPROVE", commit: str | None = None
    ) -> None:
        """Review a pull, where GitHub lets this person."""
        body = {"event": event, "body": "See above."} | ({"commit_id": commit} if commit else {})
        self.act(login, "POST", f"/pulls/{number}/reviews", body)

    def land(self, files: Mapping[str, str]) -> None:
        """Somebody else's change lands on the default branch."""
        self.push("example-grace", "main", files)

    def passing(self, days: int) -> None:
        """Let days go by."""
        self.forge.world.clock.advance(days=days)

    # What reconcile does

    def github(self, budget: Budget | None = None) -> GitHub:
        """The adapter, as a run has it."""
        return connect(self.token, NAME, self.forge.url, budget=budget or spending())

    def planned(self, github: GitHub | None = None) -> Plan:
        """What a run would do now."""
        return plan(self.base, observe(github or self.github(), self.base, self.today), self.today)

    def run(self, budget: Budget | None = None, limit: int = 1000) -> list[Outcome]:
        """One run of reconcile over all open pulls, as the workflow has it."""
        github = self.github(budget)
        return apply(self.planned(github).actions, github, limit)

    def settle(self) -> None:
        """Run once, after which a further run finds nothing to do and writes nothing.

        Only what was merged can change what is true of other pulls, which the next run says.
        """
        for _ in range(len(self.repo.issues) + 1):
            done = self.run()
            if not any(isinstance(each.action, Merge) for each in done):
                break
        before = len(self.forge.writes())
        again = self.run()
        assert again == [], [each.action.words for each in again]
        assert len(self.forge.writes()) == before
