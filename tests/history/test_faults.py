"""Each kind of fault, put into a history on purpose, is found in the commit that brought it."""

import datetime as dt
from pathlib import Path

import pytest

from hero.process.audit.remark import KINDS
from tests.history.registry import DAY, FIRST, IDEA, NEW, SECOND, TEXT, THIRD, decided, remarks
from tests.history.repo import plain

ROW = "  - {by: example-mei, date: 2026-03-04, value: 4, effort: 2, confidence: 3}\n"
JUDGED = "evaluations:\n" + ROW
PASSED = "passed: [{login: example-tim, date: 2026-03-19}]\n"
BEFORE = NEW.replace("DAY", "2026-03-16").replace("BY", "example-grace")

FAULTS: list[tuple[str, str, str]] = [
    ("reason-rewritten", TEXT.replace("Not now.", "Never."), "“Not now.” and became “Never.”"),
    ("reason-rewritten", TEXT.replace("Now.", "Now!"), "2026-03-16"),
    ("reason-removed", TEXT.replace(', because: "Not now."', ""), "taken out"),
    ("reason-removed", TEXT.replace('"Not now."', '" "'), "taken out"),
    ("decision-changed", TEXT.replace("2026-03-10", "2026-03-11"), "2026-03-11"),
    ("decision-changed", TEXT.replace("by: example-mei, b", "by: example-tim, b"), "by"),
    ("decision-changed", TEXT.replace("pull: 8", "pull: 80"), "pull was “8” and became “80”"),
    ("decision-changed", TEXT.replace("[example-mei], pull", "[example-tim], pull"), "approved_by"),
    ("decision-removed", TEXT.replace(SECOND, ""), "2026-03-10"),
    ("decision-removed", TEXT.replace(THIRD, ""), "2026-03-16"),
    ("decision-order", TEXT.replace(FIRST, "").replace(SECOND, SECOND + FIRST), "changed places"),
    ("decision-order", TEXT.replace(FIRST, BEFORE + FIRST), "set in"),
    ("move-undecided", TEXT.replace("stage: exploring", "stage: adopted"), "exploring to adopted"),
    ("move-undecided", TEXT.replace("stage: exploring\n", ""), "exploring to proposed"),
    ("move-unfollowed", decided().replace("stage: declined", "stage: exploring"), "declined"),
    ("move-unlawful", decided(to="duplicated"), "exploring to duplicated"),
    ("person-unknown", decided(by="somebody-else"), "somebody-else decided"),
    ("person-unknown", decided(by="example-jonas"), "was not an advocate on 2026-03-19"),
    ("person-unknown", decided(more=", approved_by: [someone]"), "someone approved"),
    ("person-unknown", TEXT.replace("[example-grace]\n", "[example-grace, x]\n"), "x became"),
    ("date-ahead", decided(day="2026-03-22"), "2026-03-22"),
    ("date-behind", decided(day="2026-03-05"), "15 days before"),
    ("kept-changed", TEXT.replace("on: 2026-03-03", "on: 2026-03-01"), "proposed_on"),
    ("kept-changed", TEXT.replace("value: 4", "value: 5"), "evaluations[0]"),
    ("kept-changed", TEXT.replace(JUDGED, ""), "was taken out"),
    ("idea-unreadable", "title: [", "cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "says"), FAULTS)
def test_a_fault_is_found_in_its_commit(tmp_path: Path, kind: str, text: str, says: str) -> None:
    assert text != TEXT
    found, commit = remarks(tmp_path / "repo", plain({IDEA: text}))
    assert [each.kind for each in found] == [kind], found
    assert says in found[0].words
    assert (found[0].slug, found[0].commit) == ("warm-cache", commit)
    assert found[0].who == ("example-grace",)
    assert found[0].date == dt.date.fromisoformat(DAY)


def test_a_deleted_idea(tmp_path: Path) -> None:
    found, commit = remarks(tmp_path / "repo", {})
    assert [(each.kind, each.commit) for each in found] == [("idea-deleted", commit)]


def test_every_kind_has_a_fault_of_its_own() -> None:
    assert {kind for kind, _, _ in FAULTS} | {"idea-deleted"} == set(KINDS)


@pytest.mark.parametrize(
    "text",
    [
        decided(),
        # A proposer takes it back: nobody else needs to agree.
        decided(by="example-ada", to="withdrawn"),
        decided(by="EXAMPLE-Grace"),
        # The longest that a pull may wait, and a day that has begun east of here.
        decided(day="2026-03-06"),
        decided(day="2026-03-21"),
        TEXT.replace("Warm it.", "Warm it on Sundays."),
        TEXT.replace('because: "Not now."', "because: 'Not now.'"),
        TEXT.replace("advocates: [example-grace]", "advocates: [example-tim]"),
        TEXT.replace("evaluations:\n", PASSED + "evaluations:\n"),
        TEXT.replace(JUDGED, JUDGED + ROW.replace("03-04", "03-19")),
    ],
)  # fmt: skip
def test_what_is_lawful_is_not_remarked(tmp_path: Path, text: str) -> None:
    assert text != TEXT
    assert remarks(tmp_path / "repo", plain({IDEA: text}), "2026-03-20")[0] == []
