"""Files are brought from one form to the next in order, shown first; a newer form is refused."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from hero import cli
from hero.registry import format as forms
from hero.registry import migrations as steps
from hero.registry.format import FORMAT, format_of
from hero.registry.migrations import MIGRATIONS, Files, Migration, due, migrated, numbered
from hero.technology.folder import Folder

NETWORK = "playbooks/technology/network.yml"
IDEA = "ideas/2026/a.yml"
FILES = {
    NETWORK: b"# Ours.\nname: X # kept\n\nlimits:\n  writes_per_run: 40\n",
    IDEA: b"title: A\nbenefit: B # kept\n",
    "ideas/2026/b.yml": b"title: B\n",
}


def renamed(files: Files) -> Mapping[str, bytes | None]:
    """Call `benefit` something else, where it is there."""
    return {path: raw.replace(b"benefit:", b"gain:") for path, raw in files.items()}


def moved(files: Files) -> Mapping[str, bytes | None]:
    """Put an idea elsewhere, as the form before left it."""
    return {IDEA: None, "ideas/a.yml": files[IDEA]}


TWO = Migration(2, "`benefit` is called `gain`", renamed)
THREE = Migration(3, "ideas have no folder of a year", moved)


def test_the_shipped_steps_lead_to_the_shipped_form_without_a_gap() -> None:
    assert [each.to for each in MIGRATIONS] == list(range(2, FORMAT + 1))


def test_only_what_lies_ahead_is_due_in_order() -> None:
    assert due(1, (TWO, THREE)) == (TWO, THREE)
    assert due(2, (TWO, THREE)) == (THREE,)
    assert due(3, (TWO, THREE)) == ()


def test_steps_build_on_each_other_and_only_what_differs_is_told() -> None:
    made = {each.path: each for each in migrated(FILES, (TWO, THREE))}
    assert set(made) == {NETWORK, IDEA, "ideas/a.yml"}
    assert made[IDEA].after is None
    assert made["ideas/a.yml"].after == b"title: A\ngain: B # kept\n"
    assert made["ideas/a.yml"].about == THREE.about
    assert made[NETWORK].after == FILES[NETWORK] + b"format: 3\n"


def test_nothing_due_changes_nothing() -> None:
    assert migrated(FILES, ()) == []


@pytest.mark.parametrize("raw", [b"name: X\nformat: 1 # ours\nbranch: main\n", b"name: X\n"])
def test_the_number_is_set_and_all_else_stays(raw: bytes) -> None:
    after = numbered(raw, 2)
    assert after.replace(b"format: 2", b"format: 1").replace(b"format: 1\n", b"") in (
        raw,
        raw.replace(b"format: 1\n", b""),
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [("name: X", 1), ("format: 4", 4), ("format: no", 1), ("format: true", 1), ("[", 1), ("", 1)],
)
def test_the_form_is_read_whatever_else_is_there(tmp_path: Path, text: str, number: int) -> None:
    target = tmp_path / NETWORK
    target.parent.mkdir(parents=True)
    target.write_text(text)
    assert format_of(Folder(tmp_path)) == number


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A registry in git, in the first form."""
    for path, raw in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.c"]
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Begin"]):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    return tmp_path


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Hero that is two forms further."""
    monkeypatch.setattr(steps, "MIGRATIONS", (TWO, THREE))
    monkeypatch.setattr(forms, "FORMAT", 3)


@pytest.mark.usefixtures("ahead")
def test_the_difference_is_shown_and_nothing_written(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["upgrade", "--root", str(registry)]) == 0
    said = capsys.readouterr()
    assert "-benefit: B # kept" in said.out
    assert "+gain: B # kept" in said.out
    assert "To 3: ideas have no folder of a year" in said.out
    assert "--apply" in said.err
    assert {path: (registry / path).read_bytes() for path in FILES} == FILES


@pytest.mark.usefixtures("ahead")
def test_apply_writes_it_and_a_second_time_there_is_nothing_to_do(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["upgrade", "--root", str(registry), "--apply"]) == 0
    assert (registry / "ideas/a.yml").read_text() == "title: A\ngain: B # kept\n"
    assert not (registry / IDEA).exists()
    capsys.readouterr()
    assert cli.run(["upgrade", "--root", str(registry), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"format": 3, "steps": [], "files": []}


@pytest.mark.usefixtures("ahead")
def test_what_git_could_not_give_back_is_not_touched(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (registry / IDEA).write_text("title: A\nbenefit: mine\n")
    assert cli.run(["upgrade", "--root", str(registry), "--apply"]) == 3
    assert f"{IDEA} is not committed" in capsys.readouterr().err
    assert (registry / IDEA).read_text() == "title: A\nbenefit: mine\n"


@pytest.mark.parametrize("verb", ["upgrade", "check", "list", "due", "new", "build"])
def test_a_newer_form_is_refused_in_plain_words(registry: Path, verb: str) -> None:
    (registry / NETWORK).write_bytes(numbered(FILES[NETWORK], FORMAT + 1))
    site = "site_name: X\ndocs_dir: playbooks\ntheme: {name: material}\nplugins: [hero]\n"
    (registry / "mkdocs.yml").write_text(site)
    title = ["A title"] if verb == "new" else []
    done = subprocess.run(
        [sys.executable, "-m", "hero", verb, *title, "--root", str(registry)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert f"files are in format {FORMAT + 1}, and this Hero" in done.stderr
    assert "install the version of Hero" in done.stderr
