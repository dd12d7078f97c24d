"""`hero move` and `hero check --base` say the same of a move, however it is written down."""

from typing import Any

import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

from hero.process.moving import Moved, Wish
from hero.registry.conditions.case import Facts, State
from tests.moving.chances import STAGES, attempt, faults, wishes, worlds, written
from tests.moving.world import TODAY, registry, rules

#: What a verdict tells, as the rules that tell it.
OF_THE_GATE = {"move-gate", "move-person"}


def by_hand(raw: dict[str, bytes], wish: Wish) -> dict[str, bytes]:
    """The same move as somebody would type it, with a tool of their own."""
    path = f"ideas/2026/{wish.slug}.yml"
    data: dict[str, Any] = yaml.safe_load(raw[path])
    start = data.get("stage", STAGES[0])
    decision = {
        "date": wish.date,
        "from": start,
        "to": wish.to,
        "by": wish.by,
        "because": wish.because,
    }
    data["decisions"] = [*(data.get("decisions") or []), decision]
    data["stage"] = wish.to
    if wish.revisit_on:
        data["revisit_on"] = wish.revisit_on
    if wish.of:
        data["links"] = {**data.get("links", {}), "duplicate_of": wish.of}
    return {**raw, path: yaml.safe_dump(data, sort_keys=False, allow_unicode=True).encode()}


@settings(max_examples=120)
@given(raw=worlds(), hopes=st.lists(wishes(), min_size=1, max_size=6))
def test_what_one_refuses_the_other_fails(raw: dict[str, bytes], hopes: list[Wish]) -> None:
    for wish in hopes:
        found = attempt(registry(raw), wish, Facts(TODAY))
        told = faults(raw, by_hand(raw, wish))
        event("accepted" if found.accepted else "refused")
        assert found.accepted == (not told), (found, told)
        if isinstance(found.made, Moved) and found.made.verdict is not None:
            lacks = found.made.verdict.state is State.MISSING
            assert lacks == bool(OF_THE_GATE & rules(told))
            assert found.made.verdict.state is not State.UNKNOWN
        if found.accepted and isinstance(found.made, Moved):
            raw = written(raw, found.made)


@settings(max_examples=60)
@given(raw=worlds(), wish=wishes())
def test_both_use_the_same_words(raw: dict[str, bytes], wish: Wish) -> None:
    found = attempt(registry(raw), wish, Facts(TODAY))
    if not isinstance(found.made, Moved) or found.made.verdict is None:
        return
    told = [each for each in faults(raw, by_hand(raw, wish)) if each.rule == "move-gate"]
    said = [each for each in found.made.verdict.gate if each.state is State.MISSING]
    assert {each.help[0] for each in told} == {each.needed for each in said}
    assert all(any(each.asks in one.message for one in told) for each in said)
