"""Each condition of a gate: when it holds, when it is missing, when nobody here can know."""

from dataclasses import dataclass, field
from typing import Any, get_args

import pytest

from hero.process.gate import evaluate
from hero.registry.conditions import Condition
from hero.registry.conditions.case import Approval, Facts, Finding, State
from hero.registry.pipeline import Move
from tests.moving.world import TODAY, files, idea, registry

HOLDS, MISSING, UNKNOWN = State.HOLDS, State.MISSING, State.UNKNOWN

#: Other ideas that one may depend on: one as far as the way leads, one not, one that has ended.
OTHERS = {
    "as-far": idea(
        "As far",
        "stage: exploring\ndecisions:\n  - {date: 2026-11-01, from: proposed, to: exploring,"
        " by: grace, because: Yes.}\n",
    ),
    "not-as-far": idea("Not as far"),
    "ended": idea(
        "Ended",
        "stage: declined\ndecisions:\n  - {date: 2026-11-01, from: proposed, to: declined,"
        " by: grace, because: No.}\n",
    ),
}


@dataclass(frozen=True)
class Row:
    """A condition, an idea with what else is in its file, what is known, and the answer."""

    condition: dict[str, Any]
    state: State
    words: str
    rest: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    proposers: str = "[ada]"


def approved(*logins: str, **more: Any) -> dict[str, Any]:
    return {"approvals": tuple(Approval(login) for login in logins), **more}


ONE, TWO = {"needs": "approvals"}, {"needs": "approvals", "count": 2}
YES = {"needs": "people", "roles": ["builder", "sponsor"]}
METRIC = {"needs": "evidence", "fields": ["baseline", "target"]}
JUDGED = {"needs": "evaluations", "count": 2, "spread": 1}
LOOK = {"needs": "fields", "fields": ["revisit_on"]}
WORK = {"needs": "links", "kinds": ["implementation", "duplicate_of"]}
BEHIND = {"needs": "not_ahead"}
WEEK = {"needs": "time_in_stage", "days": 7}
OPEN = {"needs": "challenge_open"}
BOTH = "builder: bea\nsponsor: sam\n"


def judged(*rows: tuple[str, int, int]) -> str:
    each = "  - {{by: {}, date: 2026-11-10, value: {}, effort: {}, confidence: 3}}\n"
    return "evaluations:\n" + "".join(each.format(*row) for row in rows)


