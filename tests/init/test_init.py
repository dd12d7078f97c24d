"""`hero init` on a copy: shown first, whole when applied, refused where it could harm."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from hero import cli
from hero.registry.parse import parse
from tests.forge.forge import Forge
from tests.init.conftest import PEOPLE, SAID, Run, diagnostics, git

NETWORK = "playbooks/technology/network.yml"


def status(root: Path) -> str:
    return git(root, "status", "--porcelain")


def test_a_plan_is_shown_and_nothing_written(copy: Path, init: Run) -> None:
    code, out, err = init(*SAID, *PEOPLE)
    assert (code, status(copy)) == (0, "")
    assert "Acme Hero Network, of Acme" in out
    assert "Acme-Org/Ideas on https://github.com" in out
    assert "https://acme-org.github.io/Ideas/" in out
    assert "remove  24 files in ideas/2024/, ideas/2025/, ideas/2026/" in out
    assert "--apply does it" in err


def test_applied_it_is_a_sound_registry_without_the_example(
    copy: Path, init: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(*SAID, *PEOPLE, "--holidays", "SE", "--apply")[0] == 0
    assert diagnostics(copy, capsys) == []
    assert list((copy / "ideas").glob("2*")) == []
    network = parse(NETWORK, (copy / NETWORK).read_bytes()).data
    assert "as_of" not in network
    assert not network.get("example")
    assert network["holidays"] == ["SE"]
    texts = [*(copy / "playbooks").rglob("*"), *(copy / ".github").rglob("*.yml")]
    told = "".join(path.read_text() for path in texts if path.is_file())
    for word in ("example-org", "Brambleway", "example -->", "example-grace", "/ideas/20"):
        assert word not in told.replace("ideas/2026/your-idea.yml", ""), word
    assert "@example-org" not in (copy / ".github/CODEOWNERS").read_text()
    roster = yaml.safe_load((copy / "playbooks/advocates/roster.yml").read_text())["advocates"]
    assert [(each["login"], each["id"], each["unit"]) for each in roster] == [
        ("ada", 11, "acme"),
        ("bob", 12, "platform"),
    ]
    assert [each["expertise"] for each in roster] == [["delivery"], ["delivery", "security"]]
    assert (copy / "README.md").read_bytes()
    assert (copy / ".github/pictures/home.png").is_file()


def test_the_site_of_no_ideas_is_built_strictly(copy: Path, init: Run, tmp_path: Path) -> None:
    assert init(*SAID, *PEOPLE, "--apply")[0] == 0
    out = tmp_path / "site"
    words = ["build", "--root", str(copy), "--strict", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-m", "hero", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Acme Hero Network" in (out / "index.html").read_text()


def test_git_has_nothing_to_say_against_the_beginning(
    copy: Path, init: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(*SAID, *PEOPLE, "--apply")[0] == 0
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "Begin")
    assert cli.run(["audit", "--root", str(copy)]) == 0, capsys.readouterr().out
    idea = copy / "ideas/2026/first.yml"
    idea.parent.mkdir()
    idea.write_text("title: First\ntheme: delivery\nproblem: P\nproposal: Q\nbenefit: B\n")
    for message in ("Propose", "Delete"):
        git(copy, "add", "--all")
        git(copy, "commit", "--quiet", "--message", message)
        idea.unlink(missing_ok=True)
    assert cli.run(["audit", "--root", str(copy)]) == 1
    out = capsys.readouterr().out
    assert "ideas/2026/first.yml was deleted" in out
    assert "1 thing" in out


def test_a_registry_of_ones_own_is_not_begun_again_unless_told(copy: Path, init: Run) -> None:
    assert init(*SAID, *PEOPLE, "--apply")[0] == 0
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "Begin")
    code, _, err = init(*SAID, *PEOPLE, "--apply")
    assert code == 2
    assert "Acme Hero Network's own already, with 0 ideas" in err
    assert status(copy) == ""
    assert init(*SAID[:2], "--theme", "Other", *PEOPLE[2:], "--force", "--apply")[0] == 0
    assert "id: other" in (copy / "playbooks/process/themes.yml").read_text()


def test_what_git_could_not_give_back_stops_it(copy: Path, init: Run) -> None:
    (copy / "ideas/2026/mine.yml").write_text("title: Mine\n")
    code, _, err = init(*SAID, *PEOPLE, "--apply")
    assert code == 3
    assert "ideas/2026/mine.yml is not committed" in err
    assert (copy / "ideas/2025").is_dir()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((*SAID,), "Say --advocate"),
        ((*PEOPLE,), "Say --theme"),
        ((*SAID, "--advocate", "ada#1:haste"), "there is no theme"),
        ((*SAID, "--advocate", "a b"), "is no advocate"),
        ((*SAID, "--advocate", "ada#1", "--advocate", "Ada#2"), "second time"),
        ((*SAID, *PEOPLE, "--repository", "acme"), "OWNER/NAME on the forge"),
        ((*SAID, *PEOPLE, "--name", "two\nlines"), "name cannot be"),
        ((*SAID, *PEOPLE, "--forge", "javascript:x"), "forge cannot be"),
        ((*SAID, *PEOPLE, "--site", "nowhere"), "site"),
        ((*SAID, *PEOPLE, "--holidays", "ATLANTIS"), "ATLANTIS"),
        ((*SAID, *PEOPLE, "--workflows", "by-reference"), "--hero OWNER/NAME@VERSION"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_written(
    copy: Path, init: Run, words: tuple[str, ...], says: str
) -> None:
    code, out, err = init(*words, "--apply")
    assert (code, out, status(copy)) == (2, "", "")
    assert says in err
    assert "Traceback" not in err


def test_any_name_is_written_so_that_it_is_read_again(
    copy: Path, init: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    name, organisation = 'A: "b" # {c} — d\u00a0é', "yes"
    assert init("--name", name, *SAID, "--organisation", organisation, *PEOPLE, "--apply")[0] == 0
    network = parse(NETWORK, (copy / NETWORK).read_bytes()).data
    assert (network["name"], network["organisation"]) == (name, organisation)
    assert [each for each in diagnostics(copy, capsys) if each["severity"] == "error"] == []


def test_numbers_are_looked_up_and_logins_written_as_github_does(
    copy: Path, init: Run, github: Forge
) -> None:
    assert init(*SAID, "--advocate", "ADA", "--advocate", "bob", "--apply")[0] == 0
    numbers = [github.world.account(login).id for login in ("ada", "bob")]
    roster = yaml.safe_load((copy / "playbooks/advocates/roster.yml").read_text())["advocates"]
    assert [each["id"] for each in roster] == numbers
    assert [each["login"] for each in roster] == ["ada", "bob"]
    assert {each.login for each in github.log} == {None}


def test_whom_github_does_not_know_is_said(copy: Path, init: Run, github: Forge) -> None:
    code, _, err = init(*SAID, "--advocate", "ghosty", "--apply")
    assert (code, status(copy)) == (2, "")
    assert "GitHub knows nobody called 'ghosty'" in err


def test_the_plan_for_programs_names_each_file(copy: Path, init: Run) -> None:
    code, out, _ = init(*SAID, *PEOPLE, "--format", "json")
    told = json.loads(out)
    assert code == 0
    deeds = {each["path"]: each["do"] for each in told["files"]}
    assert deeds[NETWORK] == "change"
    assert deeds["ideas/2024/retire-gerald.yml"] == "remove"
    assert told["facts"]["repository"].startswith("Acme-Org/Ideas")


def test_another_branch_is_published_from(copy: Path, init: Run) -> None:
    assert init(*SAID, *PEOPLE, "--branch", "trunk", "--apply")[0] == 0
    text = (copy / ".github/workflows/publish.yml").read_text()
    assert "branches: [trunk]" in text
    assert "refs/heads/trunk" in text
    assert "main" not in text


def test_without_git_it_works_where_the_repository_is_said(copy: Path, init: Run) -> None:
    shutil.rmtree(copy / ".git")
    assert init(*SAID, *PEOPLE, "--apply")[0] == 2
    assert init(*SAID, *PEOPLE, "--repository", "acme/ideas", "--apply")[0] == 0
