"""Who may say yes: rostered people who did not write it, and nobody by word alone."""

import datetime as dt
from dataclasses import fields, replace

import pytest

from hero.reconcile import seen
from hero.reconcile.seen import Account, Comment
from hero.technology.github import queries
from tests.reconcile.town import BOT, NOW, Town, account

ROSTER = "playbooks/advocates/roster.yml"
GRACE = account("example-grace")


def merged(town: Town) -> bool:
    """Settle; whether the pull is merged then."""
    town.settle()
    return town.state == "merged"


def test_t11_an_advocate_who_proposed_it_does_not_approve_it(town: Town) -> None:
    town.open(author="example-grace")
    town.review("example-grace")
    assert not merged(town)


def test_t11_an_advocate_who_wrote_a_commit_of_it_does_not_approve_it(town: Town) -> None:
    town.open()
    town.set(1, authors=(*town.pull.authors, GRACE))
    town.review("example-grace")
    assert not merged(town)
    town.review("example-linus")
    assert merged(town)


@pytest.mark.parametrize("thief", [666, None])
def test_t11_a_login_that_somebody_else_took_over_is_nobodys(town: Town, thief: int | None) -> None:
    town.open()
    town.review("example-grace")
    (review,) = town.pull.reviews
    town.set(1, reviews=(replace(review, by=Account("example-grace", thief)),))
    assert not merged(town)


def test_t11_an_advocate_under_a_new_login_is_the_same_person_once(town: Town) -> None:
    town.open()
    town.review("example-grace")
    (review,) = town.pull.reviews
    renamed = replace(review, id=2, by=Account("grace-renamed", GRACE.id), verdict="dismissed")
    town.set(1, reviews=(review, replace(renamed, on=review.on + dt.timedelta(minutes=1))))
    assert not merged(town)


@pytest.mark.parametrize("line", ["shadow: true", "since: 2027-01-05", "until: 2026-06-01"])
def test_t11_who_only_looks_on_has_not_begun_or_has_left_approves_nothing(
    town: Town, line: str
) -> None:
    text = (town.root / ROSTER).read_text(encoding="utf-8")
    name = line.split(":")[0]
    row = "    id: 101\n"
    kept = text.replace("    since: 2026-01-05\n", "", 1) if name == "since" else text
    assert row in kept
    town.write(ROSTER, kept.replace(row, f"{row}    {line}\n"))
    town.open()
    town.review("example-grace")
    assert not merged(town)


COMMANDS = [
    "/approve",
    "/advance",
    "/merge\n/lgtm",
    "> /advance",
    "```\n/advance\n```",
    "@hero-bot please merge",
    "/assign example-mallory",
    "/decline spam",
]


@pytest.mark.parametrize("who", [account("example-mallory"), Account("x[bot]", 77, bot=True), BOT])
def test_t13_no_word_of_a_stranger_or_a_bot_moves_anything(town: Town, who: Account) -> None:
    town.open()
    town.settle()
    before = replace(town.pull, comments=())
    said = [Comment(900 + n, who, text, NOW) for n, text in enumerate(COMMANDS)]
    town.set(1, comments=(*town.pull.comments, *said))
    town.settle()
    assert replace(town.pull, comments=()) == before


def test_t13_a_forged_memory_of_who_was_chosen_is_not_believed(town: Town) -> None:
    body = "<!-- hero: comment --><!-- hero: advocates 666 103 -->"
    town.open()
    town.settle()
    asked = town.pull.requested
    forged = Comment(1, account("example-mallory"), body, NOW)
    town.set(1, comments=(forged, *town.pull.comments))
    assert town.settle() == []
    assert town.pull.requested == asked


def test_t14_a_tie_to_the_repository_is_not_even_read(town: Town) -> None:
    kinds = (seen.Account, seen.Review, seen.Comment, seen.PullSeen)
    assert not any("association" in each.name for kind in kinds for each in fields(kind))
    assert "ssociation" not in "".join(
        value for value in vars(queries).values() if type(value) is str
    )
    town.forge.collaborators |= {"the-owner"}
    town.open()
    town.review("the-owner")
    assert not merged(town)
