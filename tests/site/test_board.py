"""The board: every stage has its column, its limit and its age, and it stays a page when full."""

import datetime as dt

import pytest

from hero.site.board import RESTING, WAITING, board_page
from hero.site.page import Edition
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.site.memory import IDEA, PIPELINE, registry

EDITION = Edition(None, dt.date(2026, 11, 20))
LIMITED = PIPELINE.replace("means: Tried., ", "means: Tried., limit: 2, ")


def at(stage: str, on: str, more: str = "") -> str:
    made = f"{{date: {on}, from: proposed, to: {stage}, by: Ann, because: So.}}"
    return f"{IDEA}proposed_on: 2026-01-05\nstage: {stage}\ndecisions: [{made}]\n{more}"


def body(ideas: dict[str, str], pipeline: str = LIMITED) -> str:
    return board_page(Pieces(Window(registry(ideas, pipeline=pipeline), EDITION), "../")).body


def columns(text: str) -> dict[str, str]:
    """Each column's HTML by its stage."""
    parts = text.split('<section class="hero-column')[1:]
    return {part.split('id="stage-')[1].split('"')[0]: part for part in parts}


def test_every_stage_has_a_column_also_without_ideas() -> None:
    found = columns(body({}))
    assert list(found) == ["proposed", "trying", "used", "resting", "declined"]
    assert all("Nothing here." in part for part in found.values())


def test_a_column_says_how_many_of_how_many_and_since_when() -> None:
    ideas = {f"i-{n}": at("trying", f"2026-11-{day}") for n, day in enumerate((19, 10, 17))}
    part = columns(body(ideas))["trying"]
    assert "<strong>3</strong> of at most 2</a>" in part
    assert "1 over: nothing new until 2 have left." in part
    # 1, 3 and 10 days.
    assert "Here for 3 days (median), at most 10." in part
    assert part.index("i-1.html") < part.index("i-2.html") < part.index("i-0.html")
    assert "1 day here" in part
    assert "Looking for a builder" in part


@pytest.mark.parametrize(
    ("count", "said", "over"),
    [
        (1, None, False),
        (2, "Full: nothing new until one has left.", False),
        (5, "3 over: nothing new until 4 have left.", True),
    ],
)
def test_a_column_says_when_it_takes_something_again(
    count: int, said: str | None, over: bool
) -> None:
    ideas = {f"i-{n}": at("trying", "2026-11-10") for n in range(count)}
    part = columns(body(ideas))["trying"]
    assert ("nothing new" in part) == (said is not None)
    assert said is None or said in part
    assert ("hero-column--over" in f"hero-column{part.partition(chr(34))[0]}") == over


def test_a_full_column_stays_short_and_leads_to_the_rest() -> None:
    ideas = {f"i-{n}": IDEA + "proposed_on: 2026-11-02\n" for n in range(1000 + WAITING)}
    ideas |= {f"u-{n}": at("used", "2026-11-02") for n in range(3 + RESTING)}
    found = columns(body(ideas))
    assert found["proposed"].count("<li>") == WAITING
    rest = 'href="../ideas/index.html?stage=proposed&amp;sort=waiting">and 1,000 more'
    assert rest in found["proposed"]
    assert found["used"].count("<li>") == RESTING
    assert 'href="../ideas/stage--used.html">and 3 more' in found["used"]


def test_what_waits_longer_than_nine_in_ten_did_is_marked() -> None:
    # Ten left after 1 to 10 days: nine in ten within 9. Two still wait, for 9 and for 10.
    ideas = {}
    for days in range(1, 11):
        ideas[f"left-{days}"] = at("used", f"2026-03-{days + 1:02}").replace(
            "proposed_on: 2026-01-05", "proposed_on: 2026-03-01"
        )
    ideas |= {"nine": f"{IDEA}proposed_on: 2026-11-11\n", "ten": f"{IDEA}proposed_on: 2026-11-10\n"}
    part = columns(body(ideas))["proposed"]
    ten, nine = part.split("<li>")[1:]
    assert "10 days here, <strong" in ten
    assert "longer than nine in ten" in ten
    assert "longer" not in nine


def test_what_rests_is_ordered_by_its_return() -> None:
    ideas = {
        "late": at("resting", "2026-11-02", "revisit_on: 2027-05-01\n"),
        "soon": at("resting", "2026-10-02", "revisit_on: 2026-12-01\n"),
        "open": at("resting", "2026-11-12"),
    }
    part = columns(body(ideas))["resting"]
    assert part.index("soon.html") < part.index("late.html") < part.index("open.html")
    assert "back on" in part
