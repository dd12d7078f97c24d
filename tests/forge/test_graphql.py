"""GraphQL answers what GitHub's schema knows, in pages, and refuses the rest with 200."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from tests.forge.conftest import branch
from tests.forge.forge import Forge
from tests.forge.repository import Repository

Asked = Callable[..., Any]
COMMIT = """mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } } }"""
PULL = 'query { repository(owner: "octo", name: "ideas") { pullRequest(number: 1) { %s } } }'


@pytest.fixture
def query(ask: Asked) -> Callable[..., Any]:
    """Ask in GraphQL as somebody; the whole answer, which is 200 whatever is in it."""

    def send(who: str, text: str, **variables: Any) -> Any:
        answer = ask(who, "POST", "/graphql", {"query": text, "variables": variables})
        assert answer.status_code == 200
        return answer.json()

    return send


def commit(expected: str, name: str = "topic", **files: str | None) -> dict[str, Any]:
    """Return the input of a commit; a file that is None is deleted."""
    added = [
        {"path": path.replace("_", "."), "contents": base64.b64encode(text.encode()).decode()}
        for path, text in files.items()
        if text is not None
    ]
    gone = [{"path": path.replace("_", ".")} for path, text in files.items() if text is None]
    return {
        "branch": {"repositoryNameWithOwner": "octo/ideas", "branchName": name},
        "expectedHeadOid": expected,
        "message": {"headline": "Change", "body": "Why"},
        "fileChanges": {"additions": added, "deletions": gone},
    }


def test_a_commit_of_many_files_moves_the_branch_and_its_pull(
    forge: Forge, ideas: Repository, pull: int, query: Callable[..., Any]
) -> None:
    tip = ideas.store.ref("refs/heads/topic") or ""
    asked = commit(tip, one_yml="1\n", two_yml="2\n", README_md=None)
    made = query("ada", COMMIT, input=asked)["data"]["createCommitOnBranch"]["commit"]["oid"]
    files = forge.ask("ada", "GET", "/repos/octo/ideas/pulls/1/files")
    assert {(each["filename"], each["status"]) for each in files} == {
        ("ideas/b.yml", "added"),
        ("one.yml", "added"),
        ("two.yml", "added"),
        ("README.md", "removed"),
    }
    assert ideas.store.ref("refs/pull/1/head") == made
    assert forge.events[-1].action == "synchronize"


@pytest.mark.parametrize(
    ("who", "name", "files", "kind"),
    [
        ("ada", "topic", {"a": "1"}, "STALE_DATA"),
        ("eve", "topic", {"a": "1"}, "FORBIDDEN"),
        ("ada", "nowhere", {"a": "1"}, "NOT_FOUND"),
        ("ada", "topic", {"absent": None}, "UNPROCESSABLE"),
        ("ada", "topic", {"../a": "1"}, "UNPROCESSABLE"),
    ],
)
def test_a_commit_that_may_not_be_is_refused(
    forge: Forge,
    ideas: Repository,
    pull: int,
    query: Callable[..., Any],
    who: str,
    name: str,
    files: dict[str, str | None],
    kind: str,
) -> None:
    asked = commit("0" * 40, name)
    asked["fileChanges"] = {
        "additions": [{"path": path, "contents": "MQ=="} for path, text in files.items() if text],
        "deletions": [{"path": path} for path, text in files.items() if not text],
    }
    found = query(who, COMMIT, input=asked)
    assert [each["type"] for each in found["errors"]] == [kind]
    assert not forge.log[-1].wrote


def test_lists_come_in_pages_and_have_to_be_asked_for_so(
    forge: Forge, ideas: Repository, pull: int, query: Callable[..., Any]
) -> None:
    for number in range(5):
        forge.ask("eve", "POST", "/repos/octo/ideas/issues/1/comments", {"body": str(number)})
    page = (
        "comments(first: 2, after: %s) "
        "{ totalCount pageInfo { hasNextPage endCursor } nodes { body } }"
    )
    seen, after = [], "null"
    while after:
        found = query("ada", PULL % (page % after))["data"]["repository"]["pullRequest"]["comments"]
        seen += [each["body"] for each in found["nodes"]]
        info = found["pageInfo"]
        after = f'"{info["endCursor"]}"' if info["hasNextPage"] else ""
    assert (seen, found["totalCount"]) == ([str(number) for number in range(5)], 5)
    last = query("ada", PULL % "comments(last: 2) { edges { node { body } } }")
    edges = last["data"]["repository"]["pullRequest"]["comments"]["edges"]
    assert [each["node"]["body"] for each in edges] == ["3", "4"]
    for wrong in ("comments { totalCount }", "comments(first: 101) { totalCount }"):
        assert "errors" in query("ada", PULL % wrong)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("query { repository(owner: 1) { id } }", "String cannot represent"),
        ("query { pullRequestz { id } }", "Cannot query field"),
        ("query {", "Syntax Error"),
        ('query { repository(owner: "octo", name: "none") { id } }', "Could not resolve"),
        ((PULL % "id").replace("1)", "9)"), "Could not resolve"),
    ],
)
def test_an_error_is_an_answer(
    query: Callable[..., Any], ideas: Repository, text: str, words: str
) -> None:
    assert words in query("ada", text)["errors"][0]["message"]


def test_what_a_token_may_not_read_is_refused_by_field(
    forge: Forge, ideas: Repository, pull: int, query: Callable[..., Any]
) -> None:
    token = forge.job({"contents": "read"})
    found = query(token, PULL % "id")
    assert [each["type"] for each in found["errors"]] == ["FORBIDDEN"]
    assert (
        query(token, "query { viewer { login } }")["data"]["viewer"]["login"]
        == "github-actions[bot]"
    )
    ideas.private = True
    hidden = query("eve", PULL % "id")
    assert [each["type"] for each in hidden["errors"]] == ["NOT_FOUND"]


def test_checks_statuses_and_people_are_seen_as_by_rest(
    forge: Forge, ideas: Repository, ask: Asked, pull: int, query: Callable[..., Any]
) -> None:
    head = ideas.store.ref("refs/heads/topic")
    _, token = forge.app("hero-bot", {"checks": "write"})
    run = {"name": "hero", "head_sha": head, "conclusion": "failure", "external_id": "x1"}
    assert ask(token, "POST", "/repos/octo/ideas/check-runs", run).status_code == 201
    forge.ask(
        "ada", "POST", f"/repos/octo/ideas/statuses/{head}", {"state": "success", "context": "c"}
    )
    text = """commits(last: 1) { nodes { commit {
      status { context(name: "c") { state } }
      statusCheckRollup { state contexts(first: 9) { nodes { __typename } } }
      checkSuites(first: 9, filterBy: {checkName: "hero"}) { nodes { app { slug }
        checkRuns(first: 9) { nodes { conclusion externalId } } } } } } }"""
    found = query("ada", PULL % text)["data"]["repository"]["pullRequest"]
    at = found["commits"]["nodes"][0]["commit"]
    assert at["status"] == {"context": {"state": "SUCCESS"}}
    assert at["statusCheckRollup"]["state"] == "FAILURE"
    kinds = {each["__typename"] for each in at["statusCheckRollup"]["contexts"]["nodes"]}
    assert kinds == {"CheckRun", "StatusContext"}
    (suite,) = at["checkSuites"]["nodes"]
    assert suite["app"] == {"slug": "hero-bot"}
    assert suite["checkRuns"]["nodes"] == [{"conclusion": "FAILURE", "externalId": "x1"}]


def test_a_bot_goes_without_its_ending_and_who_is_gone_is_nobody(
    forge: Forge, ideas: Repository, ask: Asked, pull: int, query: Callable[..., Any]
) -> None:
    path = "/repos/octo/ideas/issues/1/comments"
    ask(forge.job({"issues": "write"}), "POST", path, {"body": "b"})
    ask("eve", "POST", path, {"body": "c"})
    eve = forge.world.find("eve")
    assert eve
    eve.gone = True
    text = "comments(first: 9) { nodes { author { __typename login } } }"
    found = query("ada", PULL % text)["data"]["repository"]["pullRequest"]["comments"]["nodes"]
    bot = {"__typename": "Bot", "login": "github-actions"}
    assert [each["author"] for each in found] == [bot, None]


def test_pulls_are_listed_oldest_first_by_state(
    forge: Forge, ideas: Repository, pull: int, query: Callable[..., Any]
) -> None:
    branch(forge, ideas, "other", {"ideas/c.yml": "c: 1\n"})
    asked = {"title": "Add c", "head": "other", "base": "main"}
    forge.ask("ada", "POST", "/repos/octo/ideas/pulls", asked)
    forge.ask("ada", "PATCH", "/repos/octo/ideas/pulls/1", {"state": "closed"})
    text = """query { repository(owner: "octo", name: "ideas") {
      open: pullRequests(first: 9, states: OPEN) { nodes { number } }
      all: pullRequests(first: 9) { nodes { number state } } } }"""
    found = query("ada", text)["data"]["repository"]
    assert found["open"]["nodes"] == [{"number": 2}]
    assert found["all"]["nodes"] == [
        {"number": 1, "state": "CLOSED"},
        {"number": 2, "state": "OPEN"},
    ]
