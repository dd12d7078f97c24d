"""Series for the charts: counted by hand, for a handful of ideas."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hero.process.flow.ages import ages
from hero.process.flow.cohorts import heard
from hero.process.flow.coverage import reasons_by_stage
from hero.process.flow.levels import MOST, levels, sampled
from hero.process.flow.scene import Scene, scene
from tests.site.memory import IDEA, registry

DAY = dt.date(2026, 11, 20)


def idea(proposed: str | None, *steps: tuple[str, str], more: str = "") -> str:
    at, made = "proposed", []
    for day, to in steps:
        made.append(f"{{date: {day}, from: {at}, to: {to}, by: Ann, because: So.}}")
        at = to
    came = f"proposed_on: {proposed}\n" if proposed else ""
    return f"{IDEA}{came}stage: {at}\ndecisions: [{', '.join(made)}]\n{more}"


def seen(*ideas: str) -> Scene:
    return scene(registry({f"i-{n}": text for n, text in enumerate(ideas)}), DAY)


def test_levels_are_counts_at_the_end_of_each_day() -> None:
    of = seen(
        idea("2026-11-01", ("2026-11-03", "trying"), ("2026-11-05", "used")),
        idea("2026-11-03", ("2026-11-03", "declined")),
        idea("2026-11-04"),
        idea(None),
    )
    days = [dt.date(2026, 11, n) for n in range(1, 6)]
    found = levels(of, days)
    assert found["proposed"] == (1, 1, 0, 1, 1)
    assert found["trying"] == (0, 0, 1, 1, 0)
    assert found["used"] == (0, 0, 0, 0, 1)
    assert found["declined"] == (0, 0, 1, 1, 1)
    assert found["resting"] == (0, 0, 0, 0, 0)


def test_dates_that_run_backwards_leave_no_idea_in_two_places() -> None:
    of = seen(idea("2026-11-10", ("2026-11-03", "trying")))
    days = [dt.date(2026, 11, n) for n in range(1, 15)]
    total = [sum(each) for each in zip(*levels(of, days).values(), strict=True)]
    assert total == [0, 0, *[1] * 12]


@given(st.integers(0, 4000))
def test_samples_end_on_the_day_and_are_few(back: int) -> None:
    first = DAY - dt.timedelta(days=back)
    days = sampled(seen(idea(first.isoformat())))
    assert days[-1] == DAY
    assert len(days) <= MOST
    assert len({b - a for a, b in pairwise(days)}) <= 1
    assert 0 <= (days[0] - first).days <= -(-back // (MOST - 1))


def test_without_a_date_there_is_nothing_to_sample() -> None:
    assert sampled(seen(idea(None))) == ()


def test_what_a_quarter_heard_is_in_working_days() -> None:
    judged = "evaluations: [{by: Ann, date: 2026-10-06, value: 3, effort: 3, confidence: 3}]\n"
    of = seen(
        # From Friday 2 October: Tuesday 6 is 2 working days later, Friday 9 is 5.
        idea("2026-10-02", ("2026-10-09", "trying"), more=judged),
        idea("2026-11-18"),
        idea("2026-07-01", ("2026-07-02", "declined")),
        # Taken back by its own proposer before anybody replied: no reply, and none awaited.
        idea("2026-11-02", ("2026-11-03", "declined")).replace("by: Ann", "by: bea"),
    )
    found = {each.quarter: each for each in heard(of)}
    assert list(found)[-1] == "2026 Q4"
    assert len(found) == 8
    now, before = found["2026 Q4"], found["2026 Q3"]
    assert (now.reply.n, now.reply.values["median"], now.reply.values["open"]) == (1, 2, 1)
    # It was decided after 1 day, the other one after 5; one is open for 2.
    assert (now.decision.n, now.decision.values["median"], now.decision.values["p90"]) == (2, 1, 5)
    assert now.decision.values["oldest_open"] == 2
    assert (before.reply.n, before.reply.values["median_with_open"]) == (1, 1)
    assert found["2025 Q4"].reply.n == 0


def test_ages_are_of_what_is_there_and_usual_takes_enough() -> None:
    left = [idea("2026-03-01", (f"2026-03-{n:02}", "used")) for n in (2, 3, 4, 5, 11)]
    of = seen(*left, idea("2026-11-10"), idea("2026-11-01"), idea(None))
    proposed, trying, resting = ages(of)
    assert (proposed.count, proposed.days) == (3, (10, 19))
    # Of 1, 2, 3, 4 and 10 days, nine in ten are within 10.
    assert (proposed.usual, proposed.long) == (10, 1)
    assert (trying.count, trying.usual, trying.long) == (0, None, None)
    assert resting.stage == "resting"


def test_reasons_are_counted_stage_by_stage() -> None:
    of = seen(
        idea("2026-11-01", ("2026-11-03", "declined")),
        idea("2026-11-01", ("2026-11-03", "used")),
        f"{IDEA}stage: declined\n",
        idea("2026-11-01", ("2026-11-03", "trying")),
        # It rests, and its last decision led elsewhere.
        idea("2026-11-01", ("2026-11-03", "trying")).replace("stage: trying", "stage: resting"),
    )
    found = {each.of: (each.values["part"], each.n) for each in reasons_by_stage(of)}
    assert found == {"used": (1, 1), "resting": (0, 1), "declined": (1, 2)}
