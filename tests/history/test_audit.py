"""What an audit takes for lawful, for moved, for given; and what nobody can hide from it."""

import datetime as dt
from pathlib import Path

import pytest

from hero.process.audit.ledger import chosen
from hero.technology.history import history
from tests.history.registry import IDEA, TEXT, decided, policies, remarks
from tests.history.repo import ADA, Writer, at, plain


def test_what_is_filled_in_once_is_not_remarked(tmp_path: Path) -> None:
    before = TEXT.replace(", approved_by: [example-mei], pull: 9", "")
    assert remarks(tmp_path / "repo", plain({IDEA: TEXT}), before=before)[0] == []


def test_who_fills_in_an_approval_must_name_an_advocate(tmp_path: Path) -> None:
    before = TEXT.replace(", approved_by: [example-mei], pull: 9", "")
    after = TEXT.replace("[example-mei]", "[example-mei, nobody]")
    found, _ = remarks(tmp_path / "repo", plain({IDEA: after}), before=before)
    assert [each.kind for each in found] == ["person-unknown"]


def test_what_would_reopen_an_idea_is_part_of_the_record(tmp_path: Path) -> None:
    after = TEXT.replace('because: "Not now."', 'because: "Not now.", reopen_when: "It snows."')
    found, _ = remarks(tmp_path / "repo", plain({IDEA: after}))
    assert [each.kind for each in found] == ["decision-changed"]
    assert "reopen_when" in found[0].words


@pytest.mark.parametrize("path", ["ideas/2025/warm-cache.yml", "ideas/a/b/warm-cache.yml"])
def test_a_move_between_folders_is_the_same_idea(tmp_path: Path, path: str) -> None:
    assert remarks(tmp_path / "one", plain({path: TEXT}))[0] == []
    found, _ = remarks(tmp_path / "two", plain({path: TEXT.replace("Not now.", "Never.")}))
    assert [each.kind for each in found] == ["reason-rewritten"]


def test_one_of_two_files_of_an_idea_may_go(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "repo")
    begun = writer.commit(policies(), (), ADA, at("2026-03-01"))
    twins = plain({IDEA: TEXT, "ideas/2025/warm-cache.yml": TEXT})
    both = writer.commit(policies() | twins, (begun,), ADA, at("2026-03-17"))
    one = writer.commit(policies() | plain({IDEA: TEXT}), (both,), ADA, at("2026-03-18"))
    writer.done(one)
    assert list(history(tmp_path / "repo").remarks) == []


@pytest.mark.parametrize("hidden", ["title: [", None])
def test_what_was_changed_behind_a_screen_is_found(tmp_path: Path, hidden: str | None) -> None:
    """An unreadable version, or none, between the two that differ."""
    writer = Writer(tmp_path / "repo")
    later = plain({IDEA: TEXT.replace("Not now.", "Never.")})
    trees = [{}, plain({IDEA: TEXT}), plain({IDEA: hidden} if hidden else {}), later]
    head: tuple[int, ...] = ()
    days = ("2026-03-01", "2026-03-17", "2026-03-18", "2026-03-19")
    for tree, day in zip(trees, days, strict=True):
        head = (writer.commit(policies() | tree, head, ADA, at(day)),)
    names = writer.done(head[0])
    found = [(each.kind, each.commit) for each in history(tmp_path / "repo").remarks]
    first = "idea-unreadable" if hidden else "idea-deleted"
    assert found == [(first, names[3]), ("reason-rewritten", names[4])]


def test_an_imported_idea_brings_its_own_past(tmp_path: Path) -> None:
    old = TEXT.replace("2026-03", "2019-03").replace("example-", "elsewhere-")
    imported = old.replace("pull: ", "imported: old system, ticket ")
    writer = Writer(tmp_path / "repo")
    begun = writer.commit(policies(), (), ADA, at("2026-03-01"))
    head = writer.commit(policies() | plain({IDEA: imported}), (begun,), ADA, at("2026-03-17"))
    writer.done(head)
    assert list(history(tmp_path / "repo").remarks) == []