ROWS = {
    "approvals: nobody asked the forge": Row(ONE, UNKNOWN, "one advocate approves in the pull"),
    "approvals: none": Row(ONE, MISSING, "one approval by an advocate", facts=approved()),
    "approvals: one": Row(ONE, HOLDS, "approved by grace", facts=approved("grace")),
    "approvals: in other letters": Row(ONE, HOLDS, "GRACE", facts=approved("GRACE")),
    "approvals: one is not two": Row(TWO, MISSING, "one more approval", facts=approved("grace")),
    "approvals: two": Row(TWO, HOLDS, "grace and Linus", facts=approved("grace", "Linus")),
    "approvals: the same twice": Row(
        TWO, MISSING, "one more approval", facts=approved("grace", "Grace")
    ),
    "approvals: one account under two names": Row(
        TWO,
        MISSING,
        "one more approval",
        facts={"approvals": (Approval("grace", id=1), Approval("new-name", id=1))},
    ),
    "approvals: a renamed account": Row(
        ONE, HOLDS, "new-name", facts={"approvals": (Approval("new-name", id=1),)}
    ),
    "approvals: a taken name": Row(
        ONE, MISSING, "not on the roster", facts={"approvals": (Approval("grace", id=77),)}
    ),
    "approvals: a stranger": Row(ONE, MISSING, "zoe's does not count", facts=approved("zoe")),
    "approvals: a shadow": Row(ONE, MISSING, "jonas's does not count", facts=approved("jonas")),
    "approvals: one who left": Row(ONE, MISSING, "mei's does not count", facts=approved("mei")),
    "approvals: a proposer": Row(
        ONE, MISSING, "it is their own idea", facts=approved("grace"), proposers="[ada, Grace]"
    ),
    "approvals: who sent it in": Row(
        ONE, MISSING, "it is their own idea", "submitted_by: grace\n", approved("grace")
    ),
    "approvals: an author": Row(
        ONE,
        MISSING,
        "they wrote the change",
        facts=approved("grace", authors=frozenset({"GRACE"})),
    ),
    "approvals: an older commit": Row(
        ONE,
        MISSING,
        "an older commit",
        facts={"approvals": (Approval("grace", "1" * 40),), "head": "2" * 40},
    ),
    "approvals: the last commit": Row(
        ONE, HOLDS, "grace", facts={"approvals": (Approval("grace", "2"),), "head": "2"}
    ),
    "people: none": Row(YES, MISSING, "`builder: LOGIN` and `sponsor: LOGIN`"),
    "people: one": Row(YES, MISSING, "`sponsor: LOGIN`", "builder: bea\n"),
    "people: both, unasked": Row(YES, UNKNOWN, "bea and sam must say so", BOTH),
    "people: both, silent": Row(
        YES, MISSING, "bea and sam must say so", BOTH, {"said_yes": frozenset()}
    ),
    "people: one of them": Row(
        YES, MISSING, "sam must say so", BOTH, {"said_yes": frozenset({"bea"})}
    ),
    "people: both": Row(YES, HOLDS, "bea (builder)", BOTH, {"said_yes": frozenset({"bea", "sam"})}),
    "people: one wrote it": Row(
        YES,
        HOLDS,
        "sam (sponsor)",
        BOTH,
        {"said_yes": frozenset({"Bea"}), "authors": frozenset({"SAM"})},
    ),
    "evidence: none": Row(METRIC, MISSING, "`metric`, `baseline` and `target`"),
    "evidence: half": Row(
        METRIC, MISSING, "“Hours” lacks `target`", "evidence: [{metric: Hours, baseline: 9}]\n"
    ),
    "evidence: the nearest one is told of": Row(
        METRIC,
        MISSING,
        "“Hours” lacks `target`",
        "evidence: [{metric: Calls}, {metric: Hours, baseline: 9}]\n",
    ),
    "evidence: in two pieces": Row(
        METRIC,
        MISSING,
        "lacks",
        "evidence: [{metric: Hours, baseline: 9}, {metric: Calls, target: 1}]\n",
    ),
    "evidence: nothing is a figure": Row(
        METRIC, HOLDS, "“Hours”", "evidence: [{metric: Hours, baseline: 0, target: 0}]\n"
    ),
    "evaluations: none": Row(JUDGED, MISSING, "two more evaluations"),
    "evaluations: one": Row(JUDGED, MISSING, "one more evaluation", judged(("bea", 3, 2))),
    "evaluations: one person twice": Row(
        JUDGED, MISSING, "one more evaluation", judged(("bea", 3, 2), ("Bea", 3, 2))
    ),
    "evaluations: one's own": Row(
        JUDGED, MISSING, "one more evaluation", judged(("ada", 3, 2), ("bea", 3, 2))
    ),
    "evaluations: two": Row(JUDGED, HOLDS, "bea and sam", judged(("bea", 3, 2), ("sam", 4, 2))),
    "evaluations: far apart": Row(
        JUDGED, MISSING, "value from 1 to 3", judged(("bea", 1, 2), ("sam", 3, 2))
    ),
    "evaluations: far apart twice": Row(
        JUDGED,
        MISSING,
        "value from 1 to 3 and effort from 2 to 5",
        judged(("bea", 1, 2), ("sam", 3, 5)),
    ),
    "evaluations: the last counts": Row(
        JUDGED, HOLDS, "BEA and sam", judged(("bea", 1, 2), ("sam", 3, 2), ("BEA", 3, 2))
    ),
    "evaluations: any spread": Row(
        {"needs": "evaluations", "count": 2},
        HOLDS,
        "bea and sam",
        judged(("bea", 1, 1), ("sam", 5, 5)),
    ),
    "fields: none": Row(LOOK, MISSING, "add `revisit_on`"),
    "fields: a day to come": Row(LOOK, HOLDS, "2026-11-21", "revisit_on: 2026-11-21\n"),
    "fields: today": Row(LOOK, MISSING, "has passed", f"revisit_on: {TODAY}\n"),
    "fields: several": Row(
        {"needs": "fields", "fields": ["summary", "first_step", "builder"]},
        MISSING,
        "`summary` and `builder`",
        "first_step: Ask.\n",
    ),
    "links: none": Row(WORK, MISSING, "`links.implementation` and `links.duplicate_of`"),
    "links: one": Row(WORK, MISSING, "`links.implementation`", "links: {duplicate_of: as-far}\n"),
    "links: both": Row(
        WORK,
        HOLDS,
        "https://example.org/x",
        "links: {duplicate_of: as-far, implementation: [https://example.org/x]}\n",
    ),
    "not ahead: of nothing": Row(BEHIND, HOLDS, "it depends on none"),
    "not ahead: as far": Row(BEHIND, HOLDS, "as-far came", "links: {depends_on: [as-far]}\n"),
    "not ahead: behind": Row(
        BEHIND, MISSING, "`not-as-far` must come", "links: {depends_on: [as-far, not-as-far]}\n"
    ),
    "not ahead: ended": Row(
        BEHIND, MISSING, "`ended` must come as far", "links: {depends_on: [ended]}\n"
    ),
    "not ahead: unheard of": Row(BEHIND, MISSING, "`nothing`", "links: {depends_on: [nothing]}\n"),
    "time: long enough": Row(WEEK, HOLDS, "2026-11-13", "proposed_on: 2026-11-13\n"),
    "time: a day short": Row(WEEK, MISSING, "wait until 2026-11-21", "proposed_on: 2026-11-14\n"),
    "time: since the last decision": Row(
        WEEK,
        MISSING,
        "2026-11-19: wait until 2026-11-26",
        "stage: exploring\ndecisions: [{date: 2026-11-19, from: proposed, to: exploring,"
        " by: grace, because: Yes.}]\n",
    ),
    "challenge: none": Row(OPEN, HOLDS, "it answers none"),
    "challenge: unheard of": Row(OPEN, MISSING, "no challenge `slower`", "challenge: slower\n"),
    "challenge: closed": Row(OPEN, MISSING, "closed on 2026-11-15", "challenge: faster\n"),
}


