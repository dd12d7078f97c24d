"""What the figures come to, by hand."""

import datetime as dt

import pytest

from hero.process.flow.figure import Figure
from hero.process.metrics import METRICS, measure
from hero.registry.policies import People, Person
from hero.registry.registry import Registry
from tests.deadlines.made import decided, made
from tests.metrics.made import registry as of_ideas

TODAY = dt.date(2026, 4, 1)


def figures(found: Registry, metric: str, since: dt.date | None = None) -> dict[str, Figure]:
    """The figures of one metric by what they are of."""
    whole = measure(found, TODAY, since).whole.figures
    assert whole is not None
    return {each.of: each for each in whole[metric]}


def value(found: Registry, metric: str, of: str, statistic: str) -> float | None:
    return figures(found, metric)[of].values[statistic]


IDEAS = {
    # Answered on the fourth by a pass, moved on the ninth, in use on the first of April.
    "used": "proposed_on: 2026-03-02\npassed: [{login: Bo, date: 2026-03-04}]\n"
    + decided("2026-03-09 proposed trying Ann", "2026-04-01 trying used Ann"),
    # Declined at once, by an advocate, and by its proposer.
    "killed": "proposed_on: 2026-03-02\n" + decided("2026-03-03 proposed declined Ann"),
    "taken": "proposed_on: 2026-03-02\n" + decided("2026-03-05 proposed declined bea"),
    # Nobody has said a word.
    "silent": "proposed_on: 2026-03-30\n",
    # It repeats another, and its times count for nothing.
    "again": "proposed_on: 2026-01-05\nlinks: {duplicate_of: used}\n"
    + decided("2026-03-20 proposed declined Ann"),
    # It was decided elsewhere, long ago.
    "foreign": "proposed_on: 2019-01-05\n"
    + decided("2020-03-20 proposed declined guido").replace("So.", "So., imported: PEP 1"),
}


@pytest.fixture(scope="module")
def found() -> Registry:
    return made(IDEAS)


def test_times_leave_out_what_was_imported_and_what_repeats(found: Registry) -> None:
    reply = figures(found, "first-reply")[""]
    assert (reply.n, reply.values["median"], reply.values["open"]) == (2, 1, 1)
    assert reply.values["oldest_open"] == 2
    decision = figures(found, "first-decision")[""]
    assert (decision.n, decision.values["median"], decision.values["p90"]) == (3, 3, 5)
    cycle = figures(found, "cycle-time")
    assert {of: each.n for of, each in cycle.items()} == {"": 3, "into use": 1, "to another end": 2}
    assert cycle["into use"].values["median"] == 30
    assert figures(found, "time-in-stage")["trying"].values["median"] == 23


def test_what_came_and_what_left(found: Registry) -> None:
    assert figures(found, "arrivals")["2026 Q1"].n == 5
    assert figures(found, "arrivals")["2026 Q1"].values["duplicates"] == 1
    ends = figures(found, "throughput")
    assert (ends["2026 Q1"].n, ends["2026 Q2"].n, ends[""].n) == (2, 1, 3)
    assert ends[""].values["in_use"] == 1
    progress = figures(found, "in-progress")
    assert {of: each.n for of, each in progress.items()} == {
        "proposed": 1,
        "trying": 0,
        "resting": 0,
    }


def test_who_ended_what(found: Registry) -> None:
    kills = figures(found, "kill-rate")
    assert (kills["of final decisions"].n, kills["of final decisions"].values["part"]) == (3, 1)
    assert kills["proposed"].values == {"part": 1, "share": 1 / 3, "taken_back": 1}


def test_every_end_has_its_reason_or_is_told(found: Registry) -> None:
    assert figures(found, "reasons")[""].values == {"part": 5, "share": 1.0}
    by_hand = made({"moved": "stage: declined\n"})
    assert figures(by_hand, "reasons")[""].values == {"part": 0, "share": 0.0}


def test_a_deadline_that_may_have_been_kept_elsewhere_is_marked(found: Registry) -> None:
    kept = figures(found, "promises-kept")
    assert kept["proposed: first reply"].values["at_least"] == 1
    assert kept["proposed: first decision"].values["part"] == 3
    whole = kept[""]
    assert whole.n == sum(each.n for of, each in kept.items() if of and "reply" not in of)
    assert whole.values["at_least"] == 0


