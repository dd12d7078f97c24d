"""GraphQL answers what GitHub's schema knows, in pages, and refuses the rest with 200."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.forge.conftest import branch
from tests.forge.forge import Forge
from tests.forge.repository import Repository

Asked = Callable[..., Any]
PULL = 'query { repository(owner: "octo", name: "ideas") { pullRequest(number: 1) { %s } } }'


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


def test_a_pull_tells_whether_it_came_from_a_fork(pull: int, query: Callable[..., Any]) -> None:
    found = query("ada", PULL % "isCrossRepository headRepository { nameWithOwner }")
    seen = found["data"]["repository"]["pullRequest"]
    assert seen == {"isCrossRepository": False, "headRepository": {"nameWithOwner": "octo/ideas"}}


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