def finding(row: Row, **facts: Any) -> Finding:
    raw = files({"share-the-rig": idea(rest=row.rest, proposers=row.proposers), **OTHERS})
    there = registry(raw)
    move = Move.model_validate(
        {"from": ["proposed"], "to": "exploring", "who": ["advocate"], "gate": [row.condition]}
    )
    known = Facts(**{"today": TODAY, **row.facts, **facts})
    return evaluate(there, there.ideas["share-the-rig"], move, known).gate[0]


@pytest.mark.parametrize("name", ROWS)
def test_a_condition(name: str) -> None:
    row = ROWS[name]
    found = finding(row)
    assert found.state is row.state, found
    assert row.words in (found.evidence if found.state is HOLDS else found.needed)
    assert found.asks
    # What holds shows why; what does not says what would mend it.
    assert bool(found.evidence) == (found.state is HOLDS)
    assert bool(found.needed) == (found.state is not HOLDS)


@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        ("2026-09-30", MISSING, "opens on 2026-10-01"),
        ("2026-10-01", HOLDS, "open until 2026-11-15"),
        ("2026-11-15", HOLDS, "open until 2026-11-15"),
        ("2026-11-16", MISSING, "closed on 2026-11-15"),
    ],
)
def test_a_challenge_is_open_from_its_first_day_to_its_last(
    day: str, state: State, words: str
) -> None:
    from datetime import date

    found = finding(Row(OPEN, state, words, "challenge: faster\n"), today=date.fromisoformat(day))
    assert found.state is state
    assert words in found.evidence + found.needed


def test_a_day_that_is_not_recorded_is_unknown() -> None:
    raw = files({"share-the-rig": idea().replace("proposed_on: 2026-10-30\n", "")})
    there = registry(raw)
    move = Move.model_validate(
        {"from": ["proposed"], "to": "exploring", "who": ["advocate"], "gate": [WEEK]}
    )
    found = evaluate(there, there.ideas["share-the-rig"], move, Facts(TODAY)).gate[0]
    assert found.state is UNKNOWN
    assert "not recorded" in found.needed


def test_every_condition_is_shown_to_hold_and_to_be_missing() -> None:
    named = {get_args(each.model_fields["needs"].annotation)[0] for each in union()}
    shown = {(row.condition["needs"], row.state) for row in ROWS.values()}
    assert {needs for needs, state in shown if state is HOLDS} == named
    assert {needs for needs, state in shown if state is MISSING} == named


def test_every_condition_says_what_it_asks() -> None:
    said = [each.__doc__ or "" for each in union()]
    assert all(said)
    assert len(set(said)) == len(said)


def union() -> tuple[Any, ...]:
    return get_args(get_args(Condition)[0])
