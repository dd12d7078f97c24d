"""Each write under each fault of the stand-in: done once in the end, or said to be refused."""

from collections.abc import Callable
from typing import Any

import pytest

from hero.reconcile.checking import CHECK
from hero.reconcile.forge import Annotation, CheckText, ForgeRefused
from hero.technology.github import queries, wire
from tests.github.memory import name_of
from tests.github.worlds import REPOSITORY, Stood

MARK = "<!-- hero -->"
ROWS = tuple(Annotation("ideas/b.yml", 1, 1, "warning", f"rule {n}", "why") for n in range(60))
TEXT = CheckText("failure", "To mend", "More.", ROWS, "d1")
ROOT = f"/repos/{REPOSITORY}"
Write = Callable[[Stood, int, str], object]
#: A write, how to look at what the stand-in then holds of it, and what it should be.
Written = tuple[Write, Callable[[Stood, int], object], object]

WRITES: dict[str, Written] = {
    "comment": (
        lambda on, pull, _: on.port.comment(pull, MARK, MARK),
        lambda on, pull: len(on.port.pulls([pull])[0].comments),
        1,
    ),
    "request": (
        lambda on, pull, _: on.port.request(pull, ["grace", "tim"]),
        lambda on, pull: [each.login for each in on.port.pulls([pull])[0].requested],
        ["grace"],
    ),
    "assign": (
        lambda on, pull, _: on.port.assign(pull, ["tim"]),
        lambda on, pull: [each.login for each in on.port.pulls([pull])[0].assigned],
        ["tim"],
    ),
    "make_label": (
        lambda on, _, __: on.port.make_label("late", "ededed", "Late"),
        lambda on, _: [each.name for each in on.repo.labels].count("late"),
        1,
    ),
    "label": (
        lambda on, pull, _: on.port.label(pull, ["late"], ["early"]),
        lambda on, pull: on.port.pulls([pull])[0].labels,
        {"late"},
    ),
    "check": (
        lambda on, _, head: on.port.check(head, CHECK, TEXT),
        lambda on, _: [(len(each.annotations), each.external_id) for each in on.repo.checks],
        [(60, "d1")],
    ),
    "status": (
        lambda on, _, head: on.port.status(head, CHECK, "failure", "To mend"),
        lambda on, _: len(on.repo.statuses),
        1,
    ),
    "merge": (
        lambda on, pull, head: on.port.merge(pull, head, "Record", ""),
        lambda on, pull: on.port.pulls([pull])[0].state,
        "merged",
    ),
    "commit": (
        lambda on, _, __: on.port.commit("main", tip(on), {"ideas/c.yml": b"c\n"}, "Add c"),
        lambda on, _: int(on.repo.store.text("rev-list", "--count", "main")),
        2,
    ),
    "dispatch": (
        lambda on, _, __: on.port.dispatch("publish.yml", "main", {}),
        lambda on, _: on.dispatched(),
        1,
    ),
}
FAULTS = [
    "error_before",
    "error_after",
    "timeout_before",
    "timeout_after",
    "reset_before",
    "reset_after",
    "cut",
    "html",
    "secondary",
    "too_many",
]


def tip(on: Stood) -> str:
    found = on.repo.store.ref("refs/heads/main")
    assert found
    return found


@pytest.fixture
def began(stood: Stood) -> tuple[Stood, int, str]:
    """A pull, its head, and all known of the place that writes need."""
    pull = stood.pull({"ideas/b.yml": "b\n"})
    [seen] = stood.port.pulls([pull])
    return stood, pull, seen.head


def log_of(on: Stood, since: int) -> list[Any]:
    return on.forge.log[since:]


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("fault", ["error_before", "error_after"])
def test_a_write_under_a_fault_is_done_once(
    began: tuple[Stood, int, str], name: str, fault: str
) -> None:
    holds_once(began, WRITES[name], fault, 0, "graphql" if name == "commit" else ROOT)


@pytest.mark.prove
@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("skip", [0, 1])
def test_a_write_under_any_fault_is_done_once(
    began: tuple[Stood, int, str],
    name: str,
    fault: str,
    skip: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wire, "PATIENCE", 1)
    holds_once(began, WRITES[name], fault, skip, "graphql" if name == "commit" else ROOT)


def holds_once(
    began: tuple[Stood, int, str], written: Written, fault: str, skip: int, path: str
) -> None:
    on, pull, head = began
    write, held, wanted = written
    on.github = on.connected()
    on.port.place()
    planned = on.forge.faults.add(fault, "POST|PATCH|PUT|DELETE", path, skip=skip)
    write(on, pull, head)
    if planned.times and not skip:
        pytest.fail("the fault was not met")
    on.forge.faults.clear()
    assert held(on, pull) == wanted


def test_a_lost_commit_is_known_by_its_files(began: tuple[Stood, int, str]) -> None:
    on, _, _ = began
    before = tip(on)
    on.port.place()
    on.forge.faults.add("error_after", "POST", "graphql")
    made = on.port.commit("main", before, {"ideas/c.yml": b"c\n", "ideas/a.yml": None}, "Add c")
    assert made == tip(on)
    assert on.port.texts([name_of(b"c\n")], 10) == {name_of(b"c\n"): b"c\n"}


def test_nothing_of_a_token_is_in_the_record(began: tuple[Stood, int, str]) -> None:
    on, pull, _ = began
    on.port.comment(pull, f"Write to ada@example.org, ghp_{'a1' * 18} {MARK}", MARK)
    told = on.record.getvalue()
    assert on.token not in told
    assert "ada@example.org" not in told
    assert "ghp_a1a1" not in told
    assert told.count("\n") == len(log_of(on, 0)) - sum(
        line.login != "hero[bot]" for line in log_of(on, 0)
    )


OLD = "mutation C($input: CreateCommitOnBranchInput!) { createCommitOnBranchOld(input: $input) }"


@pytest.mark.parametrize("fault", [None, "error_before", "error_after"])
def test_a_server_without_that_call_is_given_a_commit_in_parts(
    began: tuple[Stood, int, str], monkeypatch: pytest.MonkeyPatch, fault: str | None
) -> None:
    on, before = began[0], tip(began[0])
    monkeypatch.setattr(queries, "COMMIT", OLD)
    on.port.place()
    if fault:
        on.forge.faults.add(fault, "PATCH", "git/refs")
    files = {"ideas/c.yml": b"\xff\x00", "ideas/a.yml": None}
    made = on.port.commit("main", before, files, "Add c")
    assert made == tip(on)
    assert on.repo.store.text("rev-parse", "main^") == before
    assert on.repo.store.text("ls-tree", "--name-only", "main", "ideas/") == "ideas/c.yml"
    with pytest.raises(ForgeRefused) as refused:
        on.port.commit("main", before, {"ideas/d.yml": b"d"}, "Add d")
    assert (refused.value.kind, tip(on)) == ("conflict", made)
