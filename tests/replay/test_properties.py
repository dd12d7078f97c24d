"""What holds of any decisions under any rules."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hero.process.flow.past import past
from hero.process.gate import judge
from hero.process.replay.comparison import replay
from hero.process.replay.decisions import judged
from hero.process.replay.room import crowds
from hero.registry.conditions.case import Approval, Facts, State
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry
from tests.metrics.made import FIRST, WAYS, registries, registry
from tests.replay.rules import ASKED, every_way, pipeline, pipelines

TODAY = dt.date(2026, 12, 31)
SINCE = st.one_of(st.none(), st.dates(FIRST, TODAY))


@given(registries(), pipelines(), st.dates(FIRST, TODAY), SINCE)
def test_under_the_same_pipeline_nothing_differs(
    found: Registry, own: Pipeline, day: dt.date, since: dt.date | None
) -> None:
    own_registry = replace(found, pipeline=own)
    again = Pipeline.model_validate_json(own.model_dump_json(by_alias=True))
    same = replay(own_registry, again, day, since)
    assert same.same
    assert (same.changed, same.deadlines, same.figures) == ((), (), ())


@given(registries(), pipelines(), pipelines())
def test_there_and_back_is_the_same_the_other_way_round(
    found: Registry, one: Pipeline, two: Pipeline
) -> None:
    there = replay(replace(found, pipeline=one), two, TODAY)
    back = replay(replace(found, pipeline=two), one, TODAY)
    assert [(each.here, each.there) for each in there.changed] == [
        (each.there, each.here) for each in back.changed
    ]
    assert {(each.here, each.there) for each in there.deadlines} == {
        (each.there, each.here) for each in back.deadlines
    }
    assert {(each.here, each.there) for each in there.figures} == {
        (each.there, each.here) for each in back.figures
    }


@given(registries(), st.lists(st.sampled_from(ASKED), max_size=2), st.sampled_from(ASKED))
def test_asking_for_more_allows_no_more(
    found: Registry, gate: list[dict[str, object]], more: dict[str, object]
) -> None:
    order = (State.HOLDS, State.UNKNOWN, State.MISSING)
    loose = judged(found, pipeline(every_way(*gate)))
    strict = judged(found, pipeline(every_way(*gate, more)))
    for one, two in zip(loose, strict, strict=True):
        assert order.index(two.state) >= order.index(one.state)


@given(registries(), st.sampled_from([(a, b) for a, ends in WAYS.items() for b in ends]))
def test_without_a_move_exactly_those_who_took_it_are_refused(
    found: Registry, gone: tuple[str, str]
) -> None:
    ways = every_way()
    whole = pipeline(ways)
    less = pipeline({way: gate for way, gate in ways.items() if way != gone})
    changed = replay(replace(found, pipeline=whole), less, TODAY).changed
    refused = {(each.there.slug, each.there.number) for each in changed}
    took = {
        (slug, number)
        for slug, each in past(found, TODAY).ideas.items()
        for number, made in enumerate(each.decisions)
        if (made.from_, made.to) == gone and made.imported is None
    }
    assert refused == took
    assert all("no move leads from" in each.there.why[0] for each in changed)


@given(registries(), st.integers(1, 30), st.integers(1, 30))
def test_less_time_keeps_no_more_promises(found: Registry, one: int, two: int) -> None:
    short, long = (pipeline(every_way(), days=days) for days in sorted((one, two)))
    order = ("kept", "due", "late", "overdue")
    for ran in replay(replace(found, pipeline=long), short, TODAY).deadlines:
        before, after = ran.was(TODAY)
        assert before is not None
        assert after is not None
        assert order.index(after) > order.index(before)


@given(registries())
def test_how_full_a_stage_was_is_a_count_of_all_ideas(found: Registry) -> None:
    """Against looking at every idea anew, where no two decisions share a day."""
    days = [made.date for each in found.ideas.values() for made in each.decisions]
    days += [each.proposed_on for each in found.ideas.values() if each.proposed_on]
    crowd = crowds(found.ideas, "proposed")
    for slug, each in found.ideas.items():
        for number, made in enumerate(each.decisions):
            if days.count(made.date) > 1:
                continue
            others = {name: other for name, other in found.ideas.items() if name != slug}
            then = past(registry(others), made.date)
            there = [other for other in then.ideas.values() if _stage(other, made.date) == made.to]
            assert crowd[slug, number] == len(there)


def _stage(other: object, day: dt.date) -> str | None:
    """Where an idea was; one without a date is nowhere before its first decision."""
    decisions, proposed = other.decisions, other.proposed_on  # type: ignore[attr-defined]  # because: any idea
    if decisions:
        return str(decisions[-1].to)
    return "proposed" if proposed is not None and proposed <= day else None


@given(registries(), pipelines())
def test_the_last_decision_of_an_idea_is_judged_as_its_gate_would(
    found: Registry, other: Pipeline
) -> None:
    """On its own day and by the file alone, with the whole registry as it was."""
    endless = [stage.model_copy(update={"limit": None}) for stage in other.stages]
    law = replace(found, pipeline=other.model_copy(update={"stages": tuple(endless)}))
    for each in judged(found, law.pipeline):
        idea = found.ideas[each.slug]
        if each.number < len(idea.decisions) - 1:
            continue
        made = each.decision
        then = past(law, made.date)
        before = (then.ideas.get(each.slug) or idea).model_copy(
            update={"stage": made.from_, "decisions": idea.decisions[:-1]}
        )
        facts = Facts(
            today=made.date,
            approvals=tuple(map(Approval, made.approved_by)) or None,
            said_yes=frozenset(filter(None, (idea.builder, idea.sponsor))),
        )
        verdict = judge(then, before, (made.from_, made.to), facts, made.by)
        assert each.state is (verdict.state if verdict else State.MISSING)
