"""What a week brought, as values and in words."""

import datetime as dt
from pathlib import Path

import pytest

from hero.culture.digest import Digest, Week, digest, last_week
from hero.culture.digest_text import SHOWN, opening, parts, plain
from tests.deadlines.made import decided, made

FIRST, LAST = dt.date(2026, 3, 2), dt.date(2026, 3, 8)
TODAY = dt.date(2026, 3, 10)
CHALLENGE = """title: Quiet nights
question: How?
sponsor: Cy
opens: 2026-03-03
closes: 2026-03-14
criteria: [Fewer calls]
"""
IDEAS = {
    "early": "proposed_on: 2026-03-01\nadvocates: [Cy]\n",
    "fresh": "proposed_on: 2026-03-02\nadvocates: [Cy]\n",
    "later": "proposed_on: 2026-03-09\n",
    "moved": "proposed_on: 2026-01-05\nbuilder: bo\n"
    + decided("2026-03-08 proposed trying Cy").replace(
        "because: So.", 'because: "It is @all\'s #7."'
    ),
    "before": "proposed_on: 2026-01-05\n" + decided("2026-03-01 proposed declined Cy"),
    "resting": "proposed_on: 2026-01-05\nrevisit_on: 2026-03-20\n"
    + decided("2026-02-01 proposed resting Cy"),
}


def told() -> Digest:
    more = {"playbooks/culture/challenges/quiet-nights.yml": CHALLENGE}
    thanks = "playbooks/culture/recognition.yml"
    more[thanks] = (Path(__file__).parents[2] / thanks).read_text(encoding="utf-8")
    return digest(made(IDEAS, more), Week(FIRST, LAST), TODAY)


@pytest.mark.parametrize("day", range(9, 16))
def test_all_days_of_a_week_tell_of_the_week_before(day: int) -> None:
    week = last_week(dt.date(2026, 3, day))
    assert (week.first, week.last, week.name) == (FIRST, LAST, "2026-W10")


def test_the_name_of_a_week_at_the_turn_of_the_year() -> None:
    assert last_week(dt.date(2027, 1, 6)).name == "2026-W53"


def test_what_a_week_brought() -> None:
    found = told()
    assert [slug for slug, _ in found.moved] == ["moved"]
    assert found.fresh == ("fresh",)
    assert [each.kind for each in found.challenges] == ["opens"]
    assert [(each.about, each.kind) for each in found.closing] == [
        ("quiet-nights", "closing"),
        ("resting", "revisit"),
    ]
    assert not found.empty


def test_who_is_waited_on_by_role_and_the_latest_first() -> None:
    rows = [(each.role, each.slug, bool(each.late)) for each in told().waiting]
    assert rows == [
        ("advocate", "early", True),
        ("advocate", "fresh", True),
        ("advocate", "later", False),
        ("builder", "moved", False),
    ]


def test_who_is_thanked() -> None:
    [thanks] = [part.lines for part in parts(told()) if part.title == "Thank you"]
    assert [line.title for line in thanks] == ["bea", "Cy"]
    assert all(line.words.startswith("for ") for line in thanks)


def test_the_words() -> None:
    said = plain(told(), "https://x.example/hero/")
    assert opening(told()) == (
        "One idea moved, one came in new, and two ideas wait longer than promised."
    )
    assert "Make it faster: Proposed → Trying, by Cy. It is @all's #7." in said
    assert " https://x.example/hero/ideas/moved.html" in said
    assert "nobody has taken this yet" in said
    assert [part.title for part in parts(told())][:2] == ["Moved", "New"]


def test_what_would_reopen_an_idea_is_told_with_its_reason() -> None:
    text = decided("2026-03-08 proposed declined Cy").replace(
        "because: So.", 'because: So., reopen_when: "Prices\\nfall."'
    )
    found = digest(made({"gone": text}), Week(FIRST, LAST), TODAY)
    assert "by Cy. So. Would be looked at again: Prices fall." in plain(found, None)


def test_long_parts_are_cut() -> None:
    many = {f"idea-{n}": "proposed_on: 2026-03-02\n" for n in range(SHOWN + 3)}
    found = digest(made(many), Week(FIRST, LAST), TODAY)
    [fresh] = [part for part in parts(found) if part.title == "New"]
    assert (len(fresh.lines), fresh.more) == (SHOWN, 3)
    assert "and 3 more" in plain(found, None)


def test_a_quiet_week_is_empty() -> None:
    old = made({"early": "proposed_on: 2026-01-01\n"})
    assert digest(old, Week(FIRST, LAST), TODAY).empty
