"""What people say in comments is carried out, answered once, and never twice."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.own_pulls import Propose
from hero.reconcile.seen import Account, Review
from tests.reconcile.commands.square import EVIDENCE, EXPLORING, ISSUE, RECORDED, SLUG, Square
from tests.reconcile.town import BOT, PATH, account


@pytest.fixture
def square(tmp_path: Path) -> Square:
    return Square(tmp_path / "registry")


@pytest.fixture
def exploring(tmp_path: Path) -> Square:
    return Square(tmp_path / "registry", EXPLORING + EVIDENCE)


@pytest.fixture
def door(tmp_path: Path) -> Square:
    """A pull that brings an idea in, looked at once."""
    square = Square(tmp_path / "registry", None)
    square.open()
    square.rest()
    return square


def test_one_comment_moves_an_idea_in_one_run(square: Square) -> None:
    square.say("example-grace", "/advance Two teams will try it.\n\nIn May.")
    square.once()
    assert square.idea.stage == "exploring"
    (made,) = square.idea.decisions
    assert (made.by, made.because) == ("example-grace", "Two teams will try it.\n\nIn May.")
    (answer,) = square.answers()
    assert "#51 moves it from proposed to exploring" in answer
    assert "merged now" in answer
    assert square.forge.pulls_seen[51].comments == ()
    square.rest()
    assert square.forge.tips == {}
    assert square.answers() == [answer]


def test_two_approvals_are_two_people_who_say_so(exploring: Square) -> None:
    exploring.say("example-bob", "/build")
    exploring.say("example-carol", "/sponsor")
    exploring.rest()
    assert list(exploring.opened.values()) == ["open", "open"]
    for number in exploring.opened:
        exploring.review("example-linus", number=number)
    exploring.rest()
    assert (exploring.idea.builder, exploring.idea.sponsor) == ("example-bob", "example-carol")
    exploring.say("example-grace", "/advance It is time.")
    exploring.rest()
    assert exploring.idea.stage == "exploring"
    assert "one more approval by an advocate" in exploring.answers()[-1]
    exploring.say("example-mei", "/advance piloting I agree with it.")
    exploring.rest()
    assert "counts there as your approval" in exploring.answers()[-1]
    assert exploring.idea.stage == "piloting"
    assert exploring.idea.decisions[-1].by == "example-grace"


def test_an_approving_review_with_text_goes_with_the_merge(exploring: Square) -> None:
    exploring.say("example-bob", "/build")
    exploring.rest()
    (number,) = exploring.opened
    pull = exploring.forge.pulls_seen[number]
    words = "Bob knows it, @example-org/all: fixes #3"
    made = Review(7, account("example-mei"), "approved", pull.head, exploring.clock, words)
    exploring.set(number, reviews=(made,))
    (merge,) = [each.action for each in exploring.once().outcomes if "merge" in each.action.words]
    text = getattr(merge, "text")  # noqa: B009
    assert text.startswith("example-mei approves: Bob knows it, ")
    assert "@example" not in text
    assert "#3" not in text


#: What is said, by whom, and what the answer has.
REFUSED = [
    ("example-grace", "/advance", "every move has its reason"),
    ("example-grace", "/advance exploringg", "Did you mean <code>/advance exploring"),
    ("example-grace", "/advance adopted It works.", "no move leads from proposed to adopted"),
    ("example-grace", "/advance proposed Back.", "it is in proposed already"),
    ("example-grace", "/park until 03/04/2027 Later.", "can be meant in one way only"),
    ("example-grace", "/park until 2026-11-01 Later.", "has passed"),
    ("example-grace", "/park 2w", "every move has its reason"),
    ("example-grace", "/decline", "should read why"),
    ("example-grace", "/withdraw Not mine.", "no proposer of it"),
    ("example-grace", "/duplicate-of", "does not say which idea"),
    ("example-grace", "/duplicate-of quarantine-flaky-test", "quarantine-flaky-tests</code>"),
    ("example-grace", f"/duplicate-of {SLUG}", "cannot repeat itself"),
    ("example-grace", "/evaluate value=4 effort=2", "does not say confidence"),
    ("example-grace", "/evaluate value=9 effort=2 confidence=1", "no number of the scale"),
    ("example-grace", "/assign example-bob", "not on the roster"),
    ("example-grace", "/assign", "does not say whom"),
    ("example-grace", "/assign @example-linus", "helps it already"),
    ("example-mei", "/pass", "none of its advocates"),
    ("example-grace", "/claim", "already"),
    ("example-grace", "/build folders are ignored", "stands alone on its line"),
    ("example-bob", "/sponsor @example-carol", "by another&#x27;s word"),
    ("example-bob", "/claim", "only advocates"),
    ("example-bob", "/evaluate value=4 effort=2 confidence=3", "only advocates"),
    ("example-ada", "/decline Mine.", "another must decide"),
    ("example-bob", "/decline No.", "not on the roster"),
    ("example-bob", "/snooze 2w", "nobody reminds you"),
    ("example-ada", "/snooze someday", "does not say until when"),
    ("example-ada", "/rerun", "belongs into a pull"),
    ("example-ada", "/advnace Go.", "Did you mean <code>/advance</code>"),
    ("example-grace", "/decline ghp_" + "a1B2" * 9, "a rule is against it"),
]


@pytest.mark.parametrize(("login", "words", "answer"), REFUSED)
def test_what_cannot_be_done_is_refused_at_once_with_the_right_form(
    square: Square, login: str, words: str, answer: str
) -> None:
    square.say(login, words)
    square.rest()
    (said,) = square.answers()
    assert answer in said.replace("'", "&#x27;")
    assert square.opened == {}
    assert square.idea.stage == "proposed"


def test_a_move_that_lacks_evidence_opens_nothing_and_says_what_is_missing(
    tmp_path: Path,
) -> None:
    square = Square(tmp_path / "registry", EXPLORING)
    square.say("example-grace", "/advance It is time.")
    square.rest()
    (said,) = square.answers()
    assert "there is no evidence yet" in said.replace("There", "there")
    assert "<code>/build</code> or <code>/sponsor</code>" in said
    assert square.opened == {}


#: Who is not heard, and what not.
UNHEARD = [
    ({"by": Account("example-grace", 666)}, "/decline No."),
    ({"by": Account("dependabot[bot]", 5, bot=True)}, "/help"),
    ({"by": BOT}, "/help"),
    ({"by": Account("ghost")}, "/help"),
    ({"edited": dt.datetime(2026, 11, 21, tzinfo=dt.UTC)}, "/decline No."),
    ({}, "> /decline No.\n/decline No."),
    ({}, "Put it into /usr/bin"),
    ({}, "/var is full"),
]


@pytest.mark.parametrize(("more", "words"), UNHEARD)
def test_bots_thieves_of_logins_edits_and_quotations_do_nothing(
    square: Square, more: dict[str, Any], words: str
) -> None:
    square.say("example-grace", words, **more)
    square.rest()
    assert square.opened == {}
    assert square.idea.stage == "proposed"
    thief = more.get("by") == Account("example-grace", 666)
    assert len(square.answers()) == int(thief)


def test_an_account_that_took_the_login_of_an_advocate_is_nobody(square: Square) -> None:
    square.say("example-grace", "/build\n/claim", by=Account("example-grace", 666))
    square.rest()
    assert square.opened == {}
    assert "on the roster with another account" in square.answers()[0]


def test_a_renamed_advocate_is_known_by_the_number(square: Square) -> None:
    square.say("example-grace", "/advance Go on with it.", by=Account("grace-renamed", 101))
    square.rest()
    assert square.idea.decisions[0].by == "example-grace"


def test_a_locked_talk_takes_no_commands(square: Square) -> None:
    square.say("example-grace", "/advance Go on with it.")
    issue = square.forge.issues_seen[ISSUE]
    square.forge.issues_seen[ISSUE] = replace(issue, locked=True)
    square.rest()
    assert square.opened == {}


def test_where_not_all_is_read_the_last_comments_are_left_alone(square: Square) -> None:
    square.say("example-grace", "/advance Go on with it.")
    issue = square.forge.issues_seen[ISSUE]
    square.forge.issues_seen[ISSUE] = replace(issue, whole=False)
    square.rest()
    assert square.opened == {}
    for _ in range(100):
        square.say("example-mei", "Talk.")
    square.rest()
    assert square.idea.stage == "exploring"


def test_only_so_many_commands_of_a_comment_are_read(square: Square) -> None:
    square.say("example-grace", "/help\n" * 5 + "/decline No.")
    square.rest()
    assert "first five commands" in square.answers()[0]
    assert square.opened == {}


def test_a_comment_that_is_edited_later_counts_no_longer(exploring: Square) -> None:
    comment = exploring.say("example-bob", "/build")
    exploring.rest()
    exploring.reword(comment, "/build\n\nNot really.")
    exploring.review("example-linus", number=51)
    exploring.rest()
    assert exploring.opened == {51: "closed"}
    assert exploring.idea.builder is None
    assert "edited or taken away" in exploring.answers()[-1]
    assert exploring.forge.tips == {}


def test_what_somebody_else_pushes_to_our_branch_is_taken_off_again(exploring: Square) -> None:
    exploring.say("example-bob", "/build")
    exploring.rest()
    other = EXPLORING.replace("hour", "minute")
    exploring.push(51, {PATH: other})
    exploring.review("example-linus", number=51)
    exploring.once()
    assert exploring.idea.proposal.count("hour") == 1
    exploring.rest()
    assert exploring.idea.builder == "example-bob"


def test_a_pull_is_put_anew_where_the_idea_has_changed(exploring: Square) -> None:
    exploring.say("example-bob", "/build")
    exploring.rest()
    exploring.write(PATH, (EXPLORING + EVIDENCE).replace("hour", "day"))
    exploring.set(51, mergeable=False)
    exploring.rest()
    exploring.review("example-linus", number=51)
    exploring.rest()
    assert exploring.idea.builder == "example-bob"
    assert "by the day" in exploring.idea.proposal


def test_a_pull_whose_idea_has_moved_on_is_closed_and_the_answer_says_so(
    exploring: Square,
) -> None:
    exploring.write(PATH, exploring_with_people())
    exploring.say("example-grace", "/advance It is time.")
    exploring.rest()
    assert exploring.opened == {51: "open"}
    exploring.write(PATH, RECORDED)
    exploring.rest()
    assert exploring.opened == {51: "closed"}
    assert "has changed since" in exploring.answers()[-1]


def exploring_with_people() -> str:
    return (EXPLORING + EVIDENCE).replace(
        "proposed_on", "builder: example-grace\nsponsor: example-grace\nproposed_on"
    )


@pytest.mark.parametrize("said", ["done", "refused"])
def test_an_old_command_is_not_said_once_more_by_whoever_may_push(
    square: Square, said: str
) -> None:
    """A branch that names somebody's earlier comment, with just what it would come to now."""
    if said == "done":
        comment = square.say("example-grace", "/advance Two teams will try it.")
        square.rest()
        decided = square.idea
        square.write(PATH, RECORDED + BACK)
        assert decided.stage == "exploring"
    else:
        comment = square.say("example-grace", "/advance piloting Two teams will try it.")
        square.rest()
        square.write(PATH, exploring_with_people())
    square.rest()
    before = square.root.joinpath(PATH).read_text(encoding="utf-8")
    stage = square.idea.stage
    message = f"Move\n\nHero-Command: {ISSUE} c{comment} {stage}"
    forged = before.replace(f"stage: {stage}", "stage: exploring")
    square.forge.put(
        "hero/move/share-the-rig", square.forge.branches["main"], {PATH: forged.encode()}, message
    )
    number = square.forge.open_pull("hero/move/share-the-rig", "Move", "")
    square.rest()
    assert square.forge.pulls_seen[number].state == "closed"
    assert square.root.joinpath(PATH).read_text(encoding="utf-8") == before


