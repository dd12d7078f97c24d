"""An idea has one issue: opened, told of each move once, closed when it ends, left to people."""

from dataclasses import replace
from pathlib import Path

import pytest

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Account
from tests.reconcile.tracking.square import NETWORK, RECORDED, SLUG, Square, plain


@pytest.fixture
def square(tmp_path: Path) -> Square:
    return Square(tmp_path / "registry")


def test_an_idea_lives_in_one_issue_from_the_record_to_its_end(square: Square) -> None:
    square.record()
    assert square.told() == ["open_issue"]
    issue = square.issue()
    assert issue.title == "Share the test rig"
    assert issue.labels == {"idea", "stage: proposed", "waits on: advocate"}
    text = plain(issue.body)
    assert "Whose turn : example-grace and example-linus." in text
    assert "example-grace (accountable) and example-linus" in text
    assert "Give this text a thumb up" in text
    assert "https://ideas.example.org/ideas/share-the-rig.html" in issue.body
    assert "@" not in issue.body

    square.record("exploring")
    assert sorted(square.told()) == ["comment", "edit_issue", "label"]
    (post,) = square.posts()
    said = plain(post)
    assert said.startswith("@example-ada: “Share the test rig” moves from Proposed to Exploring.")
    assert "Decided by example-grace on 10 November 2026. The reason:" in said
    assert "Both teams asked for it." in said
    assert "Next" in said
    assert square.issue().labels == {"idea", "stage: exploring", "waits on: proposer"}

    square.record("exploring", "declined")
    assert square.told() == ["comment", "close_issue", "edit_issue", "label"]
    assert ("close_issue", "1", "not planned") in square.forge.written
    assert square.issue().state == "closed"
    assert "A second rig arrives on Monday." in plain(square.posts()[-1])

    square.record("exploring", "declined", "again")
    assert square.told() == ["reopen_issue", "comment", "edit_issue", "label"]
    assert square.issue().state == "open"
    assert len(square.posts()) == 3


def test_the_post_says_what_would_reopen_it_and_it_does_nothing(square: Square) -> None:
    again = "'*Prices* fall, @example-org/all: fixes #1 <!-- hero: closed -->'"
    row = "date: 2026-11-12, from: proposed, to: declined, by: example-grace, because: No."
    text = f"{RECORDED}stage: declined\ndecisions:\n  - {{{row}, reopen_when: {again}}}\n"
    square.record()
    square.calm()
    square.record(text=text)
    square.calm()
    (post,) = square.posts()
    assert "<p><b>Would be looked at again</b>: Prices fall, " in post
    assert "@example-org" not in post
    assert "#1" not in post
    assert "hero: closed" not in post
    assert post.index("looked at again") < post.index("<b>Next</b>")


def test_one_that_is_in_use_is_closed_as_completed(square: Square) -> None:
    square.record()
    square.calm()
    row = "{date: 2026-11-12, from: proposed, to: adopted, by: example-grace, because: It runs.}"
    square.record(text=f"{RECORDED}stage: adopted\ndecisions:\n  - {row}\n")
    assert ("close_issue", "1", "done") in square.calm()


def test_a_parked_idea_keeps_its_issue_and_says_when_it_comes_back(square: Square) -> None:
    square.record("exploring", "parked")
    square.calm()
    assert square.issue().state == "open"
    assert square.issue().labels == {"idea", "stage: parked"}
    assert "1 March 2027" in plain(square.issue().body)


def test_only_the_last_move_calls_anybody(square: Square) -> None:
    square.record("exploring", "parked")
    square.calm()
    first, second = square.posts()
    assert "@" not in first
    assert "@example-ada" in second


@pytest.mark.parametrize("since", ["2026-12-01", None])
def test_what_is_older_than_the_registrys_time_has_no_issue(
    tmp_path: Path, since: str | None
) -> None:
    square = Square(tmp_path / "registry", since)
    square.record("exploring")
    assert square.told() == []


def test_an_older_idea_that_moves_gets_one_and_only_the_new_move_is_told(square: Square) -> None:
    square.write(NETWORK, (square.root / NETWORK).read_text().replace("11-01", "11-11"))
    square.record("exploring", "parked")
    square.calm()
    assert len(square.posts()) == 1
    assert "to Parked" in plain(square.posts()[0])


def test_imported_ideas_and_their_decisions_are_not_told(square: Square) -> None:
    row = "{date: 2026-11-12, from: proposed, to: exploring, by: example-grace, because: Yes., "
    old = RECORDED.replace("2026-11-02", "2024-05-06")
    square.record(text=f"{old}stage: exploring\ndecisions:\n  - {row}imported: row 7}}\n")
    assert square.told() == []
    square.record(text=f"{RECORDED}stage: exploring\ndecisions:\n  - {row}imported: row 7}}\n")
    square.calm()
    assert square.posts() == []


