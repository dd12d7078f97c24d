"""The replay, against what a few rows come to by hand."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.advocates.backtest.measures import gini, top_share, worth
from hero.advocates.backtest.policies import by_chance, greedy, hero, round_robin
from hero.advocates.backtest.replay import CAPACITY, Desk, Run, Scene, replay, scenes
from hero.advocates.backtest.report import Report, back_test
from hero.advocates.backtest.rows import Row, read_rows
from hero.advocates.choose import choose
from hero.advocates.ledger import Ledger
from hero.advocates.score import Context
from hero.advocates.weights import SHIPPED

SINCE = dt.date(2021, 1, 1)


def row(key: str, created: str, group: str, authors: str, reviewers: str) -> dict[str, object]:
    return {
        "key": key, "created": created, "category": group, "authors": authors.split(),
        "reviewers": reviewers.split(), "approvers": [], "title": key,
    }  # fmt: skip


def rows(*raw: dict[str, object]) -> list[Row]:
    found, faults = read_rows("\n".join(map(json.dumps, raw)))
    assert faults == []
    return found


#: Ada knows builds, Linus data; Kofi helped so long ago that he cannot be chosen any more.
SMALL = rows(
    row("a0", "2017-01-01", "build", "x", "kofi"),
    row("a1", "2020-01-01", "build", "x", "ada"),
    row("a2", "2020-02-01", "build", "x", "ada"),
    row("a3", "2020-03-01", "build", "x", "ada linus"),
    row("a4", "2020-04-01", "data", "x", "linus"),
    row("b1", "2021-01-01", "build", "x", "ada"),
    row("b2", "2021-01-10", "build", "ada", "linus mei"),
    row("b3", "2021-02-01", "data", "x", "grace"),
    row("b4", "2021-02-02", "data", "x", "TBD"),
)
ADA, LINUS, MEI = "@ada", "@linus", "@mei"


def test_a_scene_knows_who_was_there_and_what_they_helped() -> None:
    there = scenes(SMALL, SHIPPED, SINCE)
    assert [[each.key for each in scene.pool] for scene in there] == [
        [ADA, LINUS],  # Kofi's last was more than two years ago
        [LINUS],  # Ada wrote it
        [ADA, LINUS, MEI],
    ]
    assert [dict(scene.earlier) for scene in there] == [
        {"@kofi": 1, ADA: 3, LINUS: 1},
        {"@kofi": 1, ADA: 4, LINUS: 1},
        {LINUS: 1},
    ]
    assert [scene.qualified(ADA) for scene in there] == [True, True, False]


def test_the_first_hundred_and_fifty_are_only_looked_back_on() -> None:
    many = rows(*(row(f"k{n:03}", f"2020-01-{n % 28 + 1:02}", "g", "x", "ada") for n in range(153)))
    assert [scene.row for scene in scenes(many, SHIPPED)] == many[150:]
    assert back_test(many[:150]) is None


def test_measures_are_what_they_come_to_by_hand() -> None:
    there = scenes(SMALL, SHIPPED, SINCE)
    run = replay(there, greedy())
    assert run.picks == ((ADA, LINUS), (LINUS,), (LINUS, MEI))
    found = worth(there, run)
    assert found.hit_at_2 == pytest.approx(2 / 3)  # Ada on b1, Linus on b2, nobody on b3
    assert found.qualified == pytest.approx((1 / 2 + 0 + 0) / 3)  # Ada on b1 alone
    assert found.any_qualified == pytest.approx(1 / 3)
    assert found.worst_expertise == 1  # on b2 Linus helped one before, on b3 as well
    assert found.top10_share == 1
    assert found.gini == pytest.approx(gini([1, 3, 1]))
    assert (found.max_open, found.over_capacity) == (3, 0)


def test_ginis_coefficient_by_hand() -> None:
    assert gini([]) == gini([0, 0]) == gini([3, 3, 3]) == 0
    assert gini([0, 0, 0, 8]) == pytest.approx(3 / 4)
    assert gini([1, 3]) == pytest.approx(1 / 4)


def test_ten_people_are_the_top() -> None:
    assert top_share(Counter({str(number): 1 for number in range(40)})) == 1 / 4


def test_a_seat_is_open_for_forty_five_days_and_five_are_too_many() -> None:
    busy = rows(
        row("a", "2020-01-01", "g", "x", "ada"),
        *(row(f"b{number}", "2021-01-01", "g", "x", "ada") for number in range(6)),
        row("c", "2021-02-14", "g", "x", "ada"),
        row("d", "2021-02-15", "g", "x", "ada"),
    )
    there = scenes(busy, SHIPPED, SINCE)
    assert (replay(there, greedy()).most_open, replay(there, greedy()).over) == (7, 3)
    # Four on the first day are all that Ada takes, until they are done on the forty-fifth after.
    assert [len(picks) for picks in replay(there, hero(SHIPPED)).picks] == [1, 1, 1, 1, 0, 0, 0, 1]


def test_the_same_line_of_turns_goes_round() -> None:
    many = rows(
        row("a", "2020-12-30", "g", "x", "ada linus mei"),
        *(row(f"b{number}", f"2021-01-0{number + 1}", "g", "x", "ada") for number in range(3)),
    )
    picks = replay(scenes(many, SHIPPED, SINCE), round_robin()).picks
    assert picks == ((ADA, LINUS), (MEI, ADA), (LINUS, MEI))


def test_humans_and_the_best_possible_by_hand() -> None:
    report = back_test(SMALL, since=SINCE)
    assert report is not None
    assert (report.scenes, report.unnamed, report.first) == (3, 1, SINCE)
    # Grace could not be chosen on b3, as nobody knew her yet.
    assert report.ceiling == {
        "hit_at_2": pytest.approx(2 / 3),
        "any_qualified": pytest.approx(1 / 3),
    }
    assert report.humans["seats"] == 4
    assert report.humans["people"] == 4
    assert report.humans["any_qualified"] == pytest.approx(1 / 3)
    assert "hit_at_2" not in report.humans


PEOPLE = ["ada", "linus", "mei", "grace", "tim"]
drawn = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.sampled_from("gh"),
        st.sampled_from(PEOPLE),
        st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True),
    ),
    min_size=2,
    max_size=25,
)


def made(drawn: Sequence[tuple[int, str, str, list[str]]]) -> list[Row]:
    start, found = dt.date(2020, 6, 1), []
    for number, (gap, group, author, people) in enumerate(drawn):
        start += dt.timedelta(gap)
        found.append(row(f"k{number:02}", f"{start}", group, author, " ".join(people)))
    return rows(*found)


@settings(max_examples=40)
@given(drawn, st.integers(0, 20))
def test_nothing_of_the_future_is_known(
    history: list[tuple[int, str, str, list[str]]], cut: int
) -> None:
    found = made(history)
    day = found[cut % len(found)].subject.date
    told = [each for each in found if each.subject.date <= day]
    blind = [replace(each, real=("@tim",)) if each.subject.date >= day else each for each in told]
    since = dt.date(2020, 1, 1)
    full = picked(scenes([each for each in found if each.real], SHIPPED, since))
    seen = picked(scenes(blind, SHIPPED, since))
    for key in full.keys() & seen.keys():
        assert full[key] == seen[key]


def picked(there: list[Scene]) -> dict[str, tuple[str, ...]]:
    run = replay(there, hero(SHIPPED))
    return {each.row.subject.key: picks for each, picks in zip(there, run.picks, strict=True)}


@settings(max_examples=30)
@given(drawn)
def test_hero_chooses_in_a_replay_what_it_chooses_in_a_registry(
    history: list[tuple[int, str, str, list[str]]],
) -> None:
    there = scenes(made(history), SHIPPED, dt.date(2020, 1, 1))

    def with_values(scene: Scene, desk: Desk) -> tuple[str, ...]:
        """The same out of a ledger that is a value, with all that is at rest said to be."""
        waiting = {(seat.person, seat.key) for seat in desk._open}
        ledger = Ledger(
            replace(seat, waits=(seat.person, seat.key) in waiting) for seat in desk.seats
        )
        return choose(scene.row.subject, scene.pool, Context(scene.fit.past, ledger)).keys

    assert replay(there, hero(SHIPPED)) == replay(there, with_values)


@settings(max_examples=30)
@given(drawn)
def test_hero_never_gives_an_author_a_seat_nor_anybody_a_fifth(
    history: list[tuple[int, str, str, list[str]]],
) -> None:
    there = scenes(made(history), SHIPPED, dt.date(2020, 1, 1))
    run = replay(there, hero(SHIPPED))
    assert run.most_open <= CAPACITY
    assert run.over == 0
    for scene, picks in zip(there, run.picks, strict=True):
        assert not set(picks) & set(scene.row.subject.authors)
        assert set(picks) <= {each.key for each in scene.pool}


def test_chance_is_the_same_each_time_and_another_with_another_seed() -> None:
    crowd = " ".join(f"p{number}" for number in range(20))
    many = rows(
        row("a", "2020-12-30", "g", "x", crowd),
        *(row(f"b{number}", f"2021-01-0{number + 1}", "g", "x", "p1") for number in range(5)),
    )
    there = scenes(many, SHIPPED, SINCE)
    assert replay(there, by_chance(1)) == replay(there, by_chance(1))
    assert replay(there, by_chance(1)) != replay(there, by_chance(2))


@pytest.fixture(scope="module")
def trained(corpus: Path) -> list[Scene]:
    found, faults = read_rows((corpus / "kep-reviewers-train.jsonl").read_text(encoding="utf-8"))
    assert faults == []
    return scenes(found, SHIPPED)


@pytest.mark.corpus
def test_on_real_proposals_hero_finds_the_right_people_and_spreads_the_work(
    trained: list[Scene],
) -> None:
    people = Run(tuple(scene.row.real for scene in trained), 0, 0)
    found, humans = (worth(trained, run) for run in (replay(trained, hero(SHIPPED)), people))
    assert found.top10_share <= humans.top10_share
    assert found.hit_at_2 >= 0.70
    assert found.any_qualified >= 0.87
    assert found.max_open <= CAPACITY
    assert found.over_capacity == 0


@pytest.mark.corpus
@pytest.mark.parametrize("factor", [0.8, 1.25])
@pytest.mark.parametrize("name", ["expertise", "continuity", "load", "history", "enough"])
def test_no_single_weight_makes_or_breaks_it(
    trained: list[Scene], name: str, factor: float
) -> None:
    weights = replace(SHIPPED, **{name: int(getattr(SHIPPED, name) * factor)})
    people = Run(tuple(scene.row.real for scene in trained), 0, 0)
    found = worth(trained, replay(trained, hero(weights)))
    assert found.hit_at_2 >= 0.62
    assert found.any_qualified >= 0.85
    assert found.top10_share <= worth(trained, people).top10_share


def test_a_report_is_the_same_each_time() -> None:
    first, second = back_test(SMALL, since=SINCE), back_test(SMALL, since=SINCE)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert json.dumps(first.as_data()) == json.dumps(second.as_data())