BACK = """decisions:
  - {date: 2026-11-20, from: proposed, to: exploring, by: example-grace,
     because: Two teams will try it.}
  - {date: 2026-11-20, from: exploring, to: declined, by: example-linus, because: They will not.}
  - {date: 2026-11-20, from: duplicate, to: proposed, by: example-linus, because: They may.}
"""


def test_a_pull_that_people_close_stays_closed_and_its_branch_goes(exploring: Square) -> None:
    exploring.say("example-bob", "/build")
    exploring.rest()
    exploring.set(51, state="closed")
    exploring.rest()
    assert exploring.opened == {51: "closed"}
    assert exploring.forge.tips == {}
    exploring.say("example-bob", "/build")
    exploring.rest()
    assert exploring.opened == {51: "closed", 52: "open"}


def test_one_move_is_decided_on_at_a_time(exploring: Square) -> None:
    exploring.write(PATH, exploring_with_people())
    exploring.say("example-grace", "/advance It is time.")
    exploring.rest()
    exploring.say("example-linus", "/decline It is not.")
    exploring.rest()
    assert "one move is decided on at a time" in exploring.answers()[-1]
    assert "#51" in exploring.answers()[-1]
    exploring.say("example-grace", "/decline Linus is right.")
    exploring.rest()
    assert exploring.idea.stage == "declined"
    assert exploring.opened == {51: "merged"}


