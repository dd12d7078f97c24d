"""A pull is answered, helped and merged; and a second run writes nothing in any state."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hero.reconcile.actions import Merge
from hero.reconcile.comment import MARKER
from hero.reconcile.seen import Account, Comment
from tests.reconcile.town import BOT, IDEA, NOW, PATH, Town, account

BROKEN = IDEA.replace("theme: reliability", "theme: reliabilty") + "challenge: quiet-night\n"
MOVED = (
    IDEA
    + """proposed_on: 2026-11-02
stage: exploring
advocates: [example-grace, example-linus]
decisions:
  - {date: 2026-11-19, from: proposed, to: exploring, by: example-grace, because: Both agreed.}
"""
)
RECORDED = MOVED.partition("stage:")[0] + "advocates: [example-grace, example-linus]\n"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path / "registry")


def test_a_newcomers_way_from_two_mistakes_to_the_record(town: Town) -> None:
    town.open(files={PATH: BROKEN})
    town.settle()
    assert town.check == "failure"
    assert "two things to mend first" in town.said.lower()
    assert "theme: reliability" in town.said
    assert "Who helps" not in town.said
    assert town.pull.labels == {"stage: proposed", "waits on: proposer"}

    town.push(1, {PATH: IDEA})
    town.settle()
    assert town.check == "action_required"
    assert len(town.pull.requested) == 2
    assert "Valid, and waiting for an advocate" in town.said
    assert town.pull.labels == {"stage: proposed", "waits on: advocate"}

    town.review("example-linus")
    town.settle()
    assert town.state == "merged"
    assert (town.root / PATH).read_text(encoding="utf-8") == IDEA
    assert len(town.comments()) == 1


@pytest.mark.parametrize(
    ("login", "verdict", "older"),
    [
        ("example-ada", "approved", False),
        ("example-sock-puppet", "approved", False),
        ("example-grace", "commented", False),
        ("example-grace", "dismissed", False),
        ("example-grace", "approved", True),
    ],
)
def test_what_is_no_approval_merges_nothing(
    town: Town, login: str, verdict: str, older: bool
) -> None:
    town.open()
    town.settle()
    town.review(login, verdict, commit="0" * 40 if older else None)  # type: ignore[arg-type]
    town.settle()
    assert town.state == "open"
    assert town.check == "action_required"


def test_an_approval_falls_with_the_next_push_and_by_a_change_of_mind(town: Town) -> None:
    town.open()
    town.review("example-grace")
    town.push(1, {PATH: IDEA.replace("hour", "day")})
    town.settle()
    assert town.state == "open"
    assert "stands on an older commit" in town.said
    town.review("example-grace")
    town.review("example-grace", "changes_requested")
    town.settle()
    assert town.state == "open"
    assert "An answer to example-grace, who asked for changes" in town.said
    town.review("example-grace")
    town.settle()
    assert town.state == "merged"


def test_a_login_that_another_account_took_is_not_believed(town: Town) -> None:
    town.open()
    thief = Account("example-grace", 666)
    town.review("example-grace")
    town.set(1, reviews=(replace(town.pull.reviews[0], by=thief),))
    town.settle()
    assert town.state == "open"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"draft": True}, "It is a draft"),
        ({"mergeable": False}, "conflicts with what has been merged since"),
        ({"whole": False}, "more files than can be looked at"),
    ],
)
def test_what_stops_a_pull_says_so(town: Town, fields: dict[str, bool], says: str) -> None:
    town.open()
    town.review("example-grace")
    town.set(1, **fields)
    town.settle()
    assert town.state == "open"
    assert says.lower() in (town.said + str(town.pull.checks)).lower()


def test_a_new_idea_is_recorded_after_five_working_days_unless_somebody_objects(
    town: Town,
) -> None:
    town.open()
    town.settle()
    assert "27 November 2026" in town.said
    town.today = dt.date(2026, 11, 27)
    town.settle()
    assert town.state == "open"
    town.today = dt.date(2026, 11, 28)
    town.review("example-grace", "changes_requested")
    town.settle()
    assert town.state == "open"
    town.review("example-grace", "dismissed")
    town.settle()
    assert town.state == "merged"


def test_time_alone_does_not_let_a_stranger_change_an_idea(town: Town) -> None:
    town.write(PATH, RECORDED)
    town.open(author="example-mallory", files={PATH: RECORDED.replace("hour", "minute")})
    town.today = dt.date(2027, 3, 1)
    town.settle()
    assert town.state == "open"


def test_a_move_needs_its_gate_and_the_word_of_whom_it_names(town: Town) -> None:
    town.write(PATH, RECORDED)
    town.open(files={PATH: MOVED})
    town.settle()
    assert town.pull.labels == {"stage: exploring", "waits on: advocate"}
    assert "moves “Share the test rig” from Proposed to Exploring" in town.said
    town.review("example-linus")
    town.settle()
    assert town.state == "open"
    assert "The approval of example-grace, in whose name it is decided" in town.said
    town.review("example-grace")
    town.settle()
    assert town.state == "merged"


def test_pulls_that_touch_no_idea_or_are_closed_are_left_alone(town: Town) -> None:
    town.open(1, files={"playbooks/advocates/roster.yml": "advocates: []\n"})
    town.open(2)
    town.set(2, state="closed")
    assert town.settle() == []


def test_a_pull_cannot_bring_its_own_roster_or_hide_behind_a_link(town: Town) -> None:
    roster = (town.root / "playbooks/advocates/roster.yml").read_text(encoding="utf-8")
    mine = roster + roster.partition("advocates:\n")[2].replace("example-mei", "example-ada")
    town.open(files={PATH: IDEA, "playbooks/advocates/roster.yml": mine})
    town.review("example-grace")
    town.settle()
    assert town.state == "open"
    assert "pull-mixed" in town.said
    town.push(1, {PATH: IDEA})
    town.set(1, files=tuple(replace(each, mode="120000") for each in town.pull.files))
    town.review("example-grace")
    town.settle()
    assert town.state == "open"
    assert "file-link" in town.said


def test_a_deleted_idea_is_never_merged(town: Town) -> None:
    town.write(PATH, RECORDED)
    town.open(files={PATH: None})
    town.review("example-grace")
    town.settle()
    assert town.state == "open"
    assert "idea-deleted" in town.said


def test_advocates_are_asked_assigned_or_named_and_stay(town: Town) -> None:
    town.open()
    town.settle()
    one, two = [each.login for each in town.pull.requested]
    town.set(1, requested=(), comments=())
    town.forge.collaborators, town.forge.assignees = frozenset({one}), frozenset({two})
    town.settle()
    assert [each.login for each in town.pull.requested] == [one]
    assert [each.login for each in town.pull.assigned] == [two]
    town.review(one, "commented")
    assert town.settle() == []
    town.set(1, requested=(), assigned=(), reviews=(), comments=())
    town.forge.collaborators = town.forge.assignees = frozenset()
    town.settle()
    assert f"@{one} and @{two}" in town.said
    assert town.settle() == []


def test_nobody_is_called_to_a_draft_until_it_is_ready(town: Town) -> None:
    town.open()
    town.set(1, draft=True)
    town.settle()
    assert town.pull.requested == ()
    assert "You can count on" not in town.said
    town.set(1, draft=False)
    town.settle()
    asked = town.pull.requested
    assert len(asked) == 2
    town.set(1, draft=True)
    town.settle()
    assert town.pull.requested == asked


def test_somebody_who_took_back_the_request_is_not_asked_again(town: Town) -> None:
    town.open()
    town.settle()
    first = {each.login for each in town.pull.requested}
    assert len(first) == 2
    gone = min(first)
    kept = tuple(each for each in town.pull.requested if each.login != gone)
    town.set(1, declined=frozenset({gone}), requested=kept)
    town.settle()
    asked = {each.login for each in town.pull.requested}
    assert len(asked) == 2
    assert gone not in asked
    assert first - {gone} <= asked


def test_somebody_whom_a_person_asked_has_the_seat(town: Town) -> None:
    town.open()
    town.set(1, requested=(account("example-mei"),))
    town.settle()
    assert "@example-mei" in town.said


def test_copies_of_the_comment_are_removed_and_a_forged_one_is_not_ours(town: Town) -> None:
    town.open()
    town.settle()
    mine = town.comments()[0]
    copies = (replace(mine, id=mine.id + 5), replace(mine, id=mine.id + 6))
    forged = Comment(1, account("example-mallory"), MARKER + "<!-- hero: advocates 666 -->", NOW)
    town.set(1, comments=(forged, mine, *copies))
    town.settle()
    assert [each.id for each in town.pull.comments] == [1, mine.id]


def test_a_locked_pull_gets_no_comment(town: Town) -> None:
    town.open()
    town.set(1, locked=True)
    assert not any(words[0] == "comment" for words in town.settle())


def test_a_token_that_may_not_write_checks_writes_a_status(tmp_path: Path) -> None:
    town = Town(tmp_path / "registry", app=None)
    town.open()
    written = town.settle()
    assert "status" in {words[0] for words in written}
    assert "check" not in {words[0] for words in written}


def test_a_jobs_own_token_starts_the_publishing_that_its_merge_does_not(tmp_path: Path) -> None:
    town = Town(tmp_path / "registry", app="github-actions")
    town.open()
    town.review("example-grace")
    assert town.settle()[-3:] == [
        ("merge", "1", town.pull.head, "Record share-the-rig (#1)"),
        ("dispatch", "publish.yml", "main"),
        ("dispatch", "reconcile.yml", "main"),
    ]


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("example: true\nas_of: 2026-11-20\n", "is an example"),
        ("repository: else/where\n", "is called"),
    ],
)
def test_what_a_maintainer_should_know_is_noted(town: Town, line: str, note: str) -> None:
    path = town.root / "playbooks/technology/network.yml"
    kept = [
        each for each in path.read_text(encoding="utf-8").splitlines() if "repository" not in each
    ]
    more = line if "repository" in line else f"repository: {town.forge.place_seen.name}\n{line}"
    path.write_text("\n".join(kept) + "\n" + more, encoding="utf-8")
    town.open()
    assert note in " ".join(town.planned().notes)


def test_a_broken_roster_chooses_nobody_and_says_so(town: Town) -> None:
    town.write("playbooks/advocates/roster.yml", "advocates: [{login: example-grace}]\n")
    town.open()
    assert town.settle()
    assert town.pull.requested == ()
    assert "roster.yml has faults" in town.planned().notes[0]


def test_writes_are_bounded_and_the_next_run_goes_on(town: Town) -> None:
    for number in range(1, 9):
        slug = f"ideas/2026/rig-number-{number}.yml"
        text = IDEA.replace("Share the test rig", f"Share rig number {number}")
        town.open(number, files={slug: text})
    counts = []
    while town.planned().actions:
        counts.append(sum(each.fate == "done" for each in town.run(limit=7)))
        assert len(counts) < 20
    assert max(counts) == 7
    assert all(len(town.comments(number)) == 1 for number in range(1, 9))


def test_the_plan_says_itself(town: Town) -> None:
    town.open()
    town.review("example-grace")
    words = [each.words for each in town.planned().actions]
    assert words[0] == "make the label “stage: proposed”"
    assert words[-1] == f"#1: merge {town.pull.head[:12]}: Record share-the-rig (#1)"
    assert isinstance(town.planned().actions[-1], Merge)
    assert BOT.bot


def test_a_check_of_our_name_by_another_app_is_not_ours(town: Town) -> None:
    town.open()
    town.settle()
    town.set(1, checks=tuple(replace(each, app="impostor") for each in town.pull.checks))
    assert [words[0] for words in town.settle()] == ["check"]
