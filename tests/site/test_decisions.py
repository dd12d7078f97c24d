"""Every decision stands in the lists, with the answer it was, its reason, and what came of it."""

import datetime as dt

import pytest

from hero.process.decided import Answers, decided
from hero.site.decisions import EACH, decision_pages, decisions_page
from hero.site.moves import NAMED, lately, monday_of, moves_page
from hero.site.page import Edition
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.site.memory import IDEA, registry

#: A Friday.
EDITION = Edition(None, dt.date(2026, 11, 20))


def made(*steps: tuple[str, str, str]) -> str:
    """An idea that took these steps: day, stage, reason."""
    at, lines = "proposed", []
    for day, to, because in steps:
        lines.append(f'{{date: {day}, from: {at}, to: {to}, by: Ann, because: "{because}"}}')
        at = to
    return f"{IDEA}proposed_on: 2026-01-05\nstage: {at}\ndecisions: [{', '.join(lines)}]\n"


def window(ideas: dict[str, str]) -> Window:
    return Window(registry(ideas), EDITION)


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        ("proposed", "trying", "yes"),
        ("trying", "used", "yes"),
        ("trying", "resting", "later"),
        ("proposed", "declined", "no"),
        ("trying", "proposed", "back"),
        ("resting", "trying", "back"),
        ("declined", "trying", "back"),
        ("used", "declined", "no"),
        ("proposed", "nowhere", "back"),
        ("nowhere", "trying", "back"),
    ],
)
def test_a_move_is_one_kind_of_answer(start: str, end: str, answer: str) -> None:
    assert Answers(registry().pipeline).of(start, end) == answer


def test_decisions_stand_newest_first_with_the_days_before_them() -> None:
    found = decided(
        registry(
            {
                "b": made(("2026-01-15", "trying", "Yes."), ("2026-02-04", "used", "It works.")),
                "a": made(("2026-02-04", "declined", "No.")),
            }
        )
    )
    assert [(each.slug, each.number, each.answer, each.days) for each in found] == [
        ("a", 0, "no", 30),
        ("b", 1, "yes", 20),
        ("b", 0, "yes", 10),
    ]


def test_a_no_is_shown_with_its_reason_and_its_way_back() -> None:
    seen = window(
        {
            "gone": made(("2026-02-04", "declined", "It reopens when prices **fall**.")),
            "again": made(
                ("2026-02-04", "declined", "Too dear."), ("2026-03-04", "trying", "New.")
            ),
            "newer": IDEA + "links: {supersedes: [gone]}\n",
        }
    )
    body = decisions_page(Pieces(seen, "../"), "no", 1).body
    assert "It reopens when prices fall." in body
    assert 'replaced by <a href="../ideas/newer.html">' in body
    entry = body.split("again.html")[1]
    assert "Too dear." in entry
    assert "now <span" in entry
    assert body.count("hero-answer--no") == 2
    assert 'href="../decisions/back.html"' in body


def test_the_lists_go_on_over_pages_and_each_decision_is_on_one() -> None:
    day = dt.date(2024, 1, 1)
    ideas = {
        f"i-{n}": made((str(day + dt.timedelta(days=n)), "declined", "No."))
        for n in range(EACH + 1)
    }
    seen = window(ideas)
    assert decision_pages(seen) == [(None, 1), (None, 2), ("no", 1), ("no", 2)]
    pages = [decisions_page(Pieces(seen, "../"), *each) for each in decision_pages(seen)]
    assert [page.path for page in pages] == [
        "decisions/index.html",
        "decisions/page--2.html",
        "decisions/no.html",
        "decisions/no--page--2.html",
    ]
    assert [page.body.count("hero-answer--no") for page in pages] == [EACH, 1, EACH, 1]
    assert "i-0.html" in pages[1].body


def test_without_decisions_the_page_says_so() -> None:
    seen = window({"one": IDEA})
    assert decision_pages(seen) == [(None, 1)]
    assert "Nothing has been decided yet" in decisions_page(Pieces(seen, "../"), None, 1).body
    assert "Nothing has moved yet" in moves_page(Pieces(seen, "../")).body


def test_moves_stand_by_week_this_week_first_even_if_it_is_quiet() -> None:
    seen = window(
        {
            "sunday": made(("2026-11-15", "trying", "On Sunday.")),
            "monday": made(("2026-11-09", "trying", "On Monday.")),
            "before": made(("2026-11-08", "trying", "The Sunday before.")),
            "fresh": IDEA + "proposed_on: 2026-11-16\n",
            "alone": IDEA.replace("Make it faster", "Came alone") + "proposed_on: 2026-10-27\n",
            "older": IDEA + "proposed_on: 2026-09-20\n",
        }
    )
    weeks = moves_page(Pieces(seen, "../")).body.split("<section")[1:]
    assert ["This week" in week for week in weeks] == [True, False, False, False]
    assert "0 moves, 1 new idea<" in weeks[0]
    assert "Nothing has moved" not in weeks[0]
    assert 'href="../ideas/fresh.html"' in weeks[0]
    assert "9 Nov to 15 Nov 2026" in weeks[1]
    assert "2 moves" in weeks[1]
    assert "The Sunday before." in weeks[2]
    assert "0 moves, 1 new idea<" in weeks[3]
    assert ">Came alone</a>" in weeks[3]


def test_a_week_of_many_new_ideas_names_some_and_leads_to_the_others() -> None:
    seen = window({f"n-{n:02}": IDEA + "proposed_on: 2026-11-17\n" for n in range(NAMED + 3)})
    body = moves_page(Pieces(seen, "../")).body
    assert f"0 moves, {NAMED + 3} new ideas<" in body
    assert body.count("hero-list__title") == NAMED
    assert '<a href="../ideas/index.html?sort=new">and 3 more</a>' in body


def test_a_quiet_network_shows_its_last_moves_and_a_busy_one_the_last_weeks() -> None:
    old = {f"o-{n:02}": made(("2024-03-04", "trying", "So.")) for n in range(30)}
    new = {f"n-{n:02}": made(("2026-11-17", "trying", "So.")) for n in range(200)}
    day = EDITION.as_of
    assert len(lately(decided(registry(old)), day)) == 10
    assert len(lately(decided(registry(old | dict(list(new.items())[:12]))), day)) == 12
    assert len(lately(decided(registry(old | new)), day)) == 150


def test_a_week_begins_on_monday() -> None:
    assert monday_of(dt.date(2026, 11, 22)) == dt.date(2026, 11, 16)
    assert monday_of(dt.date(2026, 11, 16)) == dt.date(2026, 11, 16)
    assert monday_of(dt.date.min) == dt.date.min


def test_a_strangers_reason_is_only_read() -> None:
    reason = "Too dear & so: `<script>alert(1)</script>` [x](javascript:alert)"
    seen = window({"one": made(("2026-11-17", "declined", reason))})
    pages = [decisions_page(Pieces(seen, "../"), *each) for each in decision_pages(seen)]
    for page in (*pages, moves_page(Pieces(seen, "../"))):
        assert "<script" not in page.body
        assert "javascript" not in page.body
        assert "&amp; so" in page.body


def test_days_are_told_of_a_stage_and_of_no_person() -> None:
    body = moves_page(Pieces(window({"one": made(("2026-11-16", "trying", "So."))}), "../")).body
    entry = body.split('<li class="hero-answer')[1]
    stage, by = (entry.split(f'<p class="{kind}">')[1].split("</p>")[0] for kind in LINES)
    assert '<span class="hero-note">315 days in Proposed</span>' in stage
    assert by == '<a href="../people/ann.html">Ann</a>'


LINES = ("hero-decision", "hero-note")
