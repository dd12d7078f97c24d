"""`hero reconcile`: it shows its plan, does it when told to, and says what it lacks."""

import json
from pathlib import Path

import pytest

from hero.cli import reconcile, run
from hero.reconcile.forge import ForgeRefused
from tests.reconcile.town import Town

EXAMPLE = Path(__file__).parents[2]


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    """A town whose forge is the one that the command finds."""
    town = Town(tmp_path / "registry")
    monkeypatch.setattr(reconcile, "connected", lambda *_: town.forge)
    monkeypatch.setattr(reconcile, "standing_day", lambda _: town.today)
    town.open()
    return town


def said(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> tuple[int, str, str]:
    code = run(["reconcile", "--root", str(root), *words])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_a_plan_is_shown_and_nothing_written(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, town.root)
    assert code == 0
    assert "#1: write the comment" in out
    assert "Nothing was written; --apply does it." in err
    assert town.forge.written == []


def test_it_is_done_once(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, town.root, "--pull", "1", "--apply")
    assert code == 0
    assert "done: #1: write the comment" in out
    assert len(town.comments()) == 1
    assert said(capsys, town.root, "--apply") == (0, "Nothing to do.\n", "")


def test_another_pull_is_not_touched(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    town.open(2, files={"ideas/2026/another.yml": "title: [\n"})
    said(capsys, town.root, "--pull", "2", "--apply")
    assert town.comments(1) == []
    assert len(town.comments(2)) == 1


def test_what_the_forge_refuses_is_told(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(words: tuple[str, ...]) -> None:
        if words[0] == "comment":
            raise ForgeRefused("permission", "The token may not.")

    town.forge.refuse = refuse
    code, out, _ = said(capsys, town.root, "--apply")
    assert code == 1
    assert "refused: #1: write the comment (The token may not.)" in out


def test_programs_get_the_plan_and_what_became_of_it(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    planned = json.loads(said(capsys, town.root, "--format", "json")[1])
    assert {each["fate"] for each in planned["actions"]} == {"planned"}
    done = json.loads(said(capsys, town.root, "--apply", "--format", "json")[1])
    assert [each["words"] for each in done["actions"]] == [
        each["words"] for each in planned["actions"]
    ]
    assert {each["fate"] for each in done["actions"]} == {"done"}


def test_an_example_is_left_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    code, out, err = said(capsys, EXAMPLE)
    assert (code, out) == (0, "Nothing to do.\n")
    assert "this registry is an example" in err


def test_without_a_token_it_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HERO_TOKEN", "GITHUB_TOKEN", "HERO_APP_ID", "HERO_APP_KEY"):
        monkeypatch.delenv(name, raising=False)
    town = Town(tmp_path / "registry")
    code, _, err = said(capsys, town.root)
    assert code == 3
    assert "there is no token to ask GitHub with" in err
    assert said(capsys, town.root, "--pull", "1", "--all")[0] == 2
