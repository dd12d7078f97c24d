"""The real proposals: every row accounted for, and every idea passes the check."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hero.cli import run
from hero.registry.diagnostic import Severity
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.rules import check
from hero.technology.folder import Folder
from tests.importing.small import HERE, PIPELINE, POLICIES

pytestmark = pytest.mark.corpus

#: The rows of each corpus.
ROWS = {"eip": 584, "pep": 703}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry with policies and no ideas."""
    folder = tmp_path_factory.mktemp("corpora") / "registry"
    shutil.copytree(POLICIES, folder)
    shutil.copy(PIPELINE, folder / "playbooks" / "process")
    return folder


def imported(root: Path, corpus: Path, name: str) -> int:
    mapping, out = HERE / f"{name}.yml", root / "ideas" / name
    words = ["--mapping", str(mapping), "--out", str(out), "--format", "json"]
    return run(["import", str(corpus / f"{name}.jsonl"), *words])


@pytest.fixture(scope="module")
def registry(root: Path, corpus: Path) -> Registry:
    """Both corpora imported into one registry."""
    for name in ROWS:
        assert imported(root, corpus, name) == 0
    return Registry.read(Folder(root))


def ideas(registry: Registry, name: str) -> Iterator[Idea]:
    return (idea for slug, idea in registry.ideas.items() if slug.startswith(name))


def sources(corpus: Path, name: str) -> list[dict[str, Any]]:
    text = (corpus / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_every_idea_passes_the_check(registry: Registry) -> None:
    assert len(registry.ideas) == sum(ROWS.values())
    # Warnings are for people to weigh: `python -m tests.rules.rates` counts them.
    assert [each for each in check(registry) if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", ROWS)
def test_every_row_is_accounted_for_and_a_second_run_changes_nothing(
    registry: Registry, root: Path, corpus: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    assert imported(root, corpus, name) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["counts"] == {
        "read": ROWS[name],
        "written": 0,
        "unchanged": ROWS[name],
        "refused": 0,
    }
    assert len(said["rows"]) == ROWS[name]
    assert said["misspelt"] == []
    assert not {note["kind"] for row in said["rows"] for note in row["notes"]} & {"left", "shape"}
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


@pytest.mark.parametrize("name", ROWS)
def test_every_change_of_status_is_a_decision_or_a_note(
    registry: Registry, root: Path, corpus: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(root, corpus, name)
    rows = json.loads(capsys.readouterr().out)["rows"]
    for source, row in zip(sources(corpus, name), rows, strict=True):
        idea = registry.ideas[row["path"].rpartition("/")[2].removesuffix(".yml")]
        merged = sum(note["kind"] == "merged" for note in row["notes"])
        added = sum(note["kind"] == "status" for note in row["notes"])
        changes = source["transitions"]
        # Being recorded in the first stage of all is where every idea begins.
        begun = sum(each["from"] is None and each["to"] == "Draft" for each in changes[:1])
        begun = begun if name == "eip" else 0
        assert len(idea.decisions) - added <= len(changes) - begun
        assert len(idea.decisions) - added + merged >= len(changes) - begun - 1
        assert all(decision.imported for decision in idea.decisions)


@pytest.mark.parametrize("name", ROWS)
def test_nothing_to_be_ashamed_of(registry: Registry, root: Path, name: str) -> None:
    for idea in ideas(registry, name):
        assert idea.title == " ".join(idea.title.split())
        assert not (idea.title[0] == idea.title[-1] == '"')
        assert "``" not in idea.title
        assert idea.problem != idea.proposal
        assert "jr" not in idea.proposers
    for path in (root / "ideas" / name).rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert "\nproblem: |\n" in text
        assert "\nproposal: |\n" in text


def test_references_lead_to_ideas(registry: Registry) -> None:
    assert registry.ideas["eip-1013"].links.depends_on[:2] == ("eip-145", "eip-609")
    assert "[EIP-145](eip-145.yml)" in registry.ideas["eip-1013"].proposal
