"""What a pull brings along: bombs, paths that are tricks, workflows, its own roster."""

from dataclasses import replace

import pytest

from hero.reconcile.actions import WriteCheck
from hero.reconcile.seen import CheckRun
from tests.reconcile.town import IDEA, PATH, Town
from tests.rules.test_hostile import HONEST, HOSTILE, seconds

ROSTER = "playbooks/advocates/roster.yml"
#: How much longer a hostile file may keep us than an honest one of the largest size.
TIMES = 10
BOMBS = ["braces", "a bomb", "a bomb of nine", "tags", "equal keys", "5,000 digits"]


def approved(town: Town, files: dict[str, str | None]) -> str:
    """Open a pull with these files, let two advocates approve it, settle; what was said."""
    town.open(files=files)
    town.review("example-grace")
    town.review("example-linus")
    town.settle()
    return town.said if town.comments() else ""


def test_t6_what_a_forks_own_workflow_says_of_itself_counts_for_nothing(town: Town) -> None:
    town.open(files={PATH: IDEA.replace("reliability", "reliabilty")})
    (ours,) = [each for each in town.planned().actions if isinstance(each, WriteCheck)]
    forged = [
        CheckRun(1, "check", "github-actions", "success"),
        CheckRun(2, "hero/idea", "github-actions", "success", ours.text.digest),
        CheckRun(3, "hero/idea", "another-app", "success", ours.text.digest),
    ]
    town.set(1, checks=tuple(forged))
    town.review("example-grace")
    town.settle()
    assert town.state == "open"
    written = [each for each in town.pull.checks if each.app == "hero-app"]
    assert [each.conclusion for each in written] == ["failure"]


def test_t7_no_file_is_a_bomb(town: Town) -> None:
    town.open(files={PATH: HONEST.decode()})
    honest = max(seconds(town.planned) for _ in range(2))
    for name in BOMBS:
        town.open(files={PATH: HOSTILE[name][0].decode()})
        assert seconds(town.planned) < TIMES * honest, name
        (check,) = [each for each in town.planned().actions if isinstance(each, WriteCheck)]
        assert check.text.conclusion == "failure", name


def test_t7_a_file_of_100_mb_is_not_even_fetched(town: Town) -> None:
    town.open()
    huge = town.pull.files[0].blob or ""
    town.forge.blobs[huge] = b"x" * 100_000_000
    town.settle()
    assert "file-size" in town.said


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("ideas/2026/Share-The-Rig.yml", "slug-form"),
        ("ideas/2026/share-the-rig .yml", "slug-form"),
        ("ideas/2026/sharé.yml", "slug-form"),
        ("ideas/2026/share\u0301.yml", "slug-form"),
        ("ideas/2026/con.yml", "slug-form"),
        ("ideas/2026/share\u202egir.yml", "slug-form"),
        ("ideas/2025/share-the-rig.yml", "slug-twin"),
    ],
)
def test_t8_no_path_is_a_trick(town: Town, path: str, rule: str) -> None:
    assert rule in approved(town, {PATH: IDEA, path: IDEA})
    assert town.state == "open"


@pytest.mark.parametrize("path", ["ideas/../ideas/2026/a.yml", "ideas/2026/../b.yml"])
def test_t8_a_path_that_git_cannot_hold_is_never_merged(town: Town, path: str) -> None:
    town.open(files={PATH: IDEA})
    town.set(1, files=tuple(replace(each, path=path) for each in town.pull.files))
    town.review("example-grace")
    town.run()
    assert town.state == "open"


@pytest.mark.parametrize(("mode", "rule"), [("120000", "file-link"), ("160000", "file-unreadable")])
def test_t8_a_link_and_a_module_are_no_files(town: Town, mode: str, rule: str) -> None:
    town.open()
    town.set(1, files=tuple(replace(each, mode=mode) for each in town.pull.files))
    town.review("example-grace")
    town.settle()
    assert town.state == "open"
    assert rule in town.said


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/check.yml",
        ".github/CODEOWNERS",
        "playbooks/process/pipeline.yml",
        "tooling/hero/__init__.py",
        "README.md",
    ],
)
def test_t9_an_idea_brings_nothing_else_along(town: Town, path: str) -> None:
    assert "pull-mixed" in approved(town, {PATH: IDEA, path: "on: push\n"})
    assert town.state == "open"


def test_t9_a_pull_without_an_idea_is_never_merged_by_the_bot(town: Town) -> None:
    town.open(files={".github/workflows/check.yml": "on: push\n"})
    town.review("example-grace")
    assert town.settle() == []
    assert town.state == "open"


def test_t9_a_file_that_was_moved_away_counts_under_its_old_name(town: Town) -> None:
    town.open()
    (file,) = town.pull.files
    town.set(1, files=(replace(file, status="renamed", before=".github/CODEOWNERS"),))
    town.review("example-grace")
    town.settle()
    assert town.state == "open"
    assert "pull-mixed" in town.said


def test_t10_nobody_becomes_an_advocate_by_the_pull_that_they_approve(town: Town) -> None:
    roster = (town.root / ROSTER).read_text(encoding="utf-8")
    mallory = (
        "  - {login: example-mallory, id: 666, unit: attic, expertise: [], since: 2026-01-05}\n"
    )
    town.open(author="example-mallory", files={PATH: IDEA, ROSTER: roster + mallory})
    town.review("example-mallory")
    town.review("example-sock")
    town.settle()
    assert town.state == "open"
    assert "mallory" not in str(town.pull.requested)


def test_t10_rules_and_roster_are_those_of_the_default_branch(town: Town) -> None:
    themes = "playbooks/process/themes.yml"
    mine = IDEA.replace("reliability", "free-lunch")
    own = "themes: [{id: free-lunch, name: Free lunch, means: Ours.}]\n"
    town.open(files={PATH: mine, themes: own})
    town.settle()
    assert "theme-unknown" in town.said
