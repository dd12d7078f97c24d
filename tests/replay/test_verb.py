"""`hero replay` as people and programs use it."""

import json
from pathlib import Path

import pytest

from tests.metrics.example import ROOT, committed, hero

PIPELINE = (ROOT / "playbooks/process/pipeline.yml").read_text(encoding="utf-8")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return committed(tmp_path / "example")


def other(folder: Path, old: str = "", new: str = "") -> str:
    """The shipped pipeline with a change."""
    assert old in PIPELINE
    path = folder / "other.yml"
    path.write_text(PIPELINE.replace(old, new), encoding="utf-8")
    return str(path)


def test_under_the_shipped_pipeline_nothing_would_differ(tmp_path: Path) -> None:
    done = hero("replay", "--pipeline", other(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nothing would differ." in done.stdout
    found = json.loads(hero("replay", "--pipeline", other(tmp_path), "--format", "json").stdout)
    assert found["same"]
    assert {each["state"] for each in found["decisions"]} <= {"allowed", "unknown"}


def test_a_shorter_deadline_is_told_with_the_ideas(tmp_path: Path) -> None:
    file = other(tmp_path, "working_days: 10}", "working_days: 5}")
    done = hero("replay", "--pipeline", file)
    assert "first decision (Proposed): kept -> late" in done.stdout
    assert "Deadlines kept, proposed: first decision" in done.stdout
    found = json.loads(hero("replay", "--pipeline", file, "--format", "json").stdout)
    assert found["changed"] == []
    for each in found["deadlines"]:
        assert each["here"]["on"] > each["there"]["on"]
        assert each["here"]["idea"] in done.stdout


def test_a_way_that_is_closed_refuses_those_who_took_it(tmp_path: Path) -> None:
    file = other(tmp_path, "from: [exploring]\n    to: adopted", "from: [parked]\n    to: adopted")
    found = json.loads(hero("replay", "--pipeline", file, "--format", "json").stdout)
    took = [(each["there"]["from"], each["there"]["to"]) for each in found["changed"]]
    assert set(took) == {("exploring", "adopted")}
    text = hero("replay", "--pipeline", file).stdout
    assert "WOULD HAVE BEEN REFUSED" in text
    assert "no move leads from `exploring` to `adopted`" in text
    later = hero("replay", "--pipeline", file, "--since", "2026-01-01", "--format", "json")
    assert json.loads(later.stdout)["changed"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PIPELINE.replace("approvals", "aprovals"), "did you mean `{needs: approvals, count: 1}`?"),
        (PIPELINE.replace("to: adopted", "to: adoptd"), "the pipeline has no stage `adoptd`"),
        ("themes: []\n", "there is no field `themes`"),
        ("", "has these faults"),
        ("\x00\x1b[31m", "has these faults"),
    ],
)
def test_what_is_no_pipeline_is_refused_with_its_place(
    text: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "bad.yml"
    file.write_text(text, encoding="utf-8")
    done = hero("replay", "--pipeline", str(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "\x1b" not in done.stderr


def test_a_change_of_the_pipeline_is_held_against_where_it_began(example: Path) -> None:
    """On a branch, the registry's own pipeline is the changed one already."""
    policy = example / "playbooks/process/pipeline.yml"
    policy.write_text(PIPELINE.replace("working_days: 10}", "working_days: 5}"), encoding="utf-8")
    words = ("replay", "--pipeline", str(policy))
    alone = hero(*words, root=example)
    assert "give --base main to compare" in alone.stderr
    assert "Nothing would differ." in alone.stdout
    based = hero(*words, "--base", "HEAD", root=example)
    assert (based.returncode, based.stderr) == (0, "")
    assert "first decision (Proposed): kept -> late" in based.stdout
    nowhere = hero(*words, "--base", "nowhere", root=example)
    assert (nowhere.returncode, "no revision 'nowhere'" in nowhere.stderr) == (3, True)


def test_slips_are_told(tmp_path: Path) -> None:
    assert "Missing option '--pipeline'" in hero("replay").stderr
    missing = hero("replay", "--pipeline", str(tmp_path / "none.yml"))
    assert (missing.returncode, "does not exist" in missing.stderr) == (2, True)
