"""`hero assign` and `hero advocates` as people call them, mistakes included."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from hero.cli import run
from tests.advocates.shipped import ROOT

ROSTER = "playbooks/advocates/roster.yml"
IDEA = """\
title: Rotate passwords
theme: security
problem: Nobody rotates them.
proposal: Rotate them.
benefit: Fewer stale ones.
proposers: [example-pavel]
"""


class Said(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Hero = Callable[..., Said]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The shipped example in a folder outside of git."""
    for name in ("playbooks", "ideas"):
        shutil.copytree(ROOT / name, tmp_path / "registry" / name)
    return tmp_path / "registry"


@pytest.fixture
def hero(root: Path, capsys: pytest.CaptureFixture[str]) -> Hero:
    def call(*words: str) -> Said:
        code = run([*words, "--root", str(root)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call


def edit(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), encoding="utf-8")


def texts(root: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in root.glob("ideas/*/*.yml")}


def test_a_plan_says_who_why_and_what_next_and_writes_nothing(hero: Hero, root: Path) -> None:
    before = texts(root)
    done = hero("assign", "ssh-certificates")
    assert done.code == 0
    assert "example-sigrid, accountable: was there before and stays" in done.out
    assert "new example-" in done.out
    assert "Next: `hero assign ssh-certificates --write`" in done.out
    assert texts(root) == before


def test_writing_changes_one_line_and_a_second_time_nothing(hero: Hero, root: Path) -> None:
    path = root / "ideas/2026/ssh-certificates.yml"
    before = path.read_text(encoding="utf-8").splitlines()
    done = hero("assign", "ssh-certificates", "--write")
    after = path.read_text(encoding="utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert done.code == 0
    assert len(changed) == 1
    assert changed[0].startswith("advocates: [example-sigrid, example-")
    assert "Recorded in ideas/2026/ssh-certificates.yml" in done.out
    assert "git switch -c advocates/ssh-certificates" in done.err
    again = hero("assign", "ssh-certificates", "--write")
    assert (again.code, "Nothing to record" in again.err) == (0, True)
    assert path.read_text(encoding="utf-8").splitlines() == after
    assert hero("check").code == 0


def test_all_at_once_is_many_pulls(hero: Hero, root: Path) -> None:
    done = hero("assign", "--all", "--write")
    assert done.code == 0
    assert done.out.count("Recorded in ") > 1
    assert "One pull changes one idea" in done.err
    again = hero("assign", "--all", "--write")
    assert "Recorded in" not in again.out
    assert hero("check").code == 0


def test_programs_get_the_same(hero: Hero) -> None:
    found = json.loads(hero("assign", "ssh-certificates", "--explain", "--format", "json").out)
    (one,) = found["ideas"]
    assert (found["date"], one["slug"], one["kind"]) == (
        "2026-11-20", "ssh-certificates", "active",
    )  # fmt: skip
    assert [seat["new"] for seat in one["seats"]] == [False, True]
    (table,) = one["tables"]
    rows = table["candidates"]
    assert [row["login"] for row in rows if row["chosen"]] == [one["seats"][1]["login"]]
    for row in rows:
        assert bool(row["reasons"]) is (row["terms"] is None)
        if row["terms"]:
            assert row["score"] == sum(row["terms"].values())
    assert {row["login"]: row["reasons"] for row in rows}["example-linus"] == ["passed"]


def test_explained_in_full_it_shows_terms_reasons_and_what_if(hero: Hero) -> None:
    done = hero("assign", "ssh-certificates", "--explain")
    assert "FOR THE SEAT: second" in done.out
    assert "- example-linus passed it on" in done.out
    assert "- example-rafael is not available" in done.out
    assert "2026-11-27" not in done.out
    every = hero("assign", "--all", "--explain")
    assert every.code == 0
    assert "FOR THE SEAT" in every.out


def test_an_idea_of_a_pull_gets_a_plan_and_is_not_written(hero: Hero, tmp_path: Path) -> None:
    path = tmp_path / "rotate-passwords.yml"
    path.write_text(IDEA, encoding="utf-8")
    done = hero("assign", str(path))
    assert "new example-sigrid, accountable: knows Security and privacy" in done.out
    assert "once the idea's pull is merged" in done.out
    refused = hero("assign", str(path), "--write")
    assert (refused.code, "is not in the registry" in refused.err) == (2, True)
    assert path.read_text(encoding="utf-8") == IDEA


def test_a_new_idea_in_the_folder_is_not_written_before_it_is_recorded(
    hero: Hero, root: Path
) -> None:
    path = root / "ideas/2026/rotate-passwords.yml"
    path.write_text(IDEA, encoding="utf-8")
    done = hero("assign", "rotate-passwords", "--write")
    assert (done.code, "not recorded yet" in done.err) == (1, True)
    assert path.read_text(encoding="utf-8") == IDEA


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("ssh-cert",), 2, "Did you mean 'ssh-certificates'?"),
        ((), 2, "Give just one of"),
        (("ssh-certificates", "--all"), 2, "Give just one of"),
        (("--what-if", "nowhere.yml"), 2, "does not exist"),
        (("--all", "--from", "2026-01-01"), 2, "--from goes with --backtest"),
        (("--all", "--date", "tomorrow"), 2, "is no date"),
        (("--all", "--date", "2026-01-01", "--write"), 2, "leave out --date"),
        (("ssh-certificates", "--date", "2020-01-01"), 2, "On 2020-01-01"),
        (("--backtest", "nowhere.jsonl"), 3, "nowhere.jsonl"),
    ],
)
def test_mistakes_get_a_clear_answer(
    hero: Hero, words: tuple[str, ...], code: int, says: str
) -> None:
    done = hero("assign", *words)
    assert (done.code, says in done.err) == (code, True), done.err


