"""`hero move` and `hero evaluate` as people run them, with the mistakes that people make."""

import subprocess
from pathlib import Path

import pytest

from tests.moving.conftest import Hero, state
from tests.moving.world import YEAR

PATH = f"{YEAR}/share-the-rig.yml"
YES = ("--by", "grace", "--because", "Both teams would book it.")


def text(root: Path, slug: str = "share-the-rig") -> str:
    return (root / YEAR / f"{slug}.yml").read_text(encoding="utf-8")


def test_a_move_writes_the_decision_and_the_stage(hero: Hero, root: Path) -> None:
    before = text(root)
    done = hero("move", "share-the-rig", "exploring", *YES)
    assert done.code == 0, done
    assert "✓ an advocate decides: grace is an advocate" in done.out
    assert "Moved to exploring by grace on 2026-11-20" in done.out
    assert "git switch -c move/share-the-rig-to-exploring" in done.err
    assert text(root) == before.replace("stage: proposed", "stage: exploring") + (
        "decisions:\n"
        "  - date: 2026-11-20\n"
        "    from: proposed\n"
        "    to: exploring\n"
        "    by: grace\n"
        "    because: Both teams would book it.\n"
    )
    assert hero("check", PATH).code == 0


def test_a_duplicate_gives_its_proposers_to_the_other_idea(hero: Hero, root: Path) -> None:
    done = hero("move", PATH, "duplicate", "--of", "book-the-rig", *YES)
    assert done.code == 0, done
    assert "proposers: [bea, ada]\n" in text(root, "book-the-rig")
    assert "links:\n  duplicate_of: book-the-rig\nproposed_on:" in text(root)
    assert "book-the-rig gained its proposers" in done.out
    assert hero("check", f"{YEAR}/book-the-rig.yml", PATH).code == 0


def test_what_is_missing_is_said_and_nothing_is_written(hero: Hero, root: Path) -> None:
    before = state(root)
    done = hero("move", "share-the-rig", "parked", *YES)
    assert done.code == 1
    assert "✗ the idea names a day to look at it again: add `revisit_on`" in done.out
    assert "--revisit-on DATE sets it" in done.out
    assert state(root) == before
    assert hero("move", "share-the-rig", "parked", "--revisit-on", "2027-01-04", *YES).code == 0
    assert "revisit_on: 2027-01-04\nproposed_on:" in text(root)


def test_a_dry_run_shows_the_difference_and_writes_nothing(hero: Hero, root: Path) -> None:
    before = state(root)
    done = hero("move", "share-the-rig", "exploring", "--dry-run", *YES)
    assert done.code == 0
    assert "-stage: proposed\n+stage: exploring\n" in done.out
    assert state(root) == before


def test_a_reason_of_several_lines_comes_by_stdin(hero: Hero, root: Path) -> None:
    reason = b"Because:\r\n\r\n- one  \r\n- two\r\n\r\n"
    words = ("--by", "@GRACE", "--because", "-")
    assert hero("move", "share-the-rig", "exploring", *words, stdin=reason).code == 0
    assert "    because: |-\n      Because:\n\n      - one\n      - two\n" in text(root)
    assert "    by: grace\n" in text(root)


def test_what_would_reopen_it_is_written_below_the_reason(hero: Hero, root: Path) -> None:
    again = ("--reopen-when", " We buy\r\none more.  ")
    assert hero("move", "share-the-rig", "declined", *YES, *again).code == 0
    written = "    reopen_when: |-\n      We buy\n      one more.\n"
    assert f"    because: Both teams would book it.\n{written}" in text(root)
    assert hero("check", PATH).code == 0
    assert "  Would be looked at again: We buy\n  one more.\n" in hero("show", PATH).out
    assert "            Would be looked at again: We buy\n" in hero("timeline", PATH).out


def test_without_a_stage_every_way_out_is_shown(hero: Hero, root: Path) -> None:
    done = hero("move", "share-the-rig")
    assert done.code == 0
    for end in ("exploring", "parked", "declined", "withdrawn", "duplicate"):
        assert f"proposed -> {end}: " in done.out
    assert "piloting" not in done.out


