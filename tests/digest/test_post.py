"""The digest on the forge and in the chat: once a week, calling nobody, and never in the way."""

import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hero.culture.digest import Week, digest
from hero.reconcile.apply import apply
from hero.reconcile.seen import Account, IssueSeen, Place
from hero.reconcile.upkeep.digesting import DIGEST, markdown, post
from hero.technology.chat import tell
from tests.deadlines.made import made
from tests.digest.test_digest import FIRST, IDEAS, LAST, TODAY, told
from tests.github.memory import Memory

ME = Account("hero[bot]", 9, bot=True)


@pytest.fixture
def memory() -> Memory:
    return Memory(Place("test-org/ideas", "main", "b" * 40, ME, app="hero"))


def run(memory: Memory, later: int = 0) -> list[str]:
    """Post; the kinds of what was done."""
    found = told()
    if later:
        seven = FIRST.replace(day=9)
        found = digest(found.registry, Week(seven, seven.replace(day=15)), TODAY)
    issues = [*memory.issues(DIGEST, "open"), *memory.issues(DIGEST, "closed")]
    done = apply(list(post(found, memory.place(), issues)), memory, 40)
    assert {each.fate for each in done} <= {"done"}
    return [type(each.action).__name__ for each in done]


def test_one_issue_a_week(memory: Memory) -> None:
    assert run(memory) == ["MakeLabel", "OpenIssue"]
    assert run(memory) == []
    [issue] = memory.issues(DIGEST, "open")
    assert issue.title == "The week to 8 Mar 2026"
    memory.edit_issue(issue.number, issue.title, issue.body.replace("One idea", "No idea"))
    assert run(memory) == ["EditIssue"]
    assert run(memory) == []


def test_one_that_was_closed_stays_closed_and_is_not_opened_twice(memory: Memory) -> None:
    run(memory)
    memory.close_issue(1, done=True)
    assert run(memory) == []
    assert memory.issues(DIGEST, "open") == []


def test_the_next_week_has_its_own_and_closes_the_last(memory: Memory) -> None:
    run(memory)
    assert run(memory, later=1) == ["OpenIssue", "CloseIssue"]
    assert [each.number for each in memory.issues(DIGEST, "open")] == [2]
    assert run(memory, later=1) == []


def test_a_strangers_digest_is_not_ours(memory: Memory) -> None:
    body = "<!-- hero: digest 2026-W10 -->"
    forged = IssueSeen(7, "Mine", body, Account("eve", 4), memory.now, labels=frozenset({DIGEST}))
    memory.issues_seen[7] = forged
    assert run(memory) == ["MakeLabel", "OpenIssue"]
    assert memory.issues_seen[7] == forged


def test_nobody_is_called_and_nothing_is_linked_to() -> None:
    said = markdown(told())
    assert "@all" not in said
    assert "#7" not in said
    assert "<script" not in markdown(evil())
    assert "<b>&lt;script&gt;" in markdown(evil())


def evil() -> Any:
    base = made(IDEAS)
    idea = base.ideas["moved"].model_copy(update={"title": "<script>alert(1)</script>"})
    return digest(replace(base, ideas={**base.ideas, "moved": idea}), Week(FIRST, LAST), TODAY)


@pytest.mark.parametrize("what", ["archived", "issues"])
def test_where_nothing_can_be_written_nothing_is(memory: Memory, what: str) -> None:
    changed = {"archived": True} if what == "archived" else {"issues": False}
    place = replace(memory.place_seen, **changed)  # type: ignore[arg-type]
    assert list(post(told(), place, [])) == []


class _Heard(http.server.BaseHTTPRequestHandler):
    heard: list[Any]
    answer = 200

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.heard.append(json.loads(self.rfile.read(length)))
        self.send_response(self.answer)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def chat() -> Iterator[tuple[str, Any]]:
    handler = type("Chat", (_Heard,), {"heard": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"json://127.0.0.1:{server.server_port}/s3cret", handler
    server.shutdown()
    server.server_close()


def test_a_chat_is_told(chat: tuple[str, Any]) -> None:
    address, handler = chat
    assert tell(address, "The week", "- Make it faster: <b>moved</b>")
    [heard] = handler.heard
    assert (heard["title"], heard["message"]) == ("The week", "- Make it faster: <b>moved</b>")


@pytest.mark.parametrize(
    "wrong", ["", "no such thing", "xyz://s3cret", "json://127.0.0.1:1/s3cret"]
)
def test_a_chat_that_fails_is_said_and_its_address_is_not(
    wrong: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert not tell(wrong, "The week", "x")
    told = capfd.readouterr()
    assert "s3cret" not in told.out + told.err + caplog.text


def test_a_chat_that_refuses(chat: tuple[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    address, handler = chat
    handler.answer = 500
    assert not tell(address, "The week", "x")
    assert "s3cret" not in "".join(capfd.readouterr())


def test_a_folder_is_no_chat(tmp_path: Path) -> None:
    assert not tell(str(tmp_path), "x", "x")
