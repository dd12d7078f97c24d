"""`hero audit` as people call it, with the mistakes they make."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hero.process.audit.remark import KINDS
from tests.history.registry import IDEA, TEXT, policies
from tests.history.repo import ADA, Writer, alone, at, git, plain

PAGE = Path(__file__).parents[2] / "playbooks/process/record.md"


def hero(root: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `hero audit` in a folder, with nobody's settings but the test's own."""
    command = [sys.executable, "-m", "hero", "audit", *words]
    environment = alone(root) | {"LC_ALL": "C.UTF-8"} | settings
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registry in which a reason was rewritten after the audit's first day."""
    writer = Writer(tmp_path / "registry")
    before = policies(audit_from="2026-03-17") | plain({IDEA: TEXT})
    begun = writer.commit(before, (), ADA, at("2026-03-16"))
    after = before | plain({IDEA: TEXT.replace("Not now.", "Never \\e[31m")})
    head = writer.commit(after, (begun,), ADA, at("2026-03-18"))
    writer.done(head)
    git(tmp_path / "registry", "reset", "-q", "--hard")
    return tmp_path / "registry"


def test_what_does_not_fit_is_told_and_ends_with_one(root: Path) -> None:
    done = hero(root)
    commit = git(root, "rev-parse", "HEAD")
    assert done.returncode == 1
    first = done.stdout.split("\n")[0]
    assert first == f"2026-03-18  warm-cache  reason-rewritten  in {commit[:10]} by example-ada"
    assert "\x1b" not in done.stdout
    assert KINDS["reason-rewritten"] in done.stdout
    assert "1 thing does not fit, from 2026-03-17 on." in done.stdout
    assert done.stderr == ""


def test_since_looks_at_later_commits_alone(root: Path) -> None:
    assert hero(root, "--since", "2026-03-18").returncode == 1
    done = hero(root, "--since", "2026-03-19")
    assert done.returncode == 0
    assert "Everything fits, from 2026-03-19 on." in done.stdout
    # An earlier day than the audit's first is no way around that.
    assert "from 2026-03-17 on" in hero(root, "--since", "2020-01-01").stdout


def test_for_programs(root: Path) -> None:
    done = hero(root, "--format", "json")
    said = json.loads(done.stdout)
    assert done.returncode == 1
    assert said["commit"] == git(root, "rev-parse", "HEAD")
    assert said["from"] == "2026-03-17"
    assert [each["kind"] for each in said["remarks"]] == ["reason-rewritten"]
    idea = said["ideas"]["warm-cache"]
    assert (idea["revisions"], idea["writers"]) == (0, ["example-ada"])
    assert [each["to"] for each in idea["decisions"]] == ["exploring", "parked", "exploring"]
    assert idea["last"] == {"commit": said["commit"], "date": "2026-03-18"}


def test_one_idea(root: Path) -> None:
    done = hero(root, "warm-cache")
    assert done.stdout.startswith("Warm the build cache\n\nIts text has not been revised.")
    assert "written by example-ada, committed on 2026-03-16" in done.stdout
    new = "  - {date: 2026-03-20, from: exploring, to: declined, by: example-mei, because: No}\n"
    (root / IDEA).write_text(TEXT + new, encoding="utf-8")
    assert "in no commit yet" in hero(root, "warm-cache").stdout


def test_without_a_first_day_all_is_audited_and_it_says_so(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "registry")
    tree = policies(audit_from=None) | plain({IDEA: TEXT})
    writer.done(writer.commit(tree, (), ADA, at("2026-03-16")))
    git(tmp_path / "registry", "reset", "-q", "--hard")
    done = hero(tmp_path / "registry")
    assert done.returncode == 0
    assert "network.yml names no `audit_from`" in done.stdout


def test_an_unknown_idea_gets_the_nearest_one(root: Path) -> None:
    done = hero(root, "warm-cach")
    assert done.returncode == 2
    assert "Did you mean 'warm-cache'?" in done.stderr


def test_a_day_that_is_none(root: Path) -> None:
    done = hero(root, "--since", "18.3.2026")
    assert done.returncode == 2
    assert "write one like 2026-11-20" in done.stderr


def test_a_detached_head_is_audited_like_any_other(root: Path) -> None:
    git(root, "checkout", "-q", "--detach", "HEAD~1")
    done = hero(root)
    assert done.returncode == 0
    assert git(root, "rev-parse", "HEAD")[:10] in done.stdout


def test_a_shallow_clone_is_noticed(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "shallow")
    done = hero(tmp_path / "shallow")
    assert done.returncode == 3
    assert "this clone is shallow: its history begins on 2026-03-18" in done.stderr
    assert "git fetch --unshallow" in done.stderr
    assert not (tmp_path / "shallow/.hero").exists()
    git(tmp_path / "shallow", "fetch", "-q", "--unshallow")
    assert hero(tmp_path / "shallow").returncode == 1


def test_a_shallow_clone_that_reaches_back_far_enough_will_do(tmp_path: Path, root: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{root}", "deep")
    # One commit more, so that two are not all.
    writer = Writer(tmp_path / "long")
    before = policies(audit_from="2026-03-18") | plain({IDEA: TEXT})
    first = writer.commit(before, (), ADA, at("2026-03-16"))
    second = writer.commit(before, (first,), ADA, at("2026-03-17"))
    after = before | plain({IDEA: TEXT.replace("Not now.", "Never.")})
    writer.done(writer.commit(after, (second,), ADA, at("2026-03-18")))
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{tmp_path}/long", "enough")
    done = hero(tmp_path / "enough")
    assert done.returncode == 1
    assert "reason-rewritten" in done.stdout


@pytest.mark.parametrize("kind", ["no repository", "no commit", "no git"])
def test_where_there_is_no_witness(root: Path, tmp_path: Path, kind: str) -> None:
    shutil.rmtree(root / ".git")
    settings = {}
    if kind != "no repository":
        git(root, "init", "-q")
    if kind == "no git":
        settings["PATH"] = os.devnull
    done = hero(root, **settings)
    says = {
        "no repository": "is not in a git repository",
        "no commit": "no commit yet",
        "no git": "git was not found",
    }
    assert done.returncode == 3
    assert says[kind] in done.stderr
    assert "= help: " in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_of_the_machine_change_nothing(root: Path, tmp_path: Path) -> None:
    expected = hero(root, "--format", "json").stdout
    (tmp_path / "config").write_text(
        "[log]\nshowRoot = false\nshowSignature = true\nfollow = true\ndiffMerges = off\n"
        "[diff]\nrenames = copies\nnoprefix = true\n[color]\nui = always\n"
        "[i18n]\nlogOutputEncoding = ISO-8859-1\n[core]\nquotePath = true\n"
    )
    shutil.rmtree(root / ".hero")
    settings = {"GIT_CONFIG_GLOBAL": str(tmp_path / "config"), "TZ": "Pacific/Kiritimati"}
    settings |= {"GIT_DIR": str(tmp_path / "nowhere")}
    assert hero(root, "--format", "json", **settings).stdout == expected


def test_what_stands_in_for_a_commit_is_not_believed(root: Path) -> None:
    """`git replace` shows another commit in a commit's place."""
    head = git(root, "rev-parse", "HEAD")
    git(root, "replace", head, git(root, "rev-parse", "HEAD~1"))
    assert hero(root).returncode == 1


def test_the_page_lists_every_kind_with_its_sentence() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in text.split("\n") if line.startswith("| `")]
    assert {kind.strip(" `"): means.strip() for kind, means in rows} == dict(KINDS)
