"""One commit of many files, on a branch that is still where its writer saw it."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from tests.forge.forge import Forge
from tests.forge.repository import Repository

COMMIT = """mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } } }"""


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
