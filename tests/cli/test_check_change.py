"""`hero check --base`: a change is held to its law, wherever it stands."""

import json
import shutil
from pathlib import Path

import pytest

from hero.cli import run
from tests.technology.test_git import git

SHARED = Path(__file__).parents[1] / "cases/_registry"
SLUG = "quarantine-flaky-tests"
PATH = f"ideas/2026/{SLUG}.yml"
BEFORE = (SHARED / PATH).read_text(encoding="utf-8")
MOVED = """stage: exploring
decisions:
  - {date: 2026-10-02, from: proposed, to: exploring, by: example-grace, because: Worth a look.}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose branch moves an idea, and whose main has gained another since."""
    root = tmp_path / "registry"
    shutil.copytree(SHARED, root)
    git(root, "init", "-q", "-b", "main")
    commit(root)
    git(root, "switch", "-qc", "move")
    (root / PATH).write_text(BEFORE + MOVED, encoding="utf-8")
    commit(root)
    git(root, "switch", "-q", "main")
    (root / "ideas/2026/another.yml").write_text(BEFORE.replace("Quarantine", "Mend"))
    commit(root)
    return root


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "-qm", "Change", on="2026-10-05T12:00:00Z")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    code = run(["check", "--format", "json", *words])
    out = capsys.readouterr()
    return code, [each["rule"] for each in json.loads(out.out or "[]")], out.err


def test_a_lawful_move_is_clean_from_anywhere(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--root", str(root), "--base", "main")
    assert said(capsys, *where, "--head", "move") == (0, [], "")
    git(root, "switch", "-q", "move")
    assert said(capsys, *where)[:2] == (0, ["move-date"])
    assert git(root, "status", "--porcelain") == ""


def test_what_the_forge_knows_is_handed_in(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    where = ("--root", str(root), "--base", "main", "--head", "move", "--facts", str(facts))
    facts.write_text('{"approvals": []}')
    assert said(capsys, *where)[:2] == (1, ["move-gate"])
    facts.write_text('{"approvals": [{"login": "example-linus"}]}')
    assert said(capsys, *where)[:2] == (0, [])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "facts.json: the file: Invalid JSON"),
        ('{"approvals": [{"name": "x"}]}', "facts.json: approvals.0.login: Field required"),
        ('{"today": "yesterday"}', "facts.json: today: Input should be a valid date"),
        ('{"approvers": []}', "facts.json: approvers: Extra inputs are not permitted"),
    ],
)
def test_facts_that_do_not_read_are_told_of(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    (tmp_path / "facts.json").write_text(text)
    words = ("--base", "main", "--head", "move", "--facts", str(tmp_path / "facts.json"))
    code, _, err = said(capsys, "--root", str(root), *words)
    assert code == 2
    assert says in err


def test_an_unrelated_branch_is_compared_and_told_of(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "switch", "-q", "--orphan", "elsewhere")
    shutil.copytree(SHARED, root, dirs_exist_ok=True)
    (root / "README.md").write_text("Begun anew.", encoding="utf-8")
    commit(root)
    code, rules, err = said(capsys, "--root", str(root), "--base", "main")
    assert (code, rules) == (1, ["idea-deleted", "pull-mixed"])
    assert "Note: main and HEAD share no history here" in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--importing",), "--facts and --importing need --base"),
        (("--base", "main", "--head", "move", "--fix"), "just one of --fix, --diff and --head"),
    ],
)
def test_options_that_do_not_go_together(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    code, _, err = said(capsys, "--root", str(root), *words)
    assert code == 2
    assert says in err


def test_a_revision_nobody_knows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "--root", str(root), "--base", "main", "--head", "nowhere")
    assert code == 3
    assert "git knows no revision 'nowhere' here" in err


def test_an_import_is_said_to_be_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = MOVED.replace("look.}", "look., imported: the old wiki}")
    for name in ("one", "two"):
        text = BEFORE.replace("Quarantine", f"Think about {name}") + told
        (root / f"ideas/2026/{name}.yml").write_text(text, encoding="utf-8")
    where = ("--root", str(root), "--base", "main")
    code, rules, _ = said(capsys, *where)
    assert code == 1
    assert {"kept-field", "pull-mixed"} <= set(rules)
    assert said(capsys, *where, "--importing")[:2] == (0, [])
