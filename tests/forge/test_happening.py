"""What happens without a request for it: runs that wait, payloads, races, merges by rule."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.forge.conftest import branch
from tests.forge.forge import Forge
from tests.forge.repository import Repository

Asked = Callable[..., Any]
ROOT = "/repos/octo/ideas"
FLOW = {".github/workflows/check.yml": "on:\n  pull_request:\n"}


def propose(forge: Forge, repo: Repository, login: str) -> int:
    """Let somebody fork and propose through the API; the number of the pull."""
    forge.ask(login, "POST", f"{ROOT}/forks", {})
    fork = forge.world.named(f"{login}/ideas")
    assert fork
    sha = fork.store.ref("refs/heads/main")
    root = f"/repos/{fork.full_name}/git"
    tree = {
        "base_tree": sha,
        "tree": [{"path": login, "mode": "100644", "type": "blob", "content": "x"}],
    }
    made = forge.ask(login, "POST", f"{root}/trees", tree)["sha"]
    asked = {"message": "Change", "tree": made, "parents": [sha]}
    head = forge.ask(login, "POST", f"{root}/commits", asked)["sha"]
    forge.ask(login, "POST", f"{root}/refs", {"ref": "refs/heads/topic", "sha": head})
    wanted = {"title": "T", "head": f"{login}:topic", "base": "main"}
    number: int = forge.ask(login, "POST", f"{ROOT}/pulls", wanted)["number"]
    return number


def conclusions(forge: Forge) -> list[tuple[str, str | None]]:
    """Return status and conclusion of the runs, the newest first."""
    found = forge.ask("ada", "GET", f"{ROOT}/actions/runs?event=pull_request")["workflow_runs"]
    return [(each["status"], each["conclusion"]) for each in found]


def test_a_newcomers_run_waits_until_somebody_lets_it_start(
    forge: Forge, ideas: Repository, ask: Asked
) -> None:
    forge.commit(ideas, FLOW, "Work", ideas.owner)
    number = propose(forge, ideas, "eve")
    assert conclusions(forge) == [("completed", "action_required")]
    held = forge.ask("ada", "GET", f"{ROOT}/actions/runs?status=action_required")["workflow_runs"]
    assert held[0]["pull_requests"] == []
    path = f"{ROOT}/actions/runs/{held[0]['id']}/approve"
    assert ask("eve", "POST", path).status_code == 403
    assert ask("ada", "POST", path).status_code == 201
    assert conclusions(forge) == [("queued", None)]

    forge.ask("ada", "PUT", f"{ROOT}/pulls/{number}/merge", {})
    fork = forge.world.named("eve/ideas")
    assert fork
    assert again(forge, fork) == number + 1
    assert conclusions(forge)[0] == ("queued", None)


def again(forge: Forge, fork: Repository) -> int:
    """Let eve propose a second time, who is no newcomer any more; the number of the pull."""
    sha = fork.store.ref("refs/heads/topic")
    root = f"/repos/{fork.full_name}/git"
    tree = forge.ask("eve", "GET", f"{root}/commits/{sha}")["tree"]["sha"]
    asked = {"message": "Once more", "tree": tree, "parents": [sha]}
    head = forge.ask("eve", "POST", f"{root}/commits", asked)["sha"]
    forge.ask("eve", "POST", f"{root}/refs", {"ref": "refs/heads/more", "sha": head})
    wanted = {"title": "T", "head": "eve:more", "base": "main"}
    number: int = forge.ask("eve", "POST", f"{ROOT}/pulls", wanted)["number"]
    return number


def test_a_pull_in_conflict_starts_no_run(forge: Forge, ideas: Repository) -> None:
    forge.commit(ideas, FLOW, "Work", ideas.owner)
    forge.ask("eve", "POST", f"{ROOT}/forks", {})
    forge.commit(ideas, {"eve": "other"}, "In between", ideas.owner)
    propose(forge, ideas, "eve")
    assert conclusions(forge) == []


def test_of_two_writers_on_one_branch_one_wins(forge: Forge, ideas: Repository, ask: Asked) -> None:
    tip = ideas.store.ref("refs/heads/main")
    rivals = [branch(forge, ideas, f"b{number}", {"x": str(number)}) for number in range(6)]
    start, answers = threading.Barrier(len(rivals)), []

    def move(sha: str) -> None:
        start.wait()
        answers.append(ask("ada", "PATCH", f"{ROOT}/git/refs/heads/main", {"sha": sha}).status_code)

    threads = [threading.Thread(target=move, args=(sha,)) for sha in rivals]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answers) == [200, 422, 422, 422, 422, 422]
    now = ideas.store.ref("refs/heads/main")
    assert now in rivals
    assert ideas.store.text("rev-parse", f"{now}^") == tip


def test_every_comment_of_many_writers_is_kept(
    forge: Forge, ideas: Repository, ask: Asked, pull: int
) -> None:
    def speak(words: str) -> None:
        ask("eve", "POST", f"{ROOT}/issues/1/comments", {"body": words})

    threads = [threading.Thread(target=speak, args=(str(number),)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    comments = ideas.issues[1].comments
    assert sorted(each.body for each in comments) == [str(number) for number in range(8)]
    assert len({each.id for each in comments}) == 8


@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
def test_each_way_to_merge_leaves_its_history(
    forge: Forge, ideas: Repository, pull: int, method: str
) -> None:
    tip, head = (ideas.store.ref(f"refs/heads/{name}") for name in ("main", "topic"))
    done = forge.ask("ada", "PUT", f"{ROOT}/pulls/1/merge", {"merge_method": method, "sha": head})
    parents = ideas.store.text("rev-list", "--parents", "-1", done["sha"]).split()[1:]
    assert parents == ([tip, head] if method == "merge" else [tip])
    assert ideas.store.text("show", f"{done['sha']}:ideas/b.yml") == "b: 1"
    assert [each.action for each in forge.events if each.event == "pull_request"][-1] == "closed"


def test_a_rule_holds_a_merge_until_it_is_met(
    forge: Forge, ideas: Repository, ask: Asked, pull: int
) -> None:
    app, token = forge.app("hero-bot", {"checks": "write"})
    ideas.settings.protected, ideas.settings.approvals = {"main"}, 1
    ideas.settings.required = {"hero": app.id}
    path, head = f"{ROOT}/pulls/1/merge", ideas.store.ref("refs/heads/topic")

    def refused() -> str:
        answer = ask("ada", "PUT", path, {})
        return answer.json()["message"] if answer.status_code == 405 else ""

    assert "approving review" in refused()
    forge.let_in(ideas, "mary", "write")
    forge.ask("mary", "POST", f"{ROOT}/pulls/1/reviews", {"event": "APPROVE"})
    assert "hero" in refused()
    forge.ask("ada", "POST", f"{ROOT}/statuses/{head}", {"state": "success", "context": "hero"})
    assert "hero" in refused()
    run = {"name": "hero", "head_sha": head, "conclusion": "success"}
    assert ask(token, "POST", f"{ROOT}/check-runs", run).ok
    assert ask("ada", "PUT", path, {}).json()["merged"]


def test_whether_it_merges_may_take_a_look_or_two(
    forge: Forge, ideas: Repository, pull: int
) -> None:
    ideas.settings.slow = 2
    ideas.issues[1].pull.looks = 0  # type: ignore[union-attr]
    seen = [forge.ask("ada", "GET", f"{ROOT}/pulls/1")["mergeable"] for _ in range(3)]
    assert seen == [None, None, True]


def test_payloads_are_those_of_github(
    forge: Forge, ideas: Repository, ask: Asked, pull: int
) -> None:
    """The fixture holds each payload against GitHub's description of its webhook."""
    say, number = f"{ROOT}/issues/1/comments", f"{ROOT}/issues/1"
    said = forge.ask("eve", "POST", say, {"body": "b"})["id"]
    forge.ask("eve", "PATCH", f"{ROOT}/issues/comments/{said}", {"body": "c"})
    forge.ask("eve", "DELETE", f"{ROOT}/issues/comments/{said}")
    forge.ask("ada", "POST", f"{number}/labels", {"labels": ["x"]})
    forge.ask("ada", "DELETE", f"{number}/labels/x")
    forge.ask("ada", "POST", f"{number}/assignees", {"assignees": ["tim"]})
    forge.ask("ada", "DELETE", f"{number}/assignees", {"assignees": ["tim"]})
    forge.ask("ada", "POST", f"{ROOT}/pulls/1/requested_reviewers", {"reviewers": ["grace"]})
    forge.ask("ada", "DELETE", f"{ROOT}/pulls/1/requested_reviewers", {"reviewers": ["grace"]})
    given = forge.ask("grace", "POST", f"{ROOT}/pulls/1/reviews", {"event": "APPROVE"})["id"]
    forge.ask("ada", "PUT", f"{ROOT}/pulls/1/reviews/{given}/dismissals", {"message": "old"})
    forge.ask("ada", "PATCH", f"{ROOT}/pulls/1", {"title": "Other"})
    forge.ask("ada", "PATCH", f"{ROOT}/pulls/1", {"state": "closed"})
    forge.ask("ada", "PATCH", f"{ROOT}/pulls/1", {"state": "open"})
    forge.ask("eve", "POST", f"{ROOT}/issues", {"title": "Talk"})
    forge.ask("eve", "PATCH", f"{ROOT}/issues/2", {"state": "closed"})
    forge.ask("ada", "POST", f"{ROOT}/dispatches", {"event_type": "poke"})
    told = {f"{each.event} {each.action or ''}".strip() for each in forge.events}
    actions = (
        "opened labeled unlabeled assigned unassigned review_requested review_request_removed "
        "edited closed reopened"
    )
    assert told == {
        "push",
        "repository_dispatch poke",
        *(f"pull_request {action}" for action in actions.split()),
        *(f"issue_comment {action}" for action in ("created", "edited", "deleted")),
        *(f"pull_request_review {action}" for action in ("submitted", "dismissed")),
        *(f"issues {action}" for action in ("opened", "closed")),
    }
    assert all(each.payload["sender"]["login"] in ("ada", "eve", "grace") for each in forge.events)