def test_an_idea_is_turned_down_at_the_door_and_recorded(door: Square) -> None:
    door.say("example-grace", "/decline The rig is sold in May.", 1)
    door.rest()
    assert door.idea.stage == "declined"
    assert door.state == "closed"
    (answer,) = door.answers(1)
    assert "Thank you, example-ada" in answer


def test_a_repeated_idea_is_recorded_as_one_and_its_proposers_are_named_there(
    tmp_path: Path,
) -> None:
    square = Square(tmp_path / "registry", None)
    square.open(author="example-bob", files={PATH: TEXT_OF_BOB})
    square.say("example-mei", "/duplicate-of quarantine-flaky-tests", 1)
    square.rest()
    assert square.idea.links.duplicate_of == "quarantine-flaky-tests"
    assert "example-bob" in square.registry.ideas["quarantine-flaky-tests"].proposers


TEXT_OF_BOB = RECORDED.partition("proposed_on")[0].replace("example-ada", "example-bob")


def test_at_the_door_an_advocate_passes_claims_and_asks_another(door: Square) -> None:
    first, second = [each.login for each in door.pull.requested]
    door.say(first, "/pass", 1)
    door.rest()
    asked = [each.login for each in door.pull.requested]
    assert first not in asked
    assert second in asked
    door.say(first, "/claim", 1)
    door.rest()
    comment = next(each.body for each in door.comments() if "advocates" in each.body)
    assert f"Who helps</b>: @{first}" in comment


