"""Who is thanked for what: by hand on the example, and as laws on any registry."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hero.culture.recognition.credits import credits
from hero.culture.recognition.thanks import by_person, crews
from hero.registry.idea import Decision, Evidence, Idea, Links, Pass
from hero.registry.lived import Act
from hero.registry.policies import Challenge
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.culture.made import advocate, idea, registry
from tests.metrics.made import FIRST, LAST, registries

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 20)
EXAMPLE = Registry.read(Folder(ROOT))


def acts(of: Registry, day: dt.date = DAY, **writers: tuple[str, ...]) -> set[tuple[str, str, str]]:
    return {(each.act, each.login, each.about) for each in credits(of, day, writers)}


def decided(to: str, by: str = "ann", day: dt.date = LAST) -> Decision:
    return Decision(date=day, from_="proposed", to=to, by=by, because="So.")


def test_everybody_with_a_part_is_credited_once() -> None:
    each = idea(
        "dan", submitted_by="eve", advocates=("ann", "bo"), builder="dan", sponsor="fay",
        passed=(Pass(login="BO", date=FIRST),), stage="trying",
        decisions=(decided("trying"), decided("trying", by="dan")),
    )  # fmt: skip
    assert acts(registry(each)) == {
        ("proposed", "dan", "idea-0"), ("sent-in", "eve", "idea-0"),
        ("advocated", "ann", "idea-0"), ("decided", "ann", "idea-0"),
        ("built", "dan", "idea-0"), ("sponsored", "fay", "idea-0"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("to", "by", "result", "well"),
    [
        ("declined", "dan", None, True),
        ("declined", "DAN", None, True),
        ("declined", "ann", 11, True),
        ("declined", "ann", None, False),
        ("used", "dan", 11, False),
        ("resting", "dan", 11, False),
    ],
)
def test_ending_well(to: str, by: str, result: int | None, well: bool) -> None:
    read = Evidence(metric="Faults", result=result, date=FIRST)
    each = idea("dan", stage=to, decisions=(decided(to, by),), evidence=(read,), builder="cy")
    found = {who for act, who, _ in acts(registry(each)) if act == "ended-well"}
    assert found == ({"dan", "cy"} if well else set())


def test_who_joins_another_idea_makes_it_better() -> None:
    same = Links(duplicate_of="idea-0")
    double = idea("eve", stage="declined", decisions=(decided("declined"),), links=same)
    of = registry(idea("dan"), double)
    assert ("joined", "eve", "idea-1") in acts(of)
    assert not [act for act, _, _ in acts(of) if act == "ended-well"]
    assert not [act for act, _, _ in acts(of, LAST - dt.timedelta(1)) if act == "joined"]


def test_who_wrote_on_somebody_elses_text_is_known_from_git_alone() -> None:
    of = registry(idea("dan"))
    told = credits(of, DAY, {"idea-0": ("Dan", "eve")})
    assert [(each.act, each.login) for each in told] == [("proposed", "dan"), ("revised", "eve")]


def test_whoever_asks_a_challenge_sponsors() -> None:
    asked = Challenge(
        title="Quiet", question="Why?", sponsor="Fay", opens=FIRST, closes=LAST, criteria=("So.",)
    )
    of = registry(challenges={"quiet": asked}, recognition=EXAMPLE.recognition)
    (thanked,) = by_person(of, credits(of, DAY))["fay"]
    assert (thanked.kind.id, thanked.ideas, thanked.challenges) == ("sponsoring", (), ("quiet",))
    assert credits(of, FIRST - dt.timedelta(1)) == ()


#: By hand, out of the files of the example.
SAMINA = {"proposing": ("review-before-lunch",), "ending-well": ("review-before-lunch",),
          "sponsoring": ("no-friday-deploys", "replay-yesterday")}  # fmt: skip
ZOE = {
    "proposing": ("devcontainers-everywhere", "one-command-setup"),
    "improving": ("devcontainers-everywhere",),
}
HENRIKE = {"reviewing": ("depot-simulator",), "sponsoring": ("weekly-cost-mail",)}


@pytest.mark.parametrize(
    ("who", "thanks"), [("samina", SAMINA), ("zoe", ZOE), ("henrike", HENRIKE)]
)
def test_thanks_in_the_example(who: str, thanks: dict[str, tuple[str, ...]]) -> None:
    found = by_person(EXAMPLE, credits(EXAMPLE, DAY))[f"example-{who}"]
    assert {each.kind.id: each.ideas for each in found} == thanks
    order = [kind.id for kind in EXAMPLE.recognition.kinds]
    assert [each.kind.id for each in found] == sorted(thanks, key=order.index)


def test_three_ended_well_as_the_playbook_says() -> None:
    well = {each.about for each in credits(EXAMPLE, DAY) if each.act == "ended-well"}
    assert {"predict-door-jams", "delete-unread-dashboards", "review-before-lunch"} <= well
    assert "retire-gerald" not in well


def test_the_crew_of_a_challenge_by_hand() -> None:
    found = crews(
        EXAMPLE, credits(EXAMPLE, DAY), ("locker-offline-grace", "weather-is-not-an-incident")
    )
    names = {crew.kind.id: " ".join(crew.logins).replace("example-", "") for crew in found}
    assert names == {"proposing": "teo torben", "reviewing": "grace linus mei priya"}


def test_the_crew_of_an_idea_that_ended_well() -> None:
    found = crews(EXAMPLE, credits(EXAMPLE, DAY), ("predict-door-jams",))
    kinds = {crew.kind.id: crew.logins for crew in found}
    assert kinds["ending-well"] == ("example-anselm",)
    assert kinds["sponsoring"] == ("example-birgit",)


def test_the_policy_thanks_for_every_act_once() -> None:
    known = [act for kind in EXAMPLE.recognition.kinds for act in kind.acts]
    assert sorted(known) == sorted(get_args(Act))


def test_without_a_policy_nobody_is_thanked_and_nothing_breaks() -> None:
    of = registry(idea("dan"), roster=(advocate("ann", 1),))
    assert by_person(of, credits(of, DAY)) == {"dan": ()}


@settings(max_examples=25)
@given(registries(), st.randoms(use_true_random=False))
def test_order_is_nothing_and_more_days_never_take_thanks_away(
    of: Registry, chance: Random
) -> None:
    slugs = list(of.ideas)
    chance.shuffle(slugs)
    ideas: dict[str, Idea] = {slug: of.ideas[slug] for slug in slugs}
    other = replace(of, ideas=ideas)
    assert acts(of, LAST) == acts(other, LAST)
    undone = ("ended-well", "joined", "advocated")
    early = {each for each in acts(of, FIRST) if each[0] not in undone}
    assert early <= acts(of, LAST)