MISTAKES: dict[str, tuple[tuple[str, ...], int, str]] = {
    "unknown idea": (("share-the-rigs", "exploring", *YES), 2, "Did you mean 'share-the-rig'?"),
    "unknown stage": (("share-the-rig", "explorin", *YES), 2, "Did you mean 'exploring'?"),
    "unlawful stage": (("share-the-rig", "adopted", *YES), 1, "it can go to `exploring`"),
    "no reason": (("share-the-rig", "exploring", "--by", "grace"), 2, "Every move has a reason"),
    "blank reason": (
        ("share-the-rig", "exploring", "--by", "grace", "--because", " \n"),
        2,
        "The reason is empty",
    ),
    "nobody": (("share-the-rig", "exploring", "--because", "x"), 2, "Who decides? Say --by LOGIN"),
    "no login": (("share-the-rig", "exploring", *YES, "--by", "a b"), 2, "is no GitHub login"),
    "no date": (("share-the-rig", "exploring", *YES, "--date", "soon"), 2, "is no date"),
    "a day to come": (
        ("share-the-rig", "exploring", *YES, "--date", "2026-12-24"),
        1,
        "this decision is dated 2026-12-24, and today is 2026-11-20",
    ),
    "before it was proposed": (
        ("share-the-rig", "exploring", *YES, "--date", "2026-10-01"),
        1,
        "before 2026-10-30",
    ),
    "a stranger": (
        ("share-the-rig", "exploring", *YES, "--by", "zoe"),
        1,
        "zoe is not on the roster of advocates",
    ),
    "a shadow": (("share-the-rig", "exploring", *YES, "--by", "jonas"), 1, "jonas is a shadow"),
    "one who left": (
        ("share-the-rig", "exploring", *YES, "--by", "mei"),
        1,
        "mei is not an advocate on 2026-11-20",
    ),
    "one's own idea": (("graces-own", "exploring", *YES), 1, "grace proposes it"),
    "faults": (("odd", "exploring", *YES), 1, f"`hero check {YEAR}/odd.yml`"),
    "a look in the past": (
        ("share-the-rig", "parked", *YES, "--revisit-on", "2026-11-20"),
        1,
        "name a day that lies ahead",
    ),
    "of itself": (
        ("share-the-rig", "duplicate", *YES, "--of", "share-the-rig"),
        2,
        "cannot be a duplicate of itself",
    ),
    "of nothing": (
        ("share-the-rig", "duplicate", *YES, "--of", "book-the-ring"),
        2,
        "Did you mean 'book-the-rig'?",
    ),
    "nothing to reopen": (
        ("share-the-rig", "exploring", *YES, "--reopen-when", "We buy one."),
        2,
        "Nothing is to be reopened in exploring",
    ),
    "nothing would reopen it": (
        ("share-the-rig", "declined", *YES, "--reopen-when", " "),
        2,
        "--reopen-when is empty",
    ),
    "too much to reopen it": (
        ("share-the-rig", "declined", *YES, "--reopen-when", "w" * 501),
        2,
        "has 501 characters, and 500 fit",
    ),
    "a secret in what would reopen it": (
        ("share-the-rig", "declined", *YES, "--reopen-when", "ghp_" + "a1B2" * 9),
        1,
        "error[text-secret]",
    ),
    "a secret in the reason": (
        ("share-the-rig", "exploring", *YES, "--because", "ghp_" + "a1B2" * 9),
        1,
        "error[text-secret]",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_and_nothing_is_written(hero: Hero, root: Path, mistake: str) -> None:
    words, code, says = MISTAKES[mistake]
    before = state(root)
    done = hero("move", *words)
    said = " ".join((done.out + done.err).split())
    assert (done.code, says in said) == (code, True), done
    assert "Traceback" not in done.err
    assert state(root) == before


def test_a_reason_that_is_no_text_is_told(hero: Hero, root: Path) -> None:
    words = ("--by", "grace", "--because", "-")
    done = hero("move", "share-the-rig", "exploring", *words, stdin=b"caf\xe9")
    assert done.code == 2
    assert "not in UTF-8" in done.err


@pytest.mark.parametrize("kind", ["link", "folder behind a link", "read-only"])
def test_a_file_that_must_not_be_written_is_left_alone(
    hero: Hero, root: Path, tmp_path: Path, kind: str
) -> None:
    if kind == "link":
        (root / PATH).rename(tmp_path / "away.yml")
        (root / PATH).symlink_to(tmp_path / "away.yml")
    elif kind == "read-only":
        (root / PATH).chmod(0o444)
    else:
        (root / YEAR).rename(tmp_path / "away")
        (root / YEAR).symlink_to(tmp_path / "away")
    before = state(tmp_path)
    done = hero("move", "share-the-rig", "exploring", *YES)
    assert done.code in (2, 3), done
    assert "Traceback" not in done.err
    assert state(tmp_path) == before


def test_neither_file_changes_where_one_cannot(hero: Hero, root: Path) -> None:
    (root / PATH).chmod(0o444)
    before = state(root)
    done = hero("move", "share-the-rig", "duplicate", "--of", "book-the-rig", *YES)
    assert (done.code, "is read-only" in done.err) == (3, True), done
    assert state(root) == before


def git(root: Path, *words: str) -> None:
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *settings, *words], cwd=root, check=True, capture_output=True)


