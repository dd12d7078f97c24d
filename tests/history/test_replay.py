"""On the example's history, files, git and figures agree."""

import datetime as dt
import json
from pathlib import Path
from statistics import median_low

import pytest

from hero.cli import run
from hero.process.timeline import timeline, timelines
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from hero.technology.history import history
from tests.history.replay import SHIPPED, replay
from tests.history.repo import git


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replay") / "registry"
    replay(folder)
    return folder


def test_the_files_are_the_shipped_ones(root: Path) -> None:
    for path in (SHIPPED / "ideas").glob("*/*.yml"):
        assert (root / path.relative_to(SHIPPED)).read_bytes() == path.read_bytes()


def test_everything_fits(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = min(each.date for each in timelines(Registry.read(Folder(root))) if each.date)
    assert run(["audit", "--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Everything fits, from {first - dt.timedelta(days=7)} on.")


def test_the_decisions_of_the_timeline_are_those_that_git_has_seen(root: Path) -> None:
    registry = Registry.read(Folder(root))
    facts = history(root, facts=True).facts
    assert set(facts) == set(registry.ideas)
    decisions = 0
    for slug, known in facts.items():
        told = [each for each in timeline(registry, slug) if each.kind == "decided"]
        decisions += len(told)
        assert [
            (str(each.date), made.from_, made.to, made.by)
            for each in told
            if (made := each.decision)
        ] == [row[:4] for row in known.added]
        # Each came on its day, and by the hand that it names.
        for each, row in zip(told, known.added, strict=True):
            day = dt.datetime.fromtimestamp(row[5], dt.UTC).date()
            assert (day, row[6]) == (each.date, each.who)
        assert known.revisions == 0
        assert tuple(known.writers) == registry.ideas[slug].proposers[:1]
    assert decisions == sum(len(idea.decisions) for idea in registry.ideas.values()) > 30


def test_an_idea_arrives_on_the_day_of_its_proposal(root: Path) -> None:
    registry = Registry.read(Folder(root))
    for slug, idea in registry.ideas.items():
        words = ("log", "--first-parent", "--format=%cs", "--reverse", "--", registry.paths[slug])
        assert git(root, *words).split("\n")[0] == str(idea.proposed_on)


def test_one_idea_tells_who_brought_its_decisions(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "quarantine-flaky-tests", "--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert "written by example-mei, committed on 2025-03-13" in said
    assert "Its text has not been revised. Written by example-ada." in said


def test_a_change_behind_its_back_is_told(tmp_path: Path) -> None:
    root = tmp_path / "registry"
    replay(root)
    path = root / "ideas/2025/quarantine-flaky-tests.yml"
    path.write_bytes(path.read_bytes().replace(b"22.7", b"20.0", 1))
    people = ["-c", "user.name=X", "-c", "user.email=x@example.org"]
    git(root, *people, "commit", "-qam", "Polish")
    (found,) = history(root).remarks
    assert (found.kind, found.who) == ("reason-rewritten", ("X",))
    assert found.commit == git(root, "rev-parse", "HEAD")


def test_the_same_history_every_time(root: Path, tmp_path: Path) -> None:
    assert replay(tmp_path / "again")[-1] == git(root, "rev-parse", "HEAD")


def test_the_figures_are_those_that_git_would_give(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Times from the first commit of an idea to the one that brought its first final stage."""
    registry = Registry.read(Folder(root))
    final = {stage.id for stage in registry.pipeline.stages if stage.kind == "final"}
    days = []
    for slug, known in history(root, facts=True).facts.items():
        words = ("log", "--first-parent", "--format=%ct", "--reverse", "--", registry.paths[slug])
        came = int(git(root, *words).split("\n")[0])
        ends = [row[5] for row in known.added if row[2] in final]
        # A duplicate is counted with the idea that it repeats.
        counted = ends and registry.ideas[slug].stage != "duplicate"
        days += [round((ends[0] - came) / 86400)] if counted else []
    assert run(["metrics", "--root", str(root), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["commit"] == git(root, "rev-parse", "HEAD")
    cycle = next(each for each in said["figures"]["cycle-time"] if not each["of"])
    assert (cycle["n"], cycle["median"]) == (len(days), median_low(days))