def test_no_import_hides_what_is_added_to_an_idea_that_is_there(tmp_path: Path) -> None:
    text = decided(by="somebody", day="2019-01-01", more=", imported: elsewhere")
    found, _ = remarks(tmp_path / "repo", plain({IDEA: text}))
    assert {each.kind for each in found} == {"person-unknown", "date-behind"}


def test_what_the_registry_begins_with_is_taken_as_given(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "repo")
    strange = TEXT.replace("2026-03", "2019-03").replace("example-", "elsewhere-")
    early = writer.commit(plain({"ideas/2019/x.yml": strange}), (), ADA, at("2026-02-01"))
    tree = policies() | plain({IDEA: strange})
    begun = writer.commit(tree, (early,), ADA, at("2026-03-01"))
    after = policies() | plain({IDEA: strange.replace("Not now.", "Never.")})
    head = writer.commit(after, (begun,), ADA, at("2026-03-02"))
    names = writer.done(head)
    found = [(each.kind, each.commit) for each in history(tmp_path / "repo").remarks]
    assert found == [("reason-rewritten", names[head])]


def test_a_commit_that_is_dated_back_cannot_hide(tmp_path: Path) -> None:
    after = plain({IDEA: TEXT.replace("Not now.", "Never.")})
    found, _ = remarks(tmp_path / "repo", after, day="2026-01-01")
    kept = list(chosen(found, None, dt.date(2026, 3, 18)))
    assert [each.kind for each in kept] == ["reason-rewritten"]
    assert kept[0].date == dt.date(2026, 1, 1)


def test_the_roster_and_the_pipeline_of_the_time_count(tmp_path: Path) -> None:
    """Who joins later was no advocate then; a move that is dropped later was lawful then."""
    roster = "playbooks/advocates/roster.yml"
    bigger = policies()
    row = "  - {login: newcomer, id: 5, unit: x, expertise: [data], since: 2026-03-01}\n"
    bigger[roster] = ("100644", bigger[roster][1] + row.encode())
    writer = Writer(tmp_path / "repo")
    begun = writer.commit(policies() | plain({IDEA: TEXT}), (), ADA, at("2026-03-17"))
    after = plain({IDEA: decided(by="newcomer")})
    early = writer.commit(policies() | after, (begun,), ADA, at("2026-03-20"))
    joined = writer.commit(bigger | after, (early,), ADA, at("2026-03-21"))
    back = decided(by="newcomer").replace("stage: declined", "stage: exploring")
    back += "  - {date: 2026-03-22, from: declined, to: exploring, by: newcomer, because: x}\n"
    again = plain({IDEA: back})
    late = writer.commit(bigger | again, (joined,), ADA, at("2026-03-22"))
    unreadable = dict(bigger) | {roster: ("100644", b"advocates: [")}
    broken = writer.commit(unreadable | again, (late,), ADA, at("2026-03-23"))
    back = back.replace("stage: exploring", "stage: declined")
    back += "  - {date: 2026-03-24, from: exploring, to: declined, by: newcomer, because: y}\n"
    third = plain({IDEA: back})
    head = writer.commit(unreadable | third, (broken,), ADA, at("2026-03-24"))
    names = writer.done(head)
    found = [(each.kind, each.commit) for each in history(tmp_path / "repo").remarks]
    assert found == [("person-unknown", names[early])]


def test_a_secret_in_a_reason_is_not_repeated(tmp_path: Path) -> None:
    secret = "ghp_" + "a1B2c3D4e5" * 4
    before = TEXT.replace("Not now.", f"Not now, and the token is {secret}.")
    found, _ = remarks(tmp_path / "repo", plain({IDEA: TEXT}), before=before)
    assert [each.kind for each in found] == ["reason-rewritten"]
    assert secret[:12] not in found[0].words
    for path in (tmp_path / "repo/.hero/history").rglob("*"):
        assert not path.is_file() or secret[:12].encode() not in path.read_bytes()