def test_a_result_counts_as_read_again_only_after_adoption() -> None:
    used = "proposed_on: 2025-03-02\n" + decided(
        "2025-03-09 proposed trying Ann", "2025-06-01 trying used Ann"
    )
    read = "evidence: [{metric: M, result: 1, date: %s}]\n"
    found = made(
        {
            "none": used,
            "pilot": used + read % "2025-05-30",
            "again": used + read % "2025-08-30",
            "undated": used + "evidence: [{metric: M, result: 1}]\n",
        }
    )
    assert value(found, "measured", "with a result", "part") == 3
    assert value(found, "measured", "read again in use", "part") == 1


def test_a_quarter_is_young_until_its_ideas_have_had_their_time(found: Registry) -> None:
    """Three of four have ended: nine in ten have not yet, so all are young."""
    cohorts = figures(found, "conversion")
    assert cohorts["2026 Q1"].n == 4
    assert cohorts["2026 Q1"].values["young"] == 1
    assert cohorts["mature cohorts"].n == 0
    done = {
        f"old-{number}": "proposed_on: 2025-01-02\n"
        + decided("2025-01-09 proposed trying Ann", "2025-02-01 trying used Ann")
        for number in range(9)
    }
    later = measure(made(done | {"new": "proposed_on: 2026-03-30\n"}), TODAY).whole.figures
    assert later is not None
    young = {each.of: each.values["young"] for each in later["conversion"]}
    assert young == {"mature cohorts": 0, "2025 Q1": 0, "2026 Q1": 1}
    first = later["conversion"][0]
    assert (first.n, first.values["used"], first.values["used_share"]) == (9, 9, 1.0)


def test_since_a_day_only_what_happened_then_counts(found: Registry) -> None:
    late = dt.date(2026, 3, 5)
    assert figures(found, "first-decision", late)[""].n == 2
    assert figures(found, "first-decision", late)[""].values["open"] == 1
    assert figures(found, "arrivals", late)[""].n == 1
    assert figures(found, "throughput", late)[""].n == 2


def test_revisions_are_known_or_not(found: Registry) -> None:
    whole = measure(found, TODAY, revisions={"used": 2, "killed": 0, "taken": None}).whole.figures
    assert whole is not None
    (revised,) = whole["revised"]
    assert (revised.n, revised.values["part"], revised.values["not_known"]) == (2, 1, 2)


def test_a_small_group_has_no_figures_and_a_large_one_no_small_ones() -> None:
    two, six = ("index", 2), ("speed", 6)
    found = made(
        {
            f"{theme}-{number}": "proposed_on: 2026-03-02\n"
            for theme, count in (two, six)
            for number in range(count)
        }
    )
    found = of_ideas(
        {
            slug: each.model_copy(update={"theme": slug.rpartition("-")[0]})
            for slug, each in found.ideas.items()
        }
    )
    groups = measure(found, TODAY, by="theme").groups
    assert (groups["index"].n, groups["index"].figures) == (2, None)
    assert groups["speed"].figures is not None
    for metric in METRICS:
        for each in groups["speed"].figures[metric.id]:
            assert each.values if each.n >= 5 else not each.values


def test_a_unit_of_two_people_is_no_unit() -> None:
    """Its figures would be theirs."""
    people = People(people={who: Person(unit="core") for who in ("bea", "dan", "eve")})
    ideas = made({f"idea-{number}": "proposed_on: 2026-03-02\n" for number in range(6)}).ideas
    two = {
        slug: each.model_copy(update={"proposers": ("Bea", "dan")}) for slug, each in ideas.items()
    }
    assert measure(of_ideas(two, people=people), TODAY, by="unit").groups["core"].figures is None
    three = {
        slug: each.model_copy(update={"proposers": ("bea", "dan", "eve")})
        for slug, each in ideas.items()
    }
    assert measure(of_ideas(three, people=people), TODAY, by="unit").groups["core"].figures
    nobody = measure(of_ideas(two), TODAY, by="unit").groups
    assert list(nobody) == ["(none)"]


def test_no_figure_names_a_person(found: Registry) -> None:
    said = repr(measure(found, TODAY, by="unit"))
    assert not {"Ann", "Bo", "bea", "guido"} & set(said.replace("'", " ").split())


def test_an_empty_registry_has_figures_of_nothing() -> None:
    whole = measure(made({}), TODAY, by="theme").whole
    assert whole.n == 0
    assert whole.figures is not None
    assert {each.n for those in whole.figures.values() for each in those} == {0}
