"""A sweep over many open pulls: few requests, bounded writes, and the next run goes on with it."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from hero.cli import reconcile, run
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from hero.technology.github import budget
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.forge.issue import Issue, Pull
from tests.forge.store import Store
from tests.reconcile.machine_world import NAME, Stage
from tests.reconcile.town import IDEA, NOW

#: What a sweep over 200 pulls may ask: a job's token has 1,000 requests an hour for everything.
MOST_REQUESTS = 300
MANY = 200


def proposed(store: Store, tip: str, mail: str, many: int) -> None:
    """So many branches with a new idea each, by one call of git."""
    parts = []
    for n in range(1, many + 1):
        text = IDEA.replace("Share", f"Share number {n} of").encode()
        head = (
            f"commit refs/heads/rig-{n}\ncommitter example-ada <{mail}> 1763640000 +0000\n"
            f"data 7\nPropose\nfrom {tip}\nM 100644 inline ideas/2026/rig-{n}.yml\n"
            f"data {len(text)}\n"
        )
        parts.append(head.encode() + text + b"\n")
    store.run("fast-import", "--quiet", "--force", data=b"".join(parts))


def crowd(stage: Stage, many: int) -> None:
    """So many open pulls of Ada's: asking for each over the API would take long."""
    world, repo = stage.forge.world, stage.repo
    fork, ada = world.named("example-ada/ideas"), world.account("example-ada")
    assert fork is not None
    mail = f"{ada.id}+example-ada@users.noreply.github.com"
    proposed(fork.store, stage.tip, mail, many)
    repo.store.run("fetch", "-q", str(fork.store.path), "+refs/heads/rig-*:refs/pull/*/head")
    heads = repo.store.refs("refs/pull/")
    for n in range(1, many + 1):
        head = heads[f"refs/pull/{n}/head"]
        pull = Pull(fork.id, ada, f"rig-{n}", head, "main", stage.tip, world.number())
        now = world.now()
        repo.issues[n] = Issue(world.number(), n, f"Rig {n}", "", ada, now, now, pull=pull)


class Job:
    """`hero reconcile --all --apply`, as a workflow's job runs it, and what it took."""

    def __init__(self, stage: Stage, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.stage, self.root, self.capsys = stage, root, capsys
        self.limit = Registry.read(Folder(root)).network.limits.writes_per_run

    def sweep(self) -> tuple[int, int, int, str]:
        """The exit code, how many requests and writes were made, and what was said."""
        before = len(self.stage.forge.log)
        code = run(["reconcile", "--root", str(self.root), "--all", "--apply"])
        log = self.stage.forge.log[before:]
        sent = [each for each in log if each.method != "GET" and each.path != "/graphql"]
        assert len(sent) >= sum(each.wrote for each in log)
        out = self.capsys.readouterr()
        assert code == 0, out.err
        return code, len(log), len(sent), out.out


@pytest.fixture
def job(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Job]:
    many, limit = request.param
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        stage = Stage(forge, "job")
        network = "playbooks/technology/network.yml"
        text = stage.repo.store.run("show", f"main:{network}").decode()
        stage.land({network: f"{text}limits:\n  writes_per_run: {limit}\n"})
        crowd(stage, many)
        root = tmp_path / "here"
        stage.repo.store.run("clone", "-q", str(stage.repo.store.path), str(root))
        for name, value in {
            "GITHUB_TOKEN": stage.token,
            "GITHUB_REPOSITORY": NAME,
            "GITHUB_API_URL": forge.url,
            "GITHUB_GRAPHQL_URL": f"{forge.url}/graphql",
        }.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("HERO_TOKEN", raising=False)
        monkeypatch.delenv("HERO_APP_ID", raising=False)
        monkeypatch.setattr(reconcile, "standing_day", lambda _: stage.today)
        # What upkeep of recorded ideas writes is counted where it is tried.
        monkeypatch.setattr(reconcile, "_witness", lambda *_: None)
        # GitHub's guide asks for a second between two writes; nobody waits for it here.
        monkeypatch.setattr(budget, "Budget", functools.partial(budget.Budget, gap=0))
        yield Job(stage, root, capsys)


@pytest.mark.parametrize("job", [(4, 7)], indirect=True)
def test_what_one_run_leaves_the_next_ones_do(job: Job) -> None:
    assert job.limit == 7
    runs, told = 0, ""
    while "Nothing to do." not in told:
        code, _, writes, told = job.sweep()
        assert code == 0
        assert writes <= job.limit
        assert "left: " in told or writes < job.limit or runs
        runs += 1
        assert runs < 8, told
    # Two labels are made, and each pull has a check, labels, a comment and a request.
    assert runs == -(-(2 + 4 * 4) // job.limit) + 1
    for one in job.stage.repo.pulls():
        assert len(job.stage.ours(one)) == 1
        assert len(one.labels) == 2
    assert job.sweep()[1:3] == (job.sweep()[1], 0)


@pytest.mark.parametrize("job", [(3, 3)], indirect=True)
def test_what_takes_several_writes_stays_within_the_bound_too(job: Job) -> None:
    """A label that is put on and one that is taken off are two writes of one action."""
    while job.sweep()[3] != "Nothing to do.\n":
        pass
    for one in job.stage.repo.pulls():
        names = {"labels": ["stage: adopted", "waits on: registry", "mine"]}
        job.stage.act("example-linus", "PUT", f"/issues/{one.number}/labels", names)
    told, runs = "", 0
    while told != "Nothing to do.\n" and runs < 9:
        code, _, writes, told = job.sweep()
        assert code == 0
        assert writes <= job.limit
        runs += 1
    # One label put on, two taken off: three writes a pull, and all of a run's.
    assert runs == len(job.stage.repo.pulls()) + 1
    labels = {tuple(sorted(one.labels)) for one in job.stage.repo.pulls()}
    assert labels == {("mine", "stage: proposed", "waits on: advocate")}


@pytest.mark.prove
@pytest.mark.parametrize("job", [(MANY, 40)], indirect=True)
def test_a_sweep_over_two_hundred_pulls_asks_little(job: Job) -> None:
    code, requests, writes, told = job.sweep()
    assert (code, writes) == (0, 40)
    assert requests <= MOST_REQUESTS
    assert told.count("\nleft: ") > 3 * MANY - 40
    _, again, writes, _ = job.sweep()
    assert (again <= MOST_REQUESTS, writes) == (True, 40)
