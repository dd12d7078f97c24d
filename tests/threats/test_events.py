"""Events that come late, twice, never or forged; runs at once; floods; what is gone meanwhile."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from hero.reconcile.apply import apply
from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import GHOST, ChangedFile, Comment
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.reconcile.land import NAME, Land
from tests.reconcile.town import IDEA, NOW, PATH, Town, account


@pytest.fixture
def land(tmp_path: Path) -> Iterator[Land]:
    """The registry on the stand-in, with a sound pull of a newcomer's."""
    with Forge(tmp_path / "forge", Clock(NOW)) as forge:
        made = Land(forge, tmp_path)
        made.open(IDEA)
        yield made


def test_t12_a_push_between_the_look_and_the_merge_stops_the_merge(land: Land) -> None:
    land.settle()
    land.review("example-linus")
    made = land.planned()
    land.push(IDEA.replace("hour", "minute"))
    fates = {
        type(each.action).__name__: each.fate for each in apply(made.actions, land.connected(), 40)
    }
    assert fates["Merge"] in ("refused", "left")
    land.settle()
    assert land.pull["merged"] is False
    assert "it stands on an older commit" in land.comments[0]


def test_t12_what_somebody_else_makes_of_our_comment_is_put_right(town: Town) -> None:
    town.open()
    town.settle()
    said = town.said
    edited = replace(town.comments()[0], body=said.replace("102", "666"), edited=NOW)
    town.set(1, comments=(edited,))
    town.settle()
    assert "666" not in town.said
    assert len(town.comments()) == 1


def test_t15_a_plan_that_is_carried_out_twice_writes_once(land: Land) -> None:
    made = land.planned()
    for _ in range(2):
        apply(made.actions, land.connected(), 40)
    assert len(land.comments) == 1
    assert len(land.asked) == 2
    assert land.run() == []
    where = f"/repos/{NAME}/commits/{land.pull['head']['sha']}/check-runs"
    assert land.say("example-ada", "GET", where)["total_count"] == 1


Turn = Callable[[Town], None]
TURNS: list[Turn] = [
    lambda town: town.push(1, {PATH: IDEA.replace("reliability", "reliabilty")}),
    lambda town: town.push(1, {PATH: IDEA}),
    lambda town: town.review("example-mei", "changes_requested"),
    lambda town: town.review("example-mei", "dismissed"),
    lambda town: town.set(1, draft=True),
    lambda town: town.set(1, draft=False),
    lambda town: town.review("example-grace"),
]


@pytest.mark.parametrize("heard", range(len(TURNS)))
def test_t16_an_event_that_never_came_changes_nothing_in_the_end(
    tmp_path: Path, heard: int
) -> None:
    ends = []
    for often in (True, False):
        town = Town(tmp_path / str(often))
        town.open()
        for number, turn in enumerate(TURNS):
            if town.state == "open":
                turn(town)
            if often or number == heard:
                town.settle()
        town.settle()
        ends.append((town.state, town.check, town.pull.labels, len(town.comments())))
    assert ends[0] == ends[1]
    assert ends[0][0] == "merged"


def test_t17_two_runs_at_once_leave_what_one_would(land: Land) -> None:
    with ThreadPoolExecutor(2) as both:
        plans = list(both.map(lambda _: land.planned(), range(1)))
        list(both.map(lambda _: apply(plans[0].actions, land.connected(), 40), range(2)))
    land.run()
    assert land.run() == []
    assert len(land.comments) == 1
    assert len(land.asked) == 2


def test_t17_what_somebody_pushed_meanwhile_is_never_overwritten(land: Land) -> None:
    forge = land.connected()
    tip = forge.place().tip
    land.change({PATH: IDEA.replace("hour", "week")})
    with pytest.raises(ForgeRefused) as refused:
        forge.commit("main", tip, {PATH: b"title: mine\n"}, "Overwrite")
    assert refused.value.kind == "conflict"


def test_t22_a_flood_of_pulls_is_answered_so_many_at_a_time(town: Town) -> None:
    for number in range(1, 31):
        text = IDEA.replace("Share the test rig", f"Share rig number {number}")
        town.open(number, "example-mallory", {f"ideas/2026/rig-number-{number}.yml": text})
    done = [each.fate for each in town.run(limit=40)]
    assert done.count("done") == 40
    assert town.forge.pulls_seen[1].comments


def test_t22_a_flood_by_one_keeps_nobody_else_waiting(town: Town) -> None:
    for number in range(1, 31):
        text = IDEA.replace("Share the test rig", f"Share rig number {number}")
        town.open(number, "example-mallory", {f"ideas/2026/rig-number-{number}.yml": text})
    town.open(31)
    town.run(limit=12)
    assert town.forge.pulls_seen[31].comments
    assert not town.forge.pulls_seen[30].comments


def test_t22_a_pull_of_thousands_of_files_is_not_even_read(town: Town) -> None:
    town.open()
    flood = tuple(ChangedFile(f"ideas/x/{n}.yml", "added") for n in range(99))
    town.set(1, whole=False, files=flood)
    town.forge.texts = _none  # type: ignore[method-assign]  # (because: asking for any is the fault)
    town.settle()
    assert "Too large to be looked at" in town.said
    assert "@" not in town.said
    assert "line" not in town.said


def _none(blobs: object, limit: int) -> dict[str, bytes]:
    assert not blobs
    return {}


def test_t22_a_storm_of_comments_calls_nobody_and_changes_nothing(town: Town) -> None:
    town.open()
    town.settle()
    storm = [Comment(1000 + n, account("example-mallory"), "!", NOW) for n in range(500)]
    town.set(1, comments=(*town.pull.comments, *storm))
    assert town.settle() == []


def test_t23_a_renamed_repository_and_a_fork_that_is_gone(land: Land) -> None:
    land.forge.let_in(land.repo, "keeper", "admin")
    land.say("keeper", "PATCH", f"/repos/{NAME}", {"name": "thoughts"})
    land.say("example-ada", "DELETE", "/repos/example-ada/ideas")
    done = apply(land.planned().actions, land.connected(), 40)
    assert {each.fate for each in done} == {"done"}
    assert "is called octo/thoughts now" in land.planned().notes[0]
    said = land.say("example-ada", "GET", "/repos/octo/thoughts/issues/1/comments")
    assert "Valid, and waiting" in said[0]["body"]


@pytest.mark.parametrize(
    "fields",
    [
        {"head_repository": None},
        {"author": GHOST, "authors": (GHOST,)},
        {"locked": True},
        {"mergeable": None},
        {"requested": (GHOST,), "assigned": (GHOST,)},
    ],
    ids=lambda each: "-".join(each),
)
def test_t23_what_is_gone_or_closed_stops_nothing_else(
    town: Town, fields: dict[str, object]
) -> None:
    town.open()
    town.open(2, files={"ideas/2026/another.yml": IDEA.replace("test rig", "oscilloscope")})
    town.set(1, **fields)
    town.settle()
    assert town.check == "action_required"
    assert len(town.comments(2)) == 1


def test_t23_an_archived_repository_is_left_alone(town: Town) -> None:
    town.open()
    town.forge.place_seen = replace(town.forge.place_seen, archived=True)
    assert town.settle() == []
    assert "archived" in town.planned().notes[0]
