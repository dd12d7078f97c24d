"""Who is let in, and how far: roles, scopes, apps, hidden, renamed and archived repositories."""

import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.forge.forge import Forge
from tests.forge.repository import Repository

Asked = Callable[..., Any]
ROOT = "/repos/octo/ideas"
NOT_INTEGRATION = "Resource not accessible by integration"


@pytest.mark.parametrize(
    ("needed", "method", "path", "body"),
    [
        ("contents: read", "GET", "/contents/ideas/a.yml", None),
        ("pull_requests: read", "GET", "/pulls/1", None),
        ("issues: write", "POST", "/issues/1/comments", {"body": "b"}),
        ("pull_requests: write", "POST", "/issues/1/comments", {"body": "b"}),
        ("pull_requests: write", "POST", "/pulls/1/requested_reviewers", {"reviewers": ["grace"]}),
        ("issues: write", "POST", "/issues/1/labels", {"labels": ["x"]}),
        ("contents: write", "PUT", "/pulls/1/merge", {}),
        ("statuses: write", "POST", "/statuses/HEAD", {"state": "success"}),
        ("checks: write", "POST", "/check-runs", {"name": "c", "head_sha": "HEAD"}),
        ("actions: write", "POST", "/actions/workflows/go.yml/dispatches", {"ref": "main"}),
    ],
)
def test_a_job_may_do_what_it_declares_and_nothing_else(
    forge: Forge,
    ask: Asked,
    ideas: Repository,
    pull: int,
    needed: str,
    method: str,
    path: str,
    body: Any,
) -> None:
    forge.commit(ideas, {".github/workflows/go.yml": "on: workflow_dispatch\n"}, "W", ideas.owner)
    head = ideas.store.ref("refs/heads/topic") or ""
    body = {**body, "head_sha": head} if body and "head_sha" in body else body
    scope, level = needed.split(": ")
    others = {"contents", "pull_requests", "issues", "statuses", "checks", "actions"} - {scope}
    if "issues/" in path:
        others -= {"issues", "pull_requests"}
    poor = forge.job(dict.fromkeys(others, "write"))
    refused = ask(poor, method, ROOT + path.replace("HEAD", head), body)
    assert (refused.status_code, refused.json()["message"]) == (403, NOT_INTEGRATION)
    rich = forge.job({scope: level})
    assert ask(rich, method, ROOT + path.replace("HEAD", head), body).ok
    if level == "write":
        reader = forge.job({scope: "read"})
        assert ask(reader, method, ROOT + path.replace("HEAD", head), body).status_code == 403


def test_a_job_is_the_bot_and_nobody_to_rest(forge: Forge, ask: Asked, ideas: Repository) -> None:
    token = forge.job({"issues": "write"})
    assert ask(token, "GET", "/user").status_code == 403
    said = ask(token, "POST", f"{ROOT}/issues", {"title": "T"}).json()
    assert (said["user"]["login"], said["user"]["type"]) == ("github-actions[bot]", "Bot")


