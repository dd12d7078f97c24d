"""What goes wrong on purpose goes wrong as planned, and the log tells."""

from collections.abc import Callable
from typing import Any

import pytest
import requests

from tests.forge.faults import Fault
from tests.forge.forge import Forge
from tests.forge.limits import SECONDARY
from tests.forge.repository import Repository

Asked = Callable[..., Any]
WHERE = "/repos/octo/ideas/issues/1/comments"


@pytest.fixture
def comment(ask: Asked, pull: int) -> Callable[[], Any]:
    """Write a comment as ada."""
    return lambda: ask("ada", "POST", WHERE, {"body": "Hello"})


@pytest.mark.parametrize(
    ("kind", "status", "written"),
    [
        ("error_before", 502, 0),
        ("error_after", 502, 1),
        ("redirect", 307, 0),
        ("html", 200, 0),
        ("secondary", 403, 0),
        ("too_many", 429, 0),
    ],
)
def test_an_answer_is_spoilt_before_or_after_the_write(
    forge: Forge,
    ideas: Repository,
    comment: Callable[[], Any],
    kind: str,
    status: int,
    written: int,
) -> None:
    forge.faults.add(kind, "POST", "comments")
    assert comment().status_code == status
    assert len(ideas.issues[1].comments) == written
    last = forge.log[-1]
    assert (last.fault, last.wrote) == (kind, bool(written))
    assert comment().status_code == 201
    assert len(ideas.issues[1].comments) == written + 1


@pytest.mark.parametrize(
    ("kind", "written", "error"),
    [
        ("timeout_before", 0, requests.ConnectionError),
        ("timeout_after", 1, requests.ConnectionError),
        ("reset_before", 0, requests.ConnectionError),
        ("reset_after", 1, requests.ConnectionError),
        ("cut", 1, requests.exceptions.ChunkedEncodingError),
    ],
)
def test_a_connection_breaks_before_or_after_the_write(
    forge: Forge,
    ideas: Repository,
    comment: Callable[[], Any],
    kind: str,
    written: int,
    error: type[Exception],
) -> None:
    forge.faults.add(kind, "POST", "comments", seconds=0.05)
    with pytest.raises(error):
        comment()
    assert len(ideas.issues[1].comments) == written
    assert comment().status_code == 201


@pytest.mark.parametrize("text", range(len(SECONDARY)))
@pytest.mark.parametrize("wait", [None, 7])
def test_a_secondary_limit_has_three_texts_and_says_or_hides_how_long(
    forge: Forge, comment: Callable[[], Any], text: int, wait: int | None
) -> None:
    forge.faults.plan.append(Fault("secondary", text=text, retry_after=wait))
    answer = comment()
    assert answer.json()["message"] == SECONDARY[text]
    assert answer.headers.get("Retry-After") == (None if wait is None else "7")


def test_a_fault_waits_for_its_turn_and_ends(forge: Forge, comment: Callable[[], Any]) -> None:
    forge.faults.add("error_before", "POST", "comments", skip=1, times=2, status=500)
    assert [comment().status_code for _ in range(4)] == [201, 500, 500, 201]


def test_a_stale_read_shows_the_state_before_the_last_write_once(
    forge: Forge, ask: Asked, ideas: Repository, comment: Callable[[], Any]
) -> None:
    forge.faults.add("stale", "GET", "comments")
    comment()
    assert ask("ada", "GET", WHERE).json() == []
    assert len(ask("ada", "GET", WHERE).json()) == 1


def test_a_stale_read_shows_an_older_branch(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    forge.faults.add("stale", "GET", "git/ref")
    path, old = "/repos/octo/ideas/git/refs/heads/topic", ideas.store.ref("refs/heads/topic")
    new = ideas.store.ref("refs/heads/main")
    assert ask("ada", "PATCH", path, {"sha": new, "force": True}).ok
    seen = [ask("ada", "GET", path.replace("refs/", "ref/")).json()["object"]["sha"] for _ in "ab"]
    assert seen == [old, new]


def test_a_kind_that_there_is_not_is_refused(forge: Forge) -> None:
    with pytest.raises(ValueError, match="error_before"):
        forge.faults.add("explode")


def test_the_log_counts_what_was_asked_and_what_changed(
    forge: Forge, ask: Asked, comment: Callable[[], Any]
) -> None:
    start = len(forge.log)
    comment()
    ask("ada", "GET", WHERE)
    ask("ada", "POST", "/repos/octo/ideas/issues/1/labels", {"labels": ["x"]})
    ask("ada", "POST", "/repos/octo/ideas/issues/1/labels", {"labels": ["x"]})
    lines = [(each.method, each.login, each.status, each.wrote) for each in forge.log[start:]]
    assert lines == [
        ("POST", "ada", 201, True),
        ("GET", "ada", 200, False),
        ("POST", "ada", 200, True),
        ("POST", "ada", 200, False),
    ]
