"""The forge in memory: it keeps the port, and it tells what was written."""

import datetime as dt
from dataclasses import replace

import pytest

from hero.reconcile.forge import CheckText, Forge, ForgeRefused
from hero.reconcile.seen import Account, Place, PullSeen
from tests.github.memory import Memory, name_of

ME = Account("hero[bot]", 9, bot=True)
HEAD = "a" * 40
PULL = PullSeen(
    7,
    "Quieter alarms",
    Account("ada", 1),
    HEAD,
    "quieter",
    "ada/ideas",
    "main",
    dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
)
TEXT = CheckText("success", "Fine", "All is well.", (), "d1")


@pytest.fixture
def memory() -> Memory:
    return Memory(
        Place("example/ideas", "main", "b" * 40, ME, app="hero"),
        {7: PULL},
        collaborators=frozenset({"grace"}),
        assignees=frozenset({"grace", "linus"}),
    )


def test_it_is_a_forge(memory: Memory) -> None:
    forge: Forge = memory
    assert [each.number for each in forge.pulls(None)] == [7]


def test_what_is_written_is_seen_and_written_once(memory: Memory) -> None:
    for _ in range(2):
        first = memory.comment(7, "Hello <!-- hero -->", "<!-- hero -->")
        memory.check(HEAD, "registry/idea", TEXT)
        memory.make_label("stage: proposed", "ededed", "")
    assert memory.comment(7, "Hello again <!-- hero -->", "<!-- hero -->") == first
    assert [words[0] for words in memory.written] == ["comment", "check", "make_label"]
    assert memory.pulls({7})[0].checks[0].external_id == "d1"


def test_only_those_who_can_are_asked(memory: Memory) -> None:
    assert memory.request(7, ["Grace", "linus", "ada"]) == ("Grace",)
    assert memory.assign(7, ["linus", "nobody"]) == ("linus",)
    assert [each.login for each in memory.pulls({7})[0].requested] == ["Grace"]


def test_a_merge_and_a_commit_hold_to_what_was_seen(memory: Memory) -> None:
    tip = memory.place().tip
    with pytest.raises(ForgeRefused, match="not at"):
        memory.merge(7, "c" * 40, "t", "")
    made = memory.commit("main", tip, {"ideas/a.yml": b"title: A\n"}, "Record")
    with pytest.raises(ForgeRefused) as lost:
        memory.commit("main", tip, {}, "Record")
    assert (lost.value.kind, memory.place().tip) == ("conflict", made)
    assert memory.texts([name_of(b"title: A\n")], 100) == {name_of(b"title: A\n"): b"title: A\n"}
    memory.merge(7, HEAD, "t", "")
    assert memory.pulls(None) == []


def test_a_write_can_be_refused(memory: Memory) -> None:
    def refuse(words: tuple[str, ...]) -> None:
        raise ForgeRefused("rate", " ".join(words), 60)

    memory.refuse = refuse
    with pytest.raises(ForgeRefused, match="label 7"):
        memory.label(7, ["late"], [])
    assert memory.pulls({7})[0].labels == frozenset()
    memory.place_seen = replace(memory.place_seen, archived=True)
    with pytest.raises(ForgeRefused, match="archived"):
        memory.comment(7, "x", "x")
