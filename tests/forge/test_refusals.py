"""What GitHub refuses, the stand-in refuses: with the same status, and in its words."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.forge.forge import Forge
from tests.forge.repository import Repository

Asked = Callable[..., Any]
SIXTEEN = [f"p{number}" for number in range(16)]
NOTE = {"path": "a", "start_line": 1, "end_line": 1, "annotation_level": "failure", "message": "m"}


# Who does what (a method, and what follows the repository's path) with what body; what comes back.
Row = tuple[str, str, Any, int, str]
REFUSED: list[Row] = [
    ("ada", "POST /pulls", {"title": "T", "head": "topic", "base": "main"}, 422, "already exists"),
    ("ada", "POST /pulls", {"title": "T", "head": "main", "base": "main"}, 422, "No commits"),
    ("ada", "POST /pulls", {"title": "T", "head": "gone", "base": "main"}, 422, "invalid"),
    (
        "ada",
        "POST /pulls/1/requested_reviewers",
        {"reviewers": ["grace", "eve"]},
        422,
        "only be requested",
    ),
    (
        "ada",
        "POST /pulls/1/requested_reviewers",
        {"reviewers": ["tim"]},
        422,
        "is not a collaborator",
    ),
    ("ada", "POST /pulls/1/requested_reviewers", {"reviewers": ["ada"]}, 422, "author"),
    ("ada", "POST /pulls/1/requested_reviewers", {"reviewers": SIXTEEN}, 422, "15"),
    ("eve", "POST /pulls/1/requested_reviewers", {"reviewers": ["grace"]}, 403, "not accessible"),
    ("ada", "POST /pulls/1/reviews", {"event": "APPROVE"}, 422, "approve your own"),
    ("eve", "POST /pulls/1/reviews", {"event": "REQUEST_CHANGES"}, 422, "blank"),
    ("ada", "PUT /pulls/1/merge", {"sha": "0" * 40}, 409, "Head branch was modified"),
    ("eve", "PUT /pulls/1/merge", {}, 403, "not accessible"),
    ("ada", "DELETE /issues/1/labels/absent", None, 404, "Label does not exist"),
    ("ada", "POST /labels", {"name": "KNOWN", "color": "ededed"}, 422, "already_exists"),
    ("ada", "POST /labels", {"name": "x", "color": "red"}, 422, "invalid"),
    ("eve", "POST /issues/1/labels", {"labels": ["known"]}, 403, "not accessible"),
    ("eve", "POST /issues/2/comments", {"body": "hello"}, 403, "locked"),
    ("eve", "POST /issues/1/comments", {"body": "x" * 65_537}, 422, "too long"),
    ("eve", "POST /issues/1/comments", {"body": " "}, 422, "missing_field"),
    ("eve", "POST /issues/99/comments", {"body": "hello"}, 404, "Not Found"),
    ("eve", "PATCH /issues/comments/COMMENT", {"body": "mine"}, 403, "admin rights"),
    ("eve", "DELETE /issues/comments/COMMENT", None, 403, "admin rights"),
    ("ada", "POST /check-runs", {"name": "c", "head_sha": "HEAD"}, 403, "GitHub App"),
    ("ada", "POST /statuses/HEAD", {"state": "good"}, 422, "invalid"),
    ("ada", "POST /statuses/HEAD", {"state": "success", "description": "x" * 141}, 422, "140"),
    ("eve", "POST /statuses/HEAD", {"state": "success"}, 403, "not accessible"),
    ("ada", "POST /git/refs", {"ref": "refs/heads/topic", "sha": "HEAD"}, 422, "already exists"),
    ("ada", "PATCH /git/refs/heads/topic", {"sha": "MAIN"}, 422, "not a fast forward"),
    (
        "ada",
        "POST /actions/workflows/check.yml/dispatches",
        {"ref": "main"},
        422,
        "workflow_dispatch",
    ),
    ("ada", "POST /actions/workflows/go.yml/dispatches", {"ref": "nowhere"}, 422, "No ref"),
    ("ada", "POST /actions/workflows/none.yml/dispatches", {"ref": "main"}, 404, "Not Found"),
    ("eve", "GET /assignees/eve", None, 404, "Not Found"),
    ("eve", "GET /collaborators/nobody/permission", None, 404, "Not Found"),
    ("ada", "GET /contents/none.yml", None, 404, "Not Found"),
    ("ada", "PATCH /issues/comments/0", {"body": "x"}, 404, "Not Found"),
    ("nonsense", "GET /pulls/1", None, 401, "Bad credentials"),
]


@pytest.fixture
def places(forge: Forge, ideas: Repository, pull: int) -> dict[str, str]:
    """A pull with a comment, a locked issue, a label and two workflows; their names."""
    flows = {
        ".github/workflows/check.yml": "on: pull_request\n",
        ".github/workflows/go.yml": "on: workflow_dispatch\n",
    }
    root = ideas.owner
    forge.commit(ideas, flows, "Work", root)
    forge.ask("ada", "POST", "/repos/octo/ideas/labels", {"name": "known", "color": "ededed"})
    forge.ask("eve", "POST", "/repos/octo/ideas/issues", {"title": "Talk"})
    forge.ask("ada", "PUT", "/repos/octo/ideas/issues/2/lock")
    said = forge.ask("ada", "POST", "/repos/octo/ideas/issues/1/comments", {"body": "Mine"})
    tip, main = (ideas.store.ref(f"refs/heads/{name}") for name in ("topic", "main"))
    assert tip
    assert main
    return {"COMMENT": str(said["id"]), "HEAD": tip, "MAIN": main}


def test_each_is_refused_and_writes_nothing(
    forge: Forge, ask: Asked, places: dict[str, str]
) -> None:
    before, wrong = len(forge.writes()), []
    for who, does, body, status, words in REFUSED:
        method, path = does.split(" ", 1)
        for name, value in places.items():
            path = path.replace(name, value)
            if body:
                body = {key: value if held == name else held for key, held in body.items()}
        answer = ask(who, method, f"/repos/octo/ideas{path}", body)
        if answer.status_code != status or words not in answer.text:
            wrong.append((who, does, status, words, answer.status_code, answer.text))
    assert wrong == []
    assert len(forge.writes()) == before


def test_a_refused_batch_asks_nobody_and_names_nobody(
    forge: Forge, ask: Asked, places: dict[str, str]
) -> None:
    batch = {"reviewers": ["grace", "eve"]}
    answer = ask("ada", "POST", "/repos/octo/ideas/pulls/1/requested_reviewers", batch)
    assert "eve" not in answer.text
    assert forge.ask("ada", "GET", "/repos/octo/ideas/pulls/1/requested_reviewers")["users"] == []


def test_who_may_not_be_assigned_is_passed_over_in_silence(
    forge: Forge, ask: Asked, places: dict[str, str]
) -> None:
    path = "/repos/octo/ideas/issues/1/assignees"
    answer = ask("ada", "POST", path, {"assignees": ["eve", "tim", "nobody"]})
    assert answer.status_code == 201
    assert [each["login"] for each in answer.json()["assignees"]] == ["tim"]
    forge.ask("eve", "POST", "/repos/octo/ideas/issues/1/comments", {"body": "Here"})
    again = ask("ada", "POST", path, {"assignees": ["eve"]}).json()
    assert [each["login"] for each in again["assignees"]] == ["tim", "eve"]


def test_a_check_run_takes_fifty_annotations_at_a_time(
    forge: Forge, ask: Asked, places: dict[str, str]
) -> None:
    _, token = forge.app("hero-bot", {"checks": "write"})
    output = {"title": "T", "summary": "S", "annotations": [NOTE] * 51}
    run = {"name": "hero", "head_sha": places["HEAD"], "conclusion": "failure", "output": output}
    assert ask(token, "POST", "/repos/octo/ideas/check-runs", run).status_code == 422
    run["output"] = {**output, "annotations": [NOTE] * 50}
    made = ask(token, "POST", "/repos/octo/ideas/check-runs", run).json()
    more = {"output": {**output, "annotations": [NOTE] * 10}}
    path = f"/repos/octo/ideas/check-runs/{made['id']}"
    assert ask(token, "PATCH", path, more).json()["output"]["annotations_count"] == 60
    assert len(ask("eve", "GET", f"{path}/annotations?per_page=100").json()) == 60


def test_a_review_stays_with_its_commit_and_may_be_dismissed(
    forge: Forge, ask: Asked, places: dict[str, str]
) -> None:
    path = "/repos/octo/ideas/pulls/1/reviews"
    given = ask("grace", "POST", path, {"event": "APPROVE"}).json()
    assert (given["state"], given["commit_id"]) == ("APPROVED", places["HEAD"])
    where = f"{path}/{given['id']}/dismissals"
    assert ask("eve", "PUT", where, {"message": "no"}).status_code == 403
    assert ask("ada", "PUT", where, {"message": "old"}).json()["state"] == "DISMISSED"


def test_who_is_gone_is_shown_as_nobody(forge: Forge, ask: Asked, places: dict[str, str]) -> None:
    ask("eve", "POST", "/repos/octo/ideas/issues/1/comments", {"body": "Bye"})
    ask("eve", "POST", "/repos/octo/ideas/pulls/1/reviews", {"event": "COMMENT", "body": "b"})
    found = forge.world.find("eve")
    assert found
    found.gone = True
    comments = ask("ada", "GET", "/repos/octo/ideas/issues/1/comments").json()
    assert comments[-1]["user"] is None
    assert ask("ada", "GET", "/repos/octo/ideas/pulls/1/reviews").json()[-1]["user"] is None
    assert ask("token-eve", "GET", "/user").status_code == 401


def test_somebody_renamed_keeps_the_number(forge: Forge, ask: Asked, ideas: Repository) -> None:
    found = forge.world.find("eve")
    assert found
    found.login = "eva"
    assert ask("ada", "GET", "/users/eve").status_code == 404
    assert ask("ada", "GET", f"/user/{found.id}").json()["login"] == "eva"