def test_a_new_idea_of_this_branch_waits_until_it_is_recorded(hero: Hero, root: Path) -> None:
    new = (root / PATH).read_bytes()
    (root / PATH).unlink()
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Begin")
    (root / PATH).write_bytes(new)
    done = hero("move", "share-the-rig", "exploring", *YES)
    assert done.code == 1
    assert "a new idea does not fill in `stage`" in done.out
    assert (root / PATH).read_bytes() == new


def test_a_second_idea_in_one_branch_is_noted(hero: Hero, root: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Begin")
    git(root, "config", "github.user", "grace")
    why = ("--because", "Both would book it.")
    assert "Note:" not in hero("move", "share-the-rig", "exploring", *why).err
    done = hero("move", "book-the-rig", "exploring", *why)
    assert done.code == 0
    assert "Note: one pull changes one idea" in done.err
    assert hero("check", "--base", "main").code == 1


JUDGE = ("evaluate", "share-the-rig", "--value", "4", "--effort", "2", "--confidence", "3")


def test_an_evaluation_is_written_and_what_others_said_comes_after(hero: Hero, root: Path) -> None:
    done = hero(*JUDGE, "--by", "grace", "--note", "Seen, once.")
    assert done.code == 0, done
    assert "4 several teams gain  2 weeks  3 seen elsewhere" in done.out
    line = "  - {by: grace, date: 2026-11-20, value: 4, effort: 2, confidence: 3,"
    assert f'evaluations:\n{line} note: "Seen, once."}}\n' in text(root)
    far = ("--value", "1", "--effort", "3", "--confidence", "5")
    done = hero("evaluate", "share-the-rig", *far, "--by", "zoe")
    assert "together" in done.out
    assert "Far apart: value by 3. Talk first" in done.out
    again = hero(*JUDGE, "--by", "ZOE")
    assert "ZOE's last judgement counts; one earlier judgement stays" in again.out
    assert "Far apart" not in again.out
    assert hero("check", PATH).code == 0


def test_what_people_judged_is_shown_where_nobody_can_be_asked(hero: Hero, root: Path) -> None:
    before = state(root)
    assert "Nobody has evaluated it yet." in hero("evaluate", "share-the-rig").out
    assert state(root) == before


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((*JUDGE, "--by", "ada"), 1, "`ada` proposes this idea and evaluates it"),
        (JUDGE[:4], 2, "say --effort and --confidence as well"),
        ((*JUDGE, "--effort", "7", "--by", "zoe"), 2, "4: a quarter, 5: quarters."),
        ((*JUDGE, "--value", "much", "--by", "zoe"), 2, "1: nice to have"),
        ((*JUDGE, "--by", "zoe", "--date", "2027-01-01"), 1, "today is 2026-11-20"),
        ((*JUDGE, "--by", "zoe", "--date", "2026-01-01"), 1, "before the idea was proposed"),
        ((*JUDGE, "--by", "zoe", "--note", "a\nb"), 1, "would have faults: `evaluations[0].note`"),
        (JUDGE, 2, "Who judges? Say --by LOGIN"),
    ],
    ids=["own", "half", "too high", "a word", "to come", "too early", "two lines", "nobody"],
)
def test_a_judgement_that_cannot_be_is_told(
    hero: Hero, root: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    before = state(root)
    done = hero(*words)
    assert (done.code, says in done.out + done.err) == (code, True), done
    assert state(root) == before
