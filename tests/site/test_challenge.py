"""A challenge's page on each of its days, from a countdown to thanks."""

import datetime as dt
import html
import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from hero.registry.registry import Registry
from hero.site.challenge import challenge_page, in_order, state
from hero.site.page import Edition
from hero.site.pieces import Pieces
from hero.site.themes import themes_page
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.culture.verb import hero
from tests.site.memory import EDITION

EXAMPLE = Registry.read(Folder(Path(__file__).parents[2]))
NIGHTS, WAIT = "quiet-nights", "half-the-wait"


def window(day: str, **results: object) -> Window:
    """The example as its site would be on a day, with other fields of the open challenge."""
    changed = EXAMPLE.challenges[NIGHTS].model_copy(update=results)
    challenges = {**EXAMPLE.challenges, NIGHTS: changed}
    edition = Edition(None, dt.date.fromisoformat(day))
    return Window(replace(EXAMPLE, challenges=challenges), edition)


def words(markup: object) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", str(markup))).split())


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-11-01", "Opens on 2 Nov 2026, one day from 1 Nov 2026"),
        ("2026-11-20", "Open until 27 Nov 2026, seven days left on 20 Nov 2026"),
        ("2026-11-27", "Open until 27 Nov 2026, the last day"),
        ("2026-11-28", "Closed on 27 Nov 2026; its results are promised by 11 Dec 2026"),
        (
            "2026-12-12",
            "Closed on 27 Nov 2026; its results were promised by 11 Dec 2026 and are overdue",
        ),
    ],
)
def test_what_is_said_on_each_day(day: str, says: str) -> None:
    at = window(day)
    assert state(at, at.registry.challenges[NIGHTS]) == says
    body = challenge_page(Pieces(at, "../"), NIGHTS, 1).body
    assert f"{says}." in words(body)
    assert ("Propose an answer" in body) == says.startswith("Open until")
    assert ("hero-step--overdue" in body) == says.endswith("overdue")


def test_results_that_came_late_say_so_for_good() -> None:
    body = challenge_page(Pieces(Window(EXAMPLE, EDITION), "../"), WAIT, 1).body
    said = words(body)
    assert "results on 19 Dec 2025, 233 days late." in said
    assert "Two in use and one withdrawn" in said
    assert "Thank you for building it: Emeka Obi , Kofi Asante ." in said
    assert "hero-countdown--late" in body


def test_results_do_not_show_before_their_day() -> None:
    later = {"results": "Two pilots.", "results_on": dt.date(2026, 12, 11)}
    before = challenge_page(Pieces(window("2026-12-10", **later), "../"), NIGHTS, 1)
    after = challenge_page(Pieces(window("2026-12-11", **later), "../"), NIGHTS, 1)
    assert "Two pilots." not in before.body
    assert "Two pilots." in after.body
    assert "Thank you" in words(after.body)
    for page in (before, after):
        ids = set(re.findall(r'id="([^"]+)"', page.body))
        assert {heading.id for heading in page.headings} <= ids


def test_a_late_answer_is_shown_as_one() -> None:
    at = window("2026-11-20", closes=dt.date(2026, 11, 5))
    said = words(challenge_page(Pieces(at, "../"), NIGHTS, 1).body)
    assert "Came after it closed, and is judged like any other idea: Weather is not" in said


def test_open_ones_come_first_and_reported_ones_last() -> None:
    assert [slug for slug, _ in in_order(window("2026-11-20"))] == [NIGHTS, WAIT]
    assert [slug for slug, _ in in_order(window("2026-12-31"))] == [NIGHTS, WAIT]
    assert 'id="challenges"' in themes_page(Pieces(window("2026-11-20"), "../")).body


@pytest.mark.parametrize(
    ("challenge", "says"),
    [(NIGHTS, "quiet-nights is open until 2026-11-27."), (WAIT, "shown as a late answer")],
)
def test_a_new_idea_is_told_how_long_its_challenge_is_open(
    challenge: str, says: str, tmp_path: Path
) -> None:
    (tmp_path / "ideas").mkdir()
    copytree(Path(__file__).parents[2] / "playbooks", tmp_path / "playbooks")
    texts = ("--problem", "Pagers ring.", "--proposal", "Ring less.", "--benefit", "Sleep.")
    done = hero(
        "new", "Let the pager sleep", *texts, "--challenge", challenge, "--proposer", "ann",
        root=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert says in done.stderr
    (made,) = (tmp_path / "ideas").rglob("let-the-pager-sleep.yml")
    assert f"challenge: {challenge}" in made.read_text(encoding="utf-8")


def test_a_heading_in_the_question_comes_right_below_the_title() -> None:
    found = window("2026-11-20", question="# Nights\n\nWhy?")
    body = challenge_page(Pieces(found, "../"), NIGHTS, 1).body
    assert "<h2>Nights</h2>" in body