@pytest.mark.parametrize(
    ("slug", "says"),
    [("retire-gerald", "It is decided"), ("cost-in-the-pull-request", "It rests")],
)
def test_where_there_is_nothing_to_assign_it_says_why(hero: Hero, slug: str, says: str) -> None:
    done = hero("assign", slug)
    assert (done.code, says in done.out) == (0, True)
    found = json.loads(hero("assign", slug, "--format", "json").out)
    assert found["ideas"][0]["kind"] in ("final", "paused")


def test_an_idea_with_faults_gets_nobody_and_all_others_do(hero: Hero, root: Path) -> None:
    edit(root, "ideas/2026/who-do-i-ask.yml", "stage: proposed", "stage: [proposed]")
    alone = hero("assign", "who-do-i-ask")
    assert (alone.code, "field-type" in alone.out) == (1, True)
    every = hero("assign", "--all")
    assert every.code == 1
    assert "who-do-i-ask: `hero check ideas/2026/who-do-i-ask.yml`" in every.out
    assert "new example-" in every.out


def test_a_new_idea_with_faults_is_told_what_to_mend(hero: Hero, tmp_path: Path) -> None:
    path = tmp_path / "rotate-passwords.yml"
    path.write_text(IDEA.replace("theme", "them"), encoding="utf-8")
    done = hero("assign", str(path))
    assert (done.code, "field-missing at theme" in done.out) == (1, True)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("capacity: 5", "capacity: many", "field-type"),
        ("id: 900000102", "id: 900000101", "roster-double"),
        ("unit: platform", "units: platform", "field-unknown"),
    ],
)
def test_a_roster_that_cannot_be_relied_on_stops_every_choice(
    hero: Hero, root: Path, before: str, after: str, says: str
) -> None:
    edit(root, ROSTER, before, after)
    kept = texts(root)
    for words in (("assign", "--all", "--write"), ("assign", "who-do-i-ask"), ("advocates",)):
        done = hero(*words)
        assert (done.code, says in done.out) == (1, True)
        assert "Nobody was chosen" in done.err
    assert texts(root) == kept


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("to: 2026-11-27", "to: 2026-11-01", "is before `from: 2026-11-09`"),
        ("[security, data]", "[securty, data]", "there is no theme `securty`"),
    ],
)
def test_smaller_slips_are_told_and_choosing_goes_on(
    hero: Hero, root: Path, before: str, after: str, says: str
) -> None:
    edit(root, ROSTER, before, after)
    done = hero("assign", "--all")
    assert (done.code, says in done.err) == (0, True)


