"""`hero check --fix` and `--diff`, as people run them."""

import json
import os
import stat
from pathlib import Path

import pytest

from hero.registry.failure import Failed
from hero.technology.rewrite import rewrite
from tests.cli.conftest import IDEA, Run

WRONG = IDEA.replace("title: Q", "titel: CI: Q").replace("theme: delivery", "theme: delivry")
NAME = "ideas/2026/quarantine-flaky-tests.yml"


@pytest.fixture
def wrong(registry: Path) -> Path:
    path = registry / NAME
    path.write_text(WRONG, encoding="utf-8")
    path.chmod(0o640)
    return path


def test_fix_mends_says_so_and_leaves_the_rest(hero: Run, wrong: Path) -> None:
    done = hero("check", "--fix", NAME)
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert lines[:3] == [
        f"{NAME}:2: fixed[yaml-syntax]: put the text of `titel` in quotes",
        f"{NAME}:2: fixed[field-unknown]: rename `titel` to `title`",
        "",
    ]
    assert "theme-unknown" in lines[3]
    assert lines[-1].startswith("Next: ")
    assert 'title: "CI: Quarantine flaky' in wrong.read_text(encoding="utf-8")
    assert stat.S_IMODE(wrong.stat().st_mode) == 0o640
    assert [each.name for each in wrong.parent.iterdir()] == [wrong.name]


def test_a_second_time_nothing_is_written(hero: Run, wrong: Path) -> None:
    hero("check", "--fix")
    before = wrong.stat()
    again = hero("check", "--fix")
    assert "fixed" not in again.stdout
    after = wrong.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_diff_shows_the_same_and_writes_nothing(hero: Run, wrong: Path) -> None:
    done = hero("check", "--diff")
    assert "-titel: CI: Quarantine flaky tests automatically" in done.stdout
    assert '+title: "CI: Quarantine flaky tests automatically"' in done.stdout
    assert wrong.read_text(encoding="utf-8") == WRONG
    assert hero("check", "--diff", "--fix").returncode == 2


def test_diff_shows_no_secret(hero: Run, wrong: Path) -> None:
    token = "ghp_" + "0aB1" * 9
    wrong.write_text(WRONG.replace("titel: CI", f"titel: {token}"), encoding="utf-8")
    for words in (("--diff",), ("--format", "json"), ("--fix",)):
        said = hero("check", *words).stdout
        assert "yaml-syntax" in said or "+++" in said
        assert token not in said


def test_json_says_what_was_fixed_and_what_is_left(hero: Run, wrong: Path) -> None:
    plain = json.loads(hero("check", "--format", "json").stdout)
    assert [(each["rule"], each["fix"]["safe"]) for each in plain] == [("yaml-syntax", True)]
    suggestion = plain[0]["fix"]["suggestion"]
    assert suggestion == {
        "path": NAME,
        "first_line": 2,
        "last_line": 2,
        "replacement": 'titel: "CI: Quarantine flaky tests automatically"',
    }
    done = json.loads(hero("check", "--fix", "--format", "json").stdout)
    assert [each["rule"] for each in done["fixed"]] == ["yaml-syntax", "field-unknown"]
    assert [each["rule"] for each in done["diagnostics"]] == ["theme-unknown"]
    assert done["diagnostics"][0]["fix"]["safe"] is False


def test_other_files_are_left_alone(hero: Run, wrong: Path) -> None:
    other = wrong.with_name("another-idea.yml")
    other.write_text(IDEA, encoding="utf-8")
    hero("check", "--fix", "ideas/2026/another-idea.yml")
    assert wrong.read_text(encoding="utf-8") == WRONG


def test_a_clean_path_says_what_to_do_next(hero: Run, registry: Path) -> None:
    assert hero("check", NAME).stdout.splitlines()[-1].startswith("Next: `git add ideas/2026/")
    assert "Next" not in hero("check").stdout


def test_writing_refuses_links_changes_and_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real/a.yml"
    target.write_bytes(b"old")
    (tmp_path / "linked").symlink_to("real")
    (tmp_path / "link.yml").symlink_to("real/a.yml")
    os.mkfifo(tmp_path / "pipe.yml")
    for path, before in (
        ("linked/a.yml", b"old"),
        ("link.yml", b"old"),
        ("pipe.yml", b""),
        ("real/a.yml", b"older"),
        ("missing.yml", b""),
    ):
        with pytest.raises(Failed):
            rewrite(tmp_path, path, before, b"new")
    assert target.read_bytes() == b"old"
    rewrite(tmp_path, "real/a.yml", b"old", b"new")
    assert target.read_bytes() == b"new"
    assert [each.name for each in target.parent.iterdir()] == ["a.yml"]
