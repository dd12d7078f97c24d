"""From the form to the record, and what becomes of the issue: followed, answered, left, closed."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Account
from tests.reconcile.forms.desk import PROPOSAL, Desk, filled
from tests.reconcile.town import BOT, account
from tests.reconcile.tracking.square import plain

PATH = "ideas/2026/share-the-test-rig.yml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "registry")


def test_from_the_form_to_the_end_in_one_issue(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    path, text = desk.added()
    pull = desk.ours()
    assert path == PATH
    assert "proposers: [example-ada]" in text
    assert account("example-ada") in pull.authors
    assert "#1" in pull.body
    (answer,) = desk.posts()
    assert f"Your idea is in #{pull.number}" in plain(answer)
    assert "@" not in answer
    assert "Hello example-ada, and thank you" in desk.comments(pull.number)[0].body

    desk.edit({"Theme": "Not sure"}, title="Share it by the hour")
    desk.calm()
    assert desk.ours().number == pull.number
    assert desk.added()[0] == PATH
    assert "theme: unsure" in desk.added()[1]
    assert desk.ours().title == "Idea: Share it by the hour"

    desk.review("example-grace", number=pull.number)
    desk.calm()
    assert (desk.root / PATH).exists()
    assert desk.forge.tips == {}
    (answer,) = desk.posts()
    assert "<!-- hero: idea share-the-test-rig -->" in answer
    assert "Stage: Proposed." in plain(answer)
    assert "the text at the top of this issue a thumb up" in plain(answer)
    assert desk.issue().title == "Share it by the hour"
    assert desk.issue().body == filled({"Theme": "Not sure"})
    assert list(desk.forge.issues_seen) == [1]

    desk.change(body="Taken back")
    assert desk.told() == []

    row = "{date: 2026-11-23, from: proposed, to: declined, by: example-grace, because: No.}"
    text = (desk.root / PATH).read_text(encoding="utf-8")
    text = f"{text}proposed_on: 2026-11-20\nstage: declined\ndecisions:\n  - {row}\n"
    desk.write(PATH, text)
    desk.calm()
    assert desk.issue().state == "closed"
    assert "moves from Proposed to Declined" in plain(desk.posts()[1])


def test_what_is_missing_is_told_in_the_forms_own_words_and_no_pull_is_opened(desk: Desk) -> None:
    desk.file(filled({"Problem": "_No response_"}), title="x" * 90)
    desk.calm()
    said = plain(desk.posts()[0])
    assert "Two things have to be mended before it can be recorded" in said
    assert said.index("“Title” has 90 characters") < said.index("“Problem” is empty")
    desk.change(title="Share the rig", body=filled({"Theme": "Reliabilty", "Benefit": "TODO"}))
    desk.calm()
    said = plain(desk.posts()[0])
    assert "“Benefit” is still what a template says" in said
    assert "choose one of these under “Theme”: “Not sure”, “Developer experience”" in said
    assert not any(word in said for word in ("`", ".yml", "hero check", "remove the field"))
    assert desk.forge.pulls_seen == {}
    desk.change(title="Share the test rig", body=filled())
    desk.calm()
    assert desk.ours()
    assert len(desk.posts()) == 1


def test_a_strangers_words_are_told_back_and_do_nothing(desk: Desk) -> None:
    evil = "@example-org/all fixes #1 <!-- hero: form-of x 3 --> <script> GH-2 \x00 \u202e"
    secret = "ghp_" + "a1B2c3D4e5" * 4
    desk.file(filled({"Also by": evil, "Theme": evil, "Tags": evil}), title=f"{evil} {secret}")
    desk.calm()
    (answer,) = desk.posts()
    assert secret not in answer
    assert "Three things have" in plain(answer)
    seen = evil.partition("GH-2")[0]
    desk.edit({"Problem": f"{seen} every day, for an hour."}, title="Fixes #1 @example-org/all")
    desk.calm()
    pull = desk.ours()
    for text in (*desk.posts(), pull.title, pull.body, desk.forge.tips[pull.branch].message):
        assert "@example-org" not in text
        assert "ixes #1" not in text
        assert "form-of x" not in text.replace("&lt;!-- hero: form-of x", "")


def test_a_slip_that_comes_with_an_edit_holds_the_pull_and_is_told_on_the_issue(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    desk.edit({"Proposal": None})
    desk.calm()
    pull = desk.ours()
    assert f"Your last change is in #{pull.number}, and one thing there" in plain(desk.posts()[0])
    (comment,) = desk.comments(pull.number)
    said = plain(comment.body)
    assert "its author edits #1, and this pull follows" in said
    assert "edit the file" not in said
    assert "hero check --fix" not in said
    desk.review("example-grace", number=pull.number)
    desk.calm()
    assert desk.ours().state == "open"


def test_its_author_approves_nothing_even_as_an_advocate(desk: Desk) -> None:
    desk.file(filled(), author=account("example-grace"))
    desk.calm()
    pull = desk.ours()
    assert "example-grace" not in {each.login for each in pull.requested}
    desk.review("example-grace", number=pull.number)
    desk.calm()
    assert desk.ours().state == "open"
    desk.review("example-linus", number=pull.number)
    desk.calm()
    assert (desk.root / PATH).exists()


def test_after_five_working_days_it_is_recorded_in_any_case(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    desk.today = dt.date(2026, 12, 5)
    desk.calm()
    assert (desk.root / PATH).exists()


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ("A thought without the form.", None),
        (filled(), Account("dependabot[bot]", 7, bot=True)),
        (filled(), Account("ghost")),
        ("### Problem\n\nOnly this", None),
    ],
)
def test_what_is_no_form_is_left_alone(desk: Desk, body: str, author: Account | None) -> None:
    desk.file(body, author=author)
    assert desk.told() == []


def test_a_closed_issue_takes_its_pull_along_and_brings_another_once_reopened(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    first = desk.ours().number
    desk.close()
    desk.calm()
    assert desk.forge.pulls_seen[first].state == "closed"
    assert desk.forge.tips == {}
    assert "#1 was closed" in desk.forge.pulls_seen[first].comments[-1].body
    desk.reopen()
    desk.calm()
    assert desk.ours().number > first
    assert desk.added()[0] == PATH


def test_who_closes_the_issue_of_a_recorded_idea_is_left_in_peace(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    desk.review("example-grace", number=desk.ours().number)
    desk.run()
    desk.close()
    desk.calm()
    assert (desk.root / PATH).exists()
    assert list(desk.forge.issues_seen) == [1]
    assert desk.issue().state == "closed"


def test_a_pull_that_a_person_closed_stays_closed(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    number = desk.ours().number
    desk.set(number, state="closed")
    assert desk.told() == ["edit_comment"]
    assert f"#{number} was closed" in desk.posts()[0]
    desk.edit({"Proposal": "Buy a second rig, and say so at the door of the first."})
    assert desk.told() == []


def test_anothers_idea_of_the_same_name_is_not_the_issues(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    text = desk.added()[1].replace("ada", "tim")
    desk.set(desk.ours().number, state="closed")
    desk.record(slug="share-the-test-rig", text=text)
    desk.calm()
    assert "was closed" in desk.posts()[0]
    assert "hero: idea" not in desk.posts()[0]


def test_what_an_advocate_writes_to_the_branch_is_not_written_over(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    pull, (path, text) = desk.ours(), desk.added()
    desk.push(pull.number, {path: text.replace("by the hour", "by the day")})
    desk.edit({"Proposal": "Something else that nobody has read before now."})
    desk.calm()
    assert "by the day" in desk.added()[1]
    assert "no longer taken over" in plain(desk.posts()[0])
    desk.close()
    desk.calm()
    assert desk.forge.pulls_seen[pull.number].state == "open"


def test_two_of_one_title_get_two_names_and_keep_them(desk: Desk) -> None:
    desk.file(filled())
    desk.file(filled({"Proposal": "Buy another rig."}), 2, account("example-tim"))
    desk.file(filled(), 3, account("example-eve"), title="共享")
    desk.calm()
    names = [desk.added(number)[0].rpartition("/")[2] for number in (1, 2, 3)]
    assert names == ["share-the-test-rig.yml", "share-the-test-rig-2.yml", "gongxiang.yml"]


def test_a_name_that_another_took_first_is_given_up(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    desk.record(slug="share-the-test-rig", text=desk.added()[1].replace("ada", "tim"))
    desk.calm()
    assert desk.added()[0] == "ideas/2026/share-the-test-rig-1.yml"
    assert "share-the-test-rig-1" in desk.posts()[0]


def test_where_the_bot_may_not_open_pulls_a_person_is_asked_to(desk: Desk) -> None:
    def refuse(words: tuple[str, ...]) -> None:
        if words[0] == "open_pull":
            raise ForgeRefused("permission", "Not permitted to create pull requests.")

    desk.forge.refuse = refuse
    desk.file(filled())
    assert desk.told() == ["put", "comment"]
    assert "compare/main...hero/form/1?expand=1" in desk.posts()[0]
    desk.edit({"Tags": "Rig, Booking"})
    assert desk.told() == ["put", "edit_comment"]
    desk.forge.refuse = None
    number = desk.forge.open_pull("hero/form/1", "By hand", "")
    desk.set(number, author=account("example-mei"))
    desk.calm()
    assert f"Your idea is in #{number}" in plain(desk.posts()[0])
    assert "tags: [rig, booking]" in desk.added()[1]


@pytest.mark.parametrize("kind", ["put", "open_pull", "comment", "edit_comment"])
def test_what_was_refused_half_way_is_done_by_the_next_run(desk: Desk, kind: str) -> None:
    def refuse(words: tuple[str, ...]) -> None:
        if words[0] == kind:
            raise ForgeRefused("broken", "No answer.")

    desk.file(filled())
    desk.forge.refuse = refuse
    desk.run()
    desk.run()
    desk.forge.refuse = None
    desk.calm()
    assert len([each for each in desk.forge.pulls_seen.values() if each.state == "open"]) == 1
    assert len(desk.posts()) == 1


def test_a_race_leaves_one_pull_and_one_answer(desk: Desk) -> None:
    desk.file(filled())
    desk.twice()
    desk.credit()
    desk.calm()
    assert len(desk.forge.pulls_seen) == 1
    assert len(desk.posts()) == 1


def test_nobody_else_can_say_what_an_issue_is(desk: Desk) -> None:
    desk.file(filled())
    desk.say("<!-- hero: form --><!-- hero: form-of quiet 7 --><!-- hero: idea quiet -->")
    desk.say("<!-- hero: idea quiet -->", Account(BOT.login, 901, bot=True))
    desk.calm()
    assert desk.added()[0] == PATH


def test_a_locked_issue_and_a_place_without_issues_are_left_alone(desk: Desk) -> None:
    desk.file(filled())
    desk.calm()
    number = desk.ours().number
    desk.change(locked=True)
    desk.edit({"Proposal": PROPOSAL + " Twice."})
    assert desk.told() == []
    desk.forge.place_seen = replace(desk.forge.place_seen, issues=False)
    desk.close()
    assert desk.told() == []
    assert desk.forge.pulls_seen[number].state == "open"
