"""Ties against values worked out by hand, and laws that hold for any registry."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.advocates.from_registry import setting, subject
from hero.advocates.score import bridging
from hero.culture.ties.brokers import brokers, graph_of, pieces
from hero.culture.ties.concentration import spread_of
from hero.culture.ties.net import CROWD, WHOLE, net
from hero.culture.ties.reach import by_unit, isolated, reach
from hero.culture.ties.thin import serving, silent_units, themes
from hero.registry.idea import Evaluation, Pass
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.culture.made import UNITS, advocate, idea, people, registry
from tests.metrics.made import LAST, registries

DAY = dt.date(2026, 3, 31)
ROOT = Path(__file__).parents[2]


def pairs(of: Registry, day: dt.date = DAY) -> dict[tuple[str, str], tuple[int, int]]:
    """Ties by logins, whatever their keys are."""
    found = net(of, day)
    names = {key: member.login for key, member in found.members.items()}
    return {
        tuple(sorted((names[tie.one], names[tie.two]))): (tie.weight, tie.ideas)  # type: ignore[misc]
        for tie in found.ties
    }


def test_an_idea_gives_each_of_its_people_one_whole() -> None:
    of = registry(idea("ann", builder="cy", sponsor="dan"), idea("ann", builder="cy"))
    assert pairs(of) == {
        ("ann", "cy"): (WHOLE // 2 + WHOLE, 2),
        ("ann", "dan"): (WHOLE // 2, 1),
        ("cy", "dan"): (WHOLE // 2, 1),
    }


def test_one_person_in_two_roles_or_spellings_is_one() -> None:
    found = net(registry(idea("Ann", builder="ann", evaluations=(judged("ANN"),))), DAY)
    (member,) = found.members.values()
    assert (member.login, member.roles) == ("Ann", ("proposer", "builder", "evaluator"))
    assert (member.unit, found.ties) == ("core", ())


def judged(by: str, day: dt.date = DAY) -> Evaluation:
    return Evaluation(by=by, date=day, value=3, effort=3, confidence=3)


def test_who_passed_or_had_not_judged_yet_has_no_part() -> None:
    passed = Pass(login="Bo", date=DAY)
    of = registry(
        idea("ann", advocates=("bo", "cy"), passed=(passed,), evaluations=(judged("dan"),))
    )
    assert set(pairs(of)) == {("ann", "cy"), ("ann", "dan"), ("cy", "dan")}
    before = pairs(of, DAY - dt.timedelta(1))
    assert set(before) == {("ann", "bo"), ("ann", "cy"), ("bo", "cy")}


def test_a_list_of_names_ties_nobody() -> None:
    many = [f"p{number}" for number in range(CROWD + 1)]
    found = net(registry(idea(*many), idea(*many[:-1])), DAY)
    assert found.crowds == ("idea-0",)
    assert len(found.ties) == CROWD * (CROWD - 1) // 2


def test_ties_across_units_by_hand() -> None:
    of = registry(
        idea("ann", builder="bo"),
        idea("ann", builder="cy"),
        idea("cy", builder="eve"),
        idea("gus"),
    )
    found = net(of, DAY)
    whole = reach(found)
    assert (whole.across, whole.within, whole.unknown) == (1, 1, 1)
    assert whole.share == 0.5
    units = {each.unit: each for each in by_unit(found)}
    assert units["core"].to == (("edge", 1),)
    assert (units["edge"].people, units["edge"].within, units["edge"].across) == (1, 0, 1)
    assert [unit for unit, each in units.items() if each.isolated] == ["far", "lone"]
    assert silent_units(found) == ("far",)
    assert reach(net(registry(idea("eve", builder="ann")), DAY)).share is None


def test_the_broker_is_who_stands_between() -> None:
    """A path ann - cy - fay: only cy is on a way between others, and others meet nowhere else."""
    of = registry(idea("ann", builder="cy"), idea("cy", builder="fay"))
    found = net(of, DAY)
    told = brokers(found)
    assert [found.members[key].login for key in told.keys] == ["cy"]
    assert told.only_way == set(told.keys)
    assert told.sampled is None


def test_a_middle_of_one_unit_alone_is_no_broker() -> None:
    """bo stands between ann and hal, and all three are of core."""
    units = people(**UNITS, hal="core")
    of = registry(idea("ann", builder="bo"), idea("bo", builder="hal"), people=units)
    assert brokers(net(of, DAY)).keys == ()


def test_the_pieces_of_a_net() -> None:
    of = registry(idea("ann", builder="bo", sponsor="cy"), idea("dan", builder="fay"), idea("gus"))
    assert pieces(net(of, DAY)) == (3, 2, 1)


def test_sampling_is_the_same_each_time_and_near_the_truth() -> None:
    """Six teams who meet through one person: any few starting points find that person."""
    ideas = [
        idea(*(f"t{team}-{each}" for each in range(6)), builder="cy", sponsor=f"t{team}-0")
        for team in range(6)
    ]
    found = net(registry(*ideas), DAY)
    few = brokers(found, work=10 * (len(found.members) + len(found.ties)))
    assert few.sampled == 10
    assert few == brokers(found, work=10 * (len(found.members) + len(found.ties)))
    assert few.keys == brokers(found).keys
    assert [found.members[key].login for key in few.keys] == ["cy"]


@pytest.mark.parametrize(
    ("parts", "gini", "tenth"),
    [
        ([1, 1, 1, 1, 1], 0.0, 0.2),
        ([0, 0, 0, 0, 5], 0.8, 1.0),
        ([1, 2, 3, 4, 5], 4 / 15, 1 / 3),
        ([1, 1, 1, 7], None, None),
        ([0, 0, 0, 0, 0], None, None),
    ],
)
def test_concentration_by_hand(parts: list[int], gini: float | None, tenth: float | None) -> None:
    told = spread_of(parts)
    assert told.gini == (None if gini is None else pytest.approx(gini))
    assert told.busiest_tenth == (None if tenth is None else pytest.approx(tenth))


@given(st.lists(st.integers(0, 50), min_size=5, max_size=40), st.integers(2, 9))
def test_concentration_knows_no_scale_and_no_order(parts: list[int], times: int) -> None:
    told = spread_of(parts)
    if told.gini is not None:
        assert 0 <= told.gini < 1
        assert spread_of([part * times for part in reversed(parts)]).gini == pytest.approx(
            told.gini
        )


def test_themes_that_hang_on_one_person() -> None:
    one = (advocate("ann", 1), advocate("bo", 2, shadow=True), advocate("cy", 3, until=DAY))
    of = registry(*(idea("dan", advocates=("ann", "fay")) for _ in range(3)), roster=one)
    assert serving(of, "speed", DAY) == ("ann", "cy")
    assert serving(of, "speed", DAY + dt.timedelta(1)) == ("ann",)
    speed, index = themes(of, DAY + dt.timedelta(1))
    assert (speed.alone, speed.open, index.advocates, index.alone) == ("ann", 3, (), None)


def test_a_theme_of_which_one_person_has_every_idea() -> None:
    two = (advocate("ann", 1), advocate("bo", 2))
    of = registry(*(idea(who, builder="dan") for who in ("ann", "cy", "fay")), roster=two)
    assert themes(of, DAY)[0].alone == "dan"
    of = registry(*(idea(who, builder="dan") for who in ("ann", "cy")), roster=two)
    assert themes(of, DAY)[0].alone is None


@settings(max_examples=25)
@given(registries(), st.randoms(use_true_random=False), st.dates(LAST, LAST))
def test_the_order_of_ideas_is_nothing_to_ties(of: Registry, chance: Random, day: dt.date) -> None:
    slugs = list(of.ideas)
    chance.shuffle(slugs)
    other = replace(of, ideas={slug: of.ideas[slug] for slug in slugs})
    assert net(of, day).ties == net(other, day).ties
    assert brokers(net(of, day)) == brokers(net(other, day))
    assert themes(of, day) == themes(other, day)


@settings(max_examples=25)
@given(registries())
def test_ties_go_both_ways_and_into_one_part_or_another(of: Registry) -> None:
    found = net(of, LAST)
    whole, units = reach(found), by_unit(found)
    assert whole.across + whole.within + whole.unknown == len(found.ties)
    assert sum(each.across for each in units) == 2 * whole.across
    assert sum(each.within for each in units) == whole.within
    assert isolated(found) == tuple(each.unit for each in units if each.isolated)
    assert sum(pieces(found)) == len(found.members)
    assert nx.number_of_edges(graph_of(found)) == len(found.ties)


def test_a_seat_from_outside_is_a_tie_across_units() -> None:
    """The choice of advocates and this room read the same units, and so agree."""
    of = Registry.read(Folder(ROOT))
    day = of.network.as_of or DAY
    on = setting(of, day)
    for slug, each in of.ideas.items():
        alone = each.model_copy(update={"passed": (), "evaluations": (), "builder": None,
                                        "sponsor": None, "submitted_by": None})  # fmt: skip
        about = subject(of, slug, on)
        for candidate in on.candidates:
            # The second seat beside somebody of the proposers' own unit: outside is up to this one.
            mate = replace(candidate, key="mate", unit=next(iter(about.units)))
            outside = bridging(about, candidate, (mate,)) >= 2
            seated = alone.model_copy(update={"advocates": (candidate.login,)})
            tied = reach(net(replace(of, ideas={slug: seated}), day)).across > 0
            own = candidate.login in each.proposers
            assert own or len(about.units) > 1 or outside == tied, (slug, candidate.login)