def test_the_example_an_archive_and_a_place_without_issues_say_nothing(square: Square) -> None:
    square.record("exploring")
    here = square.forge.place_seen
    for change in ({"issues": False}, {"archived": True}):
        square.forge.place_seen = replace(here, **change)  # type: ignore[arg-type]
        assert square.planned().actions == ()
    square.forge.place_seen = here
    square.write(
        NETWORK, (square.root / NETWORK).read_text() + "example: true\nas_of: 2026-11-20\n"
    )
    assert square.planned().actions == ()


def test_what_a_person_closed_stays_closed_and_silent(square: Square) -> None:
    square.record()
    square.calm()
    square.close()
    square.record("exploring")
    assert square.told() == []
    square.record("exploring", "declined")
    assert square.told() == []
    square.record("exploring", "declined", "again")
    assert square.told() == []
    square.reopen()
    assert "comment" in square.told()
    assert len(square.posts()) == 3


def test_what_a_person_opened_again_after_the_end_stays_open(square: Square) -> None:
    square.record("exploring")
    square.calm()
    square.record("exploring", "declined")
    square.calm()
    square.reopen()
    assert square.told() == []
    assert square.issue().state == "open"


def test_nobodys_words_but_ours_make_an_issue_an_ideas(square: Square) -> None:
    square.record()
    square.calm()
    forged = square.issue().body
    square.forge.issues_seen.clear()
    square.file(forged, 5, Account("example-mallory", 666))
    assert square.told() == ["open_issue"]
    square.file(forged, 7, Account("hero-bot[bot]", 667, bot=True))
    assert square.told() == []


def test_what_people_change_of_ours_comes_back_and_what_is_theirs_stays(square: Square) -> None:
    square.record()
    square.calm()
    ours = square.issue()
    labels = ours.labels - {"stage: proposed"} | {"good first idea"}
    square.change(body="Spam", labels=labels, title="Mine now")
    square.say(f"<!-- hero: idea {SLUG} --> me too")
    # Without the marker it is nobody's: the idea gets another, which is the lesser evil.
    assert square.told() == ["open_issue"]
    square.forge.issues_seen.pop(2)
    square.change(body=ours.body.replace("thumb", "fist"))
    assert sorted(square.told()) == ["edit_issue", "label"]
    assert square.issue().body == ours.body
    assert square.issue().labels == ours.labels | {"good first idea"}


def test_a_race_leaves_one_issue_and_one_post(square: Square) -> None:
    square.record()
    square.calm()
    square.record("exploring")
    square.twice()
    assert len(square.posts()) == 1
    copy = square.issue().comments[0]
    square.change(comments=(copy, replace(copy, id=copy.id + 1)))
    square.forge.issues_seen[9] = replace(square.issue(), number=9, comments=())
    assert square.told() == ["delete_comment", "close_issue", "edit_issue"]
    assert "#1" in square.issue(9).body
    assert square.issue(9).state == "closed"
    assert square.issue(1).state == "open"


def test_what_was_refused_half_way_is_done_by_the_next_run(square: Square) -> None:
    square.record()
    square.calm()
    square.record("exploring", "declined")
    for kind in ("comment", "close_issue", "edit_issue"):

        def refuse(words: tuple[str, ...], kind: str = kind) -> None:
            if words[0] == kind:
                raise ForgeRefused("broken", "No answer.")

        square.forge.refuse = refuse
        square.run()
    square.forge.refuse = None
    square.calm()
    assert len(square.posts()) == 2
    assert square.issue().state == "closed"


def test_strangers_words_do_nothing(square: Square) -> None:
    title = "Fixes #1 @example-org/all `x` <img src=x> &amp;"
    text = RECORDED.replace("title: Share the test rig", f"title: '{title}'")
    text = text.replace("Put a", "'See @example-org/all <!-- hero: closed --> put a")
    text = text.replace("by the hour.", "by the hour.'")
    square.record("exploring", text=text.replace("May.", "May. Closes GH-1."))
    square.calm()
    issue = square.issue()
    assert "@example-org" not in issue.title + issue.body
    assert "#1" not in issue.title + issue.body
    assert "hero: closed -->" not in issue.body.replace("&gt;", "")
    assert "@example-org" not in square.posts()[0].replace("@example-ada", "")


def test_who_waits_comes_first_and_a_run_writes_no_more_than_it_may(square: Square) -> None:
    square.record()
    square.calm()
    for number in range(20):
        text = RECORDED.replace("Share the test rig", f"Share rig {number}")
        square.record(text=text, slug=f"share-rig-{number}")
    square.record("exploring")
    done = square.run(limit=5)
    assert sum(each.fate == "done" for each in done) == 5
    assert len(square.posts()) == 1
    for _ in range(8):
        square.run(limit=5)
    assert len(square.forge.issues_seen) == 21


def test_a_locked_issue_is_not_spoken_in(square: Square) -> None:
    square.record()
    square.calm()
    square.change(locked=True)
    square.record("exploring")
    assert "comment" not in square.told()
    square.change(locked=False)
    assert square.told() == ["comment"]