def test_with_an_empty_roster_ideas_are_unassigned_and_nothing_is_lost(
    hero: Hero, root: Path
) -> None:
    (root / ROSTER).write_text("advocates: []\n", encoding="utf-8")
    kept = texts(root)
    done = hero("assign", "--all", "--write")
    assert done.code == 0
    assert "Nobody can be its advocate now" in done.out
    assert "Turn to example-ines, sponsor of the challenge." in done.out
    assert texts(root) == kept
    assert "Nobody covers the theme" in hero("advocates").out


def test_another_roster_is_tried_and_not_taken(hero: Hero, root: Path, tmp_path: Path) -> None:
    text = (root / ROSTER).read_text(encoding="utf-8")
    other = tmp_path / "next-year.yml"
    other.write_text(text.replace("since: 2025-03-03", "since: 2025-03-03\n    until: 2026-11-01"))
    done = hero("assign", "--what-if", str(other))
    assert done.code == 0
    assert "locker-offline-grace: example-priya, example-linus -> " in done.out
    assert "example-priya is no advocate on that day" in done.out
    found = json.loads(hero("assign", "--what-if", str(other), "--format", "json").out)
    assert {each["slug"] for each in found["changes"]} >= {"locker-offline-grace"}
    assert (root / ROSTER).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("capacity: 5", "capacity: many", "field-type"),
        ("to: 2026-11-27", "to: 2026-11-01", "period-order"),
        ("[security, data]", "[securty, data]", "roster-expertise"),
    ],
)
def test_a_roster_to_try_that_has_faults_is_told_so(
    hero: Hero, root: Path, tmp_path: Path, before: str, after: str, rule: str
) -> None:
    other = tmp_path / "other.yml"
    text = (root / ROSTER).read_text(encoding="utf-8")
    other.write_text(text.replace(before, after), encoding="utf-8")
    done = hero("assign", "--what-if", str(other))
    assert (done.code, f"error[{rule}]" in done.out) == (1, True)
    assert f"{other}:" in done.out
    assert "would have other" not in done.out


def test_a_strangers_title_does_not_command_the_terminal(hero: Hero, tmp_path: Path) -> None:
    path = tmp_path / "rotate-passwords.yml"
    path.write_text(IDEA.replace("Rotate passwords", '"\\e]0;owned\\a"'), encoding="utf-8")
    assert "\x1b" not in hero("assign", str(path)).out


def test_advocates_are_shown_with_what_waits_and_where_it_is_thin(hero: Hero) -> None:
    done = hero("advocates")
    assert done.code == 0
    assert "The theme Security and privacy hangs on example-sigrid alone." in done.out
    (rafael,) = [line for line in done.out.splitlines() if line.startswith("example-rafael")]
    assert rafael.endswith("not available")
    assert "2026-11-27" not in done.out
    found = json.loads(hero("advocates", "--format", "json").out)
    assert {each["login"] for each in found["advocates"] if each["shadow"]} == {"example-jonas"}
    assert not [key for each in found["advocates"] for key in each if key in ("away", "until")]


def test_who_changed_their_login_is_still_the_same_person(hero: Hero, root: Path) -> None:
    """Git remembers the login that the ideas still name; the number on the roster is the same."""

    def git(*words: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "As it was")
    edit(root, ROSTER, "login: example-sigrid", "login: example-sigrid-aune")
    unknown = hero("assign", "ssh-certificates")
    assert "example-sigrid-aune, accountable: was there before and stays" in unknown.out
    git("commit", "-qam", "Rename")
    done = hero("assign", "ssh-certificates", "--write")
    assert "no advocate on that day" not in done.out
    path = root / "ideas/2026/ssh-certificates.yml"
    assert "advocates: [example-sigrid, " in path.read_text(encoding="utf-8")
