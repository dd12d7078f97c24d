"""Registries of ideas with any history, made without files, for properties."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from hero.registry.idea import Decision, Evaluation, Evidence, Idea, Links, Pass
from hero.registry.registry import Registry
from tests.deadlines.made import made

BASE = made({})
#: Ways from each stage of the test pipeline.
WAYS = {
    "proposed": ["trying", "resting", "declined"],
    "trying": ["used", "resting", "declined"],
    "resting": ["declined", "trying"],
    "used": ["trying"],
    "declined": ["proposed"],
}
FIRST, LAST = dt.date(2025, 1, 1), dt.date(2026, 3, 31)
PEOPLE = st.sampled_from(["Ann", "Bo", "Cy", "bea", "dan"])


@st.composite
def histories(draw: st.DrawFn, ways: dict[str, list[str]] = WAYS) -> Idea:
    """An idea that came some day and went some way, with what people did on it."""
    day = draw(st.dates(FIRST, LAST))
    proposed, stage, decisions = day, "proposed", []
    for _ in range(draw(st.integers(0, 4))):
        day += dt.timedelta(draw(st.integers(0, 120)))
        to = draw(st.sampled_from(ways[stage]))
        decisions.append(
            Decision(
                date=day,
                from_=stage,
                to=to,
                by=draw(PEOPLE),
                because="So.",
                approved_by=draw(st.sampled_from([(), ("Ann",), ("Ann", "Cy")])),
                imported=draw(st.sampled_from([None, None, None, None, "PEP 1"])),
            )
        )
        stage = to
    later = st.integers(0, 200).map(lambda days: proposed + dt.timedelta(days))
    return idea(
        proposers=draw(st.sampled_from([("bea",), ("dan",), ("bea", "dan")])),
        advocates=draw(st.sampled_from([(), ("Ann",), ("Ann", "Bo"), ("Cy",)])),
        builder=draw(st.sampled_from([None, "dan"])),
        proposed_on=draw(st.sampled_from([proposed, proposed, proposed, None])),
        stage=stage,
        decisions=tuple(decisions),
        passed=tuple(draw(st.lists(st.builds(Pass, login=PEOPLE, date=later), max_size=1))),
        evaluations=tuple(draw(st.lists(later.flatmap(judged), max_size=2))),
        evidence=tuple(draw(st.lists(later.flatmap(measured), max_size=2))),
        links=Links(duplicate_of=draw(st.sampled_from([None, None, None, "other"]))),
        theme=draw(st.sampled_from(["speed", "index"])),
    )


def judged(day: dt.date) -> st.SearchStrategy[Evaluation]:
    """An evaluation of a day."""
    return PEOPLE.map(lambda by: Evaluation(by=by, date=day, value=3, effort=2, confidence=1))


def measured(day: dt.date) -> st.SearchStrategy[Evidence]:
    """Evidence of a day, with a result or without."""
    return st.sampled_from([None, 3]).map(
        lambda result: Evidence(metric="Time", result=result, date=day)
    )


def idea(**fields: Any) -> Idea:
    """An idea with these fields."""
    texts = dict.fromkeys(("problem", "proposal", "benefit"), "So.")
    return Idea(**({"title": "Faster", "theme": "speed", "proposers": ("bea",)} | texts | fields))


def registry(ideas: dict[str, Idea], **more: Any) -> Registry:
    """A registry of these ideas in this order."""
    paths = {slug: f"ideas/2026/{slug}.yml" for slug in ideas}
    return replace(BASE, ideas=ideas, paths=paths, **more)


def registries(size: int = 8) -> st.SearchStrategy[Registry]:
    """A registry of a few ideas with any history."""
    several = st.lists(histories(), max_size=size)
    return several.map(
        lambda ideas: registry({f"idea-{number}": each for number, each in enumerate(ideas)})
    )
