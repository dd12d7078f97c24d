"""The calendar: what lies ahead, each day an event of its own that stays the same event."""

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar

from hero.registry.registry import Registry
from hero.site.follow.agenda import agenda
from hero.site.page import Edition
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.site.formats import calendar
from tests.site.memory import CHALLENGE, EDITION, IDEA, PIPELINE, challenged, registry

SITE = "https://example.org/under/here/"
NEW = IDEA + "proposed_on: 2026-11-19\n"
AHEAD = CHALLENGE % ("2026-12-01", "2026-12-24")
#: Two promises whose names share no letter with the ids of a calendar, and two of one name.
PROMISES = """
     deadlines: [{what: 初回返信, waits_on: advocate, working_days: 2},
       {what: 二回目, waits_on: advocate, working_days: 2},
       {what: again, waits_on: advocate, working_days: 3},
       {what: again, waits_on: advocate, working_days: 3}]}"""
[ONE_PROMISE] = [line for line in PIPELINE.splitlines() if "deadlines:" in line]
MEASURED = """evidence:
  - {metric: Minutes, baseline: 9, date: 2026-12-02, %s}
  - {metric: Calls, baseline: 9, date: 2026-12-%s}
"""


def events(site: str | None = SITE, **more: str) -> list[dict[str, str]]:
    found = Window(challenged({"slow": NEW, "slow-two": NEW}, {"quiet": AHEAD}, **more), EDITION)
    return calendar(agenda(found, site).content)


def said(found: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(each["DTSTART"], each["SUMMARY"]) for each in found]


def test_it_has_what_lies_ahead_of_ideas_and_challenges() -> None:
    assert said(events()) == [
        ("20261123", "first reply: Make it faster"),
        ("20261123", "first reply: Make it faster"),
        ("20261201", "challenge opens: Quiet: nights"),
        ("20261224", "challenge closes: Quiet: nights"),
    ]
    assert [each["URL"].removeprefix(SITE) for each in events()] == [
        "ideas/slow-two.html",
        "ideas/slow.html",
        "themes/challenge--quiet.html",
        "themes/challenge--quiet.html",
    ]


def test_what_is_over_or_done_is_not_in_it() -> None:
    over = CHALLENGE % ("2026-08-01", "2026-09-09")
    done = NEW + "evaluations: [{by: Ann, date: 2026-11-19, value: 3, effort: 3, confidence: 3}]\n"
    answered = PIPELINE.replace("working_days: 2}", "working_days: 2, met_by: reply}")
    found = challenged({"slow": done}, {"quiet": over}, pipeline=answered)
    assert calendar(agenda(Window(found, EDITION), SITE).content) == []


def test_it_names_nobody() -> None:
    content = agenda(Window(registry({"slow": NEW}), EDITION), SITE).content
    assert b"first reply" in content
    assert not [name for name in (b"Ann", b"bea") if name in content]


def test_each_promise_is_an_event_of_its_own_however_it_is_called() -> None:
    found = events(pipeline=PIPELINE.replace(ONE_PROMISE, PROMISES))
    assert len({each["UID"] for each in found}) == len(found) == 2 * 4 + 2
    assert {"初回返信: Make it faster", "二回目: Make it faster"} <= {
        each["SUMMARY"] for each in found
    }


def test_an_event_stays_the_same_when_its_day_or_its_words_change() -> None:
    later = PIPELINE.replace("what: first reply", "what: a reply").replace("_days: 2", "_days: 4")
    before, after = events(), events(pipeline=later)
    assert said(before) != said(after)
    assert {each["UID"] for each in before} == {each["UID"] for each in after}


@pytest.mark.parametrize(
    ("then", "kept"),
    [(MEASURED % ("", "09"), 2), (MEASURED % ("", "24"), 2), (MEASURED % ("result: 4", "03"), 1)],
    ids=["as it was", "later", "the other was read"],
)
def test_a_reading_stays_the_same_whatever_becomes_of_others(then: str, kept: int) -> None:
    def read(evidence: str) -> list[str]:
        found = Window(registry({"slow": IDEA + evidence}), EDITION)
        return [each["UID"] for each in calendar(agenda(found, SITE).content)]

    assert read(then) == read(MEASURED % ("", "09"))[-kept:]


def test_without_an_address_of_the_site_an_event_has_none() -> None:
    assert [each.get("URL") for each in events(site=None)] == [None] * 4


def test_the_example_is_read_by_another_program_too() -> None:
    """As it stands on a day on which much lies ahead."""
    found = Registry.read(Folder(Path(__file__).parents[2]))
    content = agenda(Window(found, Edition(None, dt.date(2026, 9, 1))), SITE).content
    mine, theirs = calendar(content), Calendar.from_ical(content)
    assert len(mine) == len(theirs.walk("VEVENT")) > 5
    assert [str(each["uid"]) for each in theirs.walk("VEVENT")] == [each["UID"] for each in mine]
    assert not [each.errors for each in theirs.walk() if each.errors]
