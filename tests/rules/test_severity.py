"""What is closed is judged more gently, and nothing is ever judged more harshly."""

from dataclasses import replace

import pytest

from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.registry import Registry
from hero.rules import RULES, check
from hero.rules.severity import ENDED, GENTLER, PAUSED, USED, standing, weighed
from tests.rules.memory import FILES, Memory

IDEA = "ideas/2026/idle-rig.yml"
TEXT = """
title: Rig
theme: no-such-theme
problem: Two teams wait for one rig.
proposal: Book it by the hour.
benefit: Both teams wait less.
proposers: [example-ada]
"""
MOVES = {
    "proposed": "",
    "adopted": "stage: adopted\ndecisions:\n"
    "  - {date: 2026-10-01, from: proposed, to: exploring, by: example-mei, because: A look.}\n"
    "  - {date: 2026-10-02, from: exploring, to: adopted, by: example-mei, because: It runs.}\n",
    "declined": "stage: declined\ndecisions:\n"
    "  - {date: 2026-10-01, from: proposed, to: declined, by: example-mei, because: Too dear.}\n",
}


def registry(stage: str) -> Registry:
    return Registry.read(Memory(FILES | {IDEA: (TEXT + MOVES[stage]).encode()}))


@pytest.mark.parametrize(
    ("stage", "theme", "title"),
    [
        ("proposed", Severity.ERROR, Severity.WARNING),
        ("adopted", Severity.WARNING, Severity.NOTE),
        ("declined", Severity.WARNING, Severity.NOTE),
    ],
)
def test_the_same_idea_in_another_stage(stage: str, theme: Severity, title: Severity) -> None:
    found = {each.rule: each.severity for each in check(registry(stage))}
    assert found == {"theme-unknown": theme, "text-length": title}


def test_only_rules_that_exist_are_gentler_and_only_where_ideas_are_closed() -> None:
    assert {rule for _, rule in GENTLER} <= {rule.id for rule in RULES}
    assert {where for where, _ in GENTLER} == {PAUSED, USED, ENDED}


def test_what_harms_readers_weighs_the_same_everywhere() -> None:
    harmful = {"text-secret", "text-link", "text-hidden", "personal-data", "text-mention"}
    assert not harmful & {rule for _, rule in GENTLER}


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("stage", MOVES)
def test_nothing_grows_graver(stage: str, severity: Severity) -> None:
    order = [Severity.NOTE, Severity.WARNING, Severity.ERROR]
    at = registry(stage)
    given = [Diagnostic(rule.id, "It is so.", Place(IDEA), severity=severity) for rule in RULES]
    told = weighed(at, given)
    for before, after in zip(given, told, strict=True):
        assert order.index(after.severity) <= order.index(before.severity)
        assert replace(after, severity=before.severity) == before


def test_policies_are_not_ideas() -> None:
    given = Diagnostic("theme-unknown", "It is so.", Place("playbooks/process/themes.yml"))
    assert weighed(registry("declined"), [given]) == [given]


def test_stages_by_what_they_mean_not_by_name() -> None:
    stages = {stage.id: standing(stage) for stage in registry("proposed").pipeline.stages}
    assert stages == {"proposed": None, "exploring": None, "adopted": USED, "declined": ENDED}
