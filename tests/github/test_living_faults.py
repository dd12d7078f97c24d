"""Each write of the living network under each fault: done once, whoever lost the answer."""

import pytest

from hero.technology.github import wire
from tests.github.test_faults import FAULTS, ROOT, Written, began, holds_once, tip
from tests.github.worlds import Stood

__all__ = ["began"]

MARK = "<!-- hero: idea quieter -->"
BRANCH = "hero/upkeep"


def open_issue(on: Stood, mark: str = MARK) -> int:
    return on.port.open_issue("Quieter", mark, mark, ["idea"])


def put(on: Stood) -> str:
    return on.port.put(BRANCH, tip(on), {"ideas/c.yml": b"c\n"}, "Add c")


def issues(on: Stood) -> list[tuple[str, str]]:
    every = [*on.port.issues("idea", "open"), *on.port.issues("idea", "closed")]
    return [(each.title, each.state) for each in every]


def branch(on: Stood) -> list[str]:
    there = on.repo.store.ref(f"refs/heads/{BRANCH}")
    return on.repo.store.text("log", "--format=%s", there).split("\n") if there else []


def pulls(on: Stood) -> list[tuple[str, str, str]]:
    every = (one for one in on.repo.issues.values() if one.pull and one.pull.head_ref == BRANCH)
    return [(one.title, one.body or "", one.state) for one in every]


def first(on: Stood, *steps: str) -> int:
    """Do what comes before the write that is tried, without a fault."""
    planned, number = list(on.forge.faults.plan), 0
    on.forge.faults.clear()
    for step in steps:
        number = {"issue": open_issue, "close": _close, "put": _put, "pull": _pull}[step](on)
    on.forge.faults.plan.extend(planned)
    return number


def _close(on: Stood) -> int:
    [seen] = on.port.issues("idea", "open")
    on.port.close_issue(seen.number, done=True)
    return seen.number


def _put(on: Stood) -> int:
    return len(put(on))


def _pull(on: Stood) -> int:
    return on.port.open_pull(BRANCH, "Upkeep", "Why.")


def _drop(on: Stood) -> None:
    first(on, "put")
    on.port.drop(BRANCH)


LIVING: dict[str, Written] = {
    "open_issue": (
        lambda on, _, __: open_issue(on),
        lambda on, _: issues(on),
        [("Quieter", "open")],
    ),
    "edit_issue": (
        lambda on, _, __: on.port.edit_issue(first(on, "issue"), "Louder", MARK),
        lambda on, _: issues(on),
        [("Louder", "open")],
    ),
    "close_issue": (
        lambda on, _, __: on.port.close_issue(first(on, "issue"), done=False),
        lambda on, _: issues(on),
        [("Quieter", "closed")],
    ),
    "reopen_issue": (
        lambda on, _, __: on.port.reopen_issue(first(on, "issue", "close")),
        lambda on, _: issues(on),
        [("Quieter", "open")],
    ),
    "put": (lambda on, _, __: put(on), lambda on, _: branch(on)[:1], ["Add c"]),
    "put again": (
        lambda on, _, __: (first(on, "put"), put(on)),
        lambda on, _: (branch(on)[0], len(branch(on))),
        ("Add c", 2),
    ),
    "drop": (
        lambda on, _, __: _drop(on),
        lambda on, _: branch(on),
        [],
    ),
    "open_pull": (
        lambda on, _, __: (first(on, "put"), on.port.open_pull(BRANCH, "Upkeep", "Why.")),
        lambda on, _: pulls(on),
        [("Upkeep", "Why.", "open")],
    ),
    "edit_pull": (
        lambda on, _, __: on.port.edit_pull(first(on, "put", "pull"), "More", "Because."),
        lambda on, _: pulls(on),
        [("More", "Because.", "open")],
    ),
    "close_pull": (
        lambda on, _, __: on.port.close_pull(first(on, "put", "pull")),
        lambda on, _: pulls(on),
        [("Upkeep", "Why.", "closed")],
    ),
}


@pytest.mark.parametrize("name", LIVING)
@pytest.mark.parametrize("fault", ["error_before", "error_after"])
def test_a_write_under_a_fault_is_done_once(
    began: tuple[Stood, int, str], name: str, fault: str
) -> None:
    holds_once(began, LIVING[name], fault, 0, ROOT)


@pytest.mark.prove
@pytest.mark.parametrize("name", LIVING)
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("skip", range(5))
def test_a_write_under_any_fault_is_done_once(
    began: tuple[Stood, int, str],
    name: str,
    fault: str,
    skip: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wire, "PATIENCE", 1)
    holds_once(began, LIVING[name], fault, skip, ROOT)