def test_what_a_job_causes_starts_nothing_but_a_dispatch(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    forge.commit(ideas, {".github/workflows/go.yml": "on: workflow_dispatch\n"}, "W", ideas.owner)
    token = forge.job({"issues": "write", "actions": "write"})
    ask(token, "POST", f"{ROOT}/issues/1/comments", {"body": "b"})
    ask(token, "POST", f"{ROOT}/actions/workflows/go.yml/dispatches", {"ref": "main"})
    last = [(each.event, each.starts) for each in forge.events[-2:]]
    assert last == [("issue_comment", False), ("workflow_dispatch", True)]


def test_jobs_may_be_forbidden_to_open_pulls_and_to_approve(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    ideas.settings.workflows_open_pulls = False
    token = forge.job({"pull_requests": "write"})
    wanted = {"title": "T", "head": "topic", "base": "main"}
    for path, body in (("/pulls", wanted), ("/pulls/1/reviews", {"event": "APPROVE"})):
        answer = ask(token, "POST", ROOT + path, body)
        assert (answer.status_code, "not permitted" in answer.text) == (403, True)


def test_a_private_repository_is_not_there_for_strangers(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    ideas.private = True
    for who, status in (("eve", 404), (None, 404), ("grace", 200)):
        for path in ("", "/pulls", "/issues/1/comments"):
            assert ask(who, "GET", ROOT + path).status_code == status
    assert ask("eve", "POST", f"{ROOT}/issues", {"title": "T"}).status_code == 404


def test_a_renamed_repository_redirects_and_writes_nothing(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    assert ask("root", "PATCH", ROOT, {"name": "thoughts"}).ok
    read = ask("ada", "GET", f"{ROOT}/pulls/1")
    where = f"{forge.url}/repositories/{ideas.id}/pulls/1"
    assert (read.status_code, read.headers["Location"]) == (301, where)
    write = ask("ada", "POST", f"{ROOT}/issues/1/comments", {"body": "b"})
    assert write.status_code == 307
    assert not ideas.issues[1].comments
    followed = ask("ada", "GET", where.removeprefix(forge.url))
    assert followed.json()["base"]["repo"]["full_name"] == "octo/thoughts"


def test_an_archived_repository_is_read_alone(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    ideas.archived = True
    assert ask("ada", "GET", f"{ROOT}/pulls/1").ok
    answer = ask("ada", "POST", f"{ROOT}/issues/1/comments", {"body": "b"})
    assert (answer.status_code, "archived" in answer.text) == (403, True)


def test_without_a_token_public_things_are_read_and_nothing_written(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    assert ask(None, "GET", f"{ROOT}/pulls/1").ok
    assert ask(None, "POST", f"{ROOT}/issues/1/comments", {"body": "b"}).status_code == 401


def test_an_app_signs_itself_in_and_gets_a_token_for_an_hour(
    forge: Forge, ask: Asked, ideas: Repository
) -> None:
    key = rsa.generate_private_key(65537, 2048)
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    app, _ = forge.app("hero-bot", {"issues": "write", "checks": "write"}, public.decode())
    now = int(time.time())
    signed = jwt.encode({"iss": str(app.id), "iat": now - 60, "exp": now + 300}, key, "RS256")
    path = f"/app/installations/{app.id}/access_tokens"
    assert ask("ada", "POST", path, {}).status_code == 401
    assert ask(signed, "POST", path, {"permissions": {"contents": "write"}}).status_code == 422
    fewer = ask(signed, "POST", path, {"permissions": {"issues": "write"}}).json()["token"]
    made = ask(fewer, "POST", f"{ROOT}/issues", {"title": "T"}).json()
    assert made["performed_via_github_app"]["slug"] == "hero-bot"
    run = {"name": "c", "head_sha": ideas.store.ref("refs/heads/main")}
    assert ask(fewer, "POST", f"{ROOT}/check-runs", run).status_code == 403
    stale = jwt.encode({"iss": str(app.id), "iat": now - 900, "exp": now - 300}, key, "RS256")
    assert ask(stale, "POST", path, {}).status_code == 401


@pytest.mark.parametrize(
    ("login", "coarse", "exact"),
    [
        ("ada", "write", "write"),
        ("mary", "read", "triage"),
        ("root", "admin", "admin"),
        ("eve", "read", "read"),
    ],
)
def test_permission_is_coarse_and_the_role_is_exact(
    forge: Forge, ask: Asked, ideas: Repository, login: str, coarse: str, exact: str
) -> None:
    forge.let_in(ideas, "mary", "triage")
    found = ask("ada", "GET", f"{ROOT}/collaborators/{login}/permission").json()
    assert (found["permission"], found["role_name"]) == (coarse, exact)


def test_requests_run_out(forge: Forge, ask: Asked, ideas: Repository) -> None:
    forge.world.limits.hourly = 3
    left = [ask("ada", "GET", ROOT).headers["X-RateLimit-Remaining"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    refused = ask("ada", "GET", ROOT)
    assert (refused.status_code, refused.headers["X-RateLimit-Remaining"]) == (403, "0")
    assert "rate limit exceeded" in refused.json()["message"]
    assert ask("ada", "GET", "/rate_limit").json()["rate"]["remaining"] == 0
    assert ask("eve", "GET", ROOT).ok


def test_too_many_writes_a_minute_are_refused(forge: Forge, ask: Asked, ideas: Repository) -> None:
    forge.world.limits.writes = 2
    answers = [ask("eve", "POST", f"{ROOT}/issues", {"title": "T"}) for _ in range(3)]
    assert [each.status_code for each in answers] == [201, 201, 403]
    assert answers[2].headers["Retry-After"] == "60"
    assert "secondary rate limit" in answers[2].text


def test_an_answer_that_is_known_is_not_sent_again(
    forge: Forge, ask: Asked, ideas: Repository, pull: int
) -> None:
    path = f"{ROOT}/pulls/1"
    tag = ask("ada", "GET", path).headers["ETag"]
    same = ask("ada", "GET", path, None, **{"If-None-Match": tag})
    assert (same.status_code, same.content) == (304, b"")
    forge.ask("ada", "PATCH", path, {"title": "Other"})
    assert ask("ada", "GET", path, None, **{"If-None-Match": tag}).status_code == 200