@pytest.mark.parametrize(
    ("login", "words", "state", "answer"),
    [
        ("example-ada", "/withdraw", "closed", "taken back"),
        ("example-mei", "/withdraw", "open", "only its proposers"),
        ("example-ada", "/claim", "open", "do not propose it"),
        ("example-bob", "/decline No.", "open", "not on the roster"),
        ("example-ada", "/decline No.", "open", "another must decide"),
        ("example-grace", "/advance It is clear.", "open", "not recorded yet"),
        ("example-bob", "/build", "open", "not recorded yet"),
        ("example-ada", "/rerun", "open", "the check is written"),
        ("example-bob", "/rerun", "open", "only advocates and whoever"),
        ("example-grace", "/help", "open", "<code>/decline reason</code>"),
        ("example-ada", "/help", "open", "<code>/withdraw [reason]</code>"),
    ],
)
def test_what_is_said_at_the_door(
    door: Square, login: str, words: str, state: str, answer: str
) -> None:
    door.say(login, words, 1)
    door.rest()
    assert answer in door.answers(1)[-1]
    assert door.state == state


def test_an_issue_whose_idea_still_comes_is_a_place_to_decide_too(door: Square) -> None:
    door.open_issue()
    door.say("example-mei", "/pass\n/rerun")
    door.rest()
    assert "please say that in #1" in door.answers()[-1]
    assert "belongs into a pull" in door.answers()[-1]
    door.say("example-grace", "/decline The rig is sold in May.")
    door.rest()
    assert door.idea.stage == "declined"
    assert door.state == "closed"


def test_an_idea_that_is_nowhere_yet_says_so(tmp_path: Path) -> None:
    square = Square(tmp_path / "registry", None)
    square.open_issue()
    square.say("example-grace", "/decline It is sold.")
    square.rest()
    assert "not recorded" in square.answers()[-1]


def test_what_cannot_be_looked_at_as_a_whole_is_not_recorded(door: Square) -> None:
    door.set(1, whole=False)
    door.say("example-grace", "/decline The rig is sold in May.", 1)
    door.rest()
    assert door.state == "open"
    assert door.opened == {}


def test_a_review_is_heard_as_a_comment_is(door: Square) -> None:
    grace = account("example-grace")
    made = Review(5, grace, "commented", door.pull.head, door.clock, "/decline It is sold.")
    door.set(1, reviews=(made,))
    door.rest()
    assert door.idea.decisions[0].because == "It is sold."


def test_a_review_whose_text_was_changed_is_not_heard(door: Square) -> None:
    grace, later = account("example-grace"), door.clock + dt.timedelta(hours=1)
    body = "/decline It is sold."
    made = Review(5, grace, "commented", door.pull.head, door.clock, body, later)
    door.set(1, reviews=(made,))
    door.rest()
    assert door.state == "open"
    assert door.answers(1) == []


def test_who_turns_an_idea_down_at_the_door_credits_its_author(door: Square) -> None:
    door.say("example-grace", "/decline The rig is sold in May.", 1)
    (proposed,) = [each for each in door.planned().actions if isinstance(each, Propose)]
    assert "Co-authored-by: example-ada <201+example-ada@users" in proposed.put.message
    assert "sold" not in proposed.put.message


def test_who_may_not_open_pulls_says_where_one_click_does_it(square: Square) -> None:
    def refuse(words: tuple[str, ...]) -> None:
        if words[0] == "open_pull":
            raise ForgeRefused("permission", "Actions may not create pulls.")

    square.forge.refuse = refuse
    square.say("example-grace", "/advance Go on with it.")
    square.rest()
    (answer,) = square.answers()
    assert "compare/main...hero/move/share-the-rig?expand=1" in answer
    square.forge.refuse = None
    number = square.forge.open_pull("hero/move/share-the-rig", "By hand", "")
    square.set(number, author=account("example-mei"))
    square.rest()
    assert square.idea.stage == "exploring"


FAULTS = ["put", "open_pull", "comment", "merge", "check", "drop"]


@pytest.mark.parametrize("name", FAULTS)
def test_a_write_that_fails_once_is_made_up_for_and_nothing_is_done_twice(
    square: Square, name: str
) -> None:
    failing: Iterator[bool] = iter([True])

    def refuse(words: tuple[str, ...]) -> None:
        if words[0] == name and next(failing, False):
            raise ForgeRefused("broken", "No answer.")

    square.forge.refuse = refuse
    square.say("example-grace", "/advance Go on with it.")
    for _ in range(8):
        square.once()
    assert len(square.idea.decisions) == 1
    assert len(square.answers()) == 1
    assert list(square.opened.values()) == ["merged"]


@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_a_run_that_may_write_little_gets_there_in_several(square: Square, limit: int) -> None:
    square.say("example-grace", "/advance Go on with it.")
    for _ in range(30):
        square.once(limit)
    assert len(square.idea.decisions) == 1
    assert len(square.answers()) == 1


def test_two_runs_at_once_do_nothing_twice(square: Square) -> None:
    from hero.reconcile.apply import apply

    square.say("example-grace", "/advance Go on with it.")
    for _ in range(4):
        plans = [square.planned(), square.planned()]
        for each in plans:
            apply(each.actions, square.forge, 100)
        square.fetch()
    square.rest()
    assert len(square.idea.decisions) == 1
    assert len(square.answers()) == 1
    assert list(square.opened.values()) == ["merged"]


def test_the_same_comment_seen_in_another_order_comes_to_the_same(exploring: Square) -> None:
    exploring.say("example-grace", "/evaluate value=4 effort=2 confidence=3 Seen.")
    exploring.say("example-linus", "/evaluate value=2 effort=4 confidence=3")
    issue = exploring.forge.issues_seen[ISSUE]
    turned = replace(issue, comments=tuple(reversed(issue.comments)))
    exploring.forge.issues_seen[ISSUE] = turned
    exploring.rest()
    judged = [(each.by, each.value) for each in exploring.idea.evaluations]
    assert sorted(judged) == [("example-grace", 4), ("example-linus", 2)]
    assert len(exploring.answers()) == 2


def test_an_example_and_an_archived_place_do_nothing(square: Square) -> None:
    square.say("example-grace", "/advance Go on with it.")
    square.forge.place_seen = replace(square.forge.place_seen, archived=True)
    assert square.planned().actions == ()
