"""Real clients find what they find at GitHub: PyGithub, and git itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from github import Auth, Github, UnknownObjectException

from tests.forge.conftest import branch, put, run
from tests.forge.forge import Forge
from tests.forge.repository import Repository

Clone = Callable[[Repository, str], Path]


def client(forge: Forge, login: str) -> Any:
    """Return PyGithub for somebody, without pauses or second tries."""
    token = Auth.Token(forge.token(login).text)
    return Github(
        auth=token,
        base_url=forge.url,
        retry=None,
        seconds_between_requests=0,
        seconds_between_writes=0,
    )


def forked(forge: Forge, clone: Clone, login: str, files: dict[str, str]) -> tuple[Any, Path]:
    """Let somebody fork, push and propose; the pull and their clone."""
    upstream = client(forge, login).get_repo("octo/ideas")
    fork = upstream.create_fork()
    assert fork.parent.full_name == "octo/ideas"
    own = forge.world.named(fork.full_name)
    assert own
    folder = clone(own, login)
    put(folder, "topic", files)
    made = upstream.create_pull(base="main", head=f"{login}:topic", title="An idea", body="Why")
    return made, folder


def test_a_stranger_forks_proposes_and_is_merged(
    forge: Forge, ideas: Repository, clone: Clone
) -> None:
    made, folder = forked(forge, clone, "eve", {"ideas/b.yml": "b: 1\n"})
    assert [each.filename for each in made.get_files()] == ["ideas/b.yml"]
    assert [each.author.login for each in made.get_commits()] == ["eve"]
    assert made.head.repo.full_name == "eve/ideas"

    newer = put(folder, "topic", {"ideas/b.yml": "b: 2\n"})
    mine = client(forge, "ada").get_repo("octo/ideas").get_pull(made.number)
    assert (mine.head.sha, mine.commits, mine.mergeable) == (newer, 2, True)
    mine.create_review_request(["grace"])
    assert [each.login for each in mine.get_review_requests()[0]] == ["grace"]
    mine.create_review(event="APPROVE")
    assert [(r.state, r.user.login, r.commit_id) for r in mine.get_reviews()] == [
        ("APPROVED", "ada", newer)
    ]
    assert mine.merge(sha=newer).merged
    done = client(forge, "eve").get_repo("octo/ideas")
    assert done.get_contents("ideas/b.yml").decoded_content == b"b: 2\n"
    assert done.get_pull(made.number).merged


def test_git_finds_a_pull_under_its_refs(forge: Forge, ideas: Repository, clone: Clone) -> None:
    made, _ = forked(forge, clone, "eve", {"ideas/b.yml": "b: 1\n"})
    folder = clone(ideas, "grace")
    for kind in ("head", "merge"):
        run(folder, "fetch", "--quiet", "origin", f"refs/pull/{made.number}/{kind}:{kind}")
    assert run(folder, "rev-parse", "head") == made.head.sha
    parents = run(folder, "rev-parse", "merge^1", "merge^2").split()
    assert parents == [run(folder, "rev-parse", "origin/main"), made.head.sha]


def test_two_pulls_that_change_one_line_are_in_conflict(
    forge: Forge, ideas: Repository, clone: Clone
) -> None:
    made, _ = forked(forge, clone, "eve", {"ideas/a.yml": "a: 2\n"})
    assert made.mergeable
    put(clone(ideas, "ada"), "main", {"ideas/a.yml": "a: 3\n"})
    seen = client(forge, "ada").get_repo("octo/ideas").get_pull(made.number)
    assert (seen.mergeable, seen.mergeable_state) == (False, "dirty")
    assert ideas.store.ref(f"refs/pull/{made.number}/merge") is None
    with pytest.raises(Exception, match="not mergeable") as refused:
        seen.merge()
    assert refused.value.status == 405  # type: ignore[attr-defined]


def test_a_force_push_is_followed_and_a_fork_may_go(
    forge: Forge, ideas: Repository, clone: Clone
) -> None:
    made, folder = forked(forge, clone, "eve", {"ideas/b.yml": "b: 1\n"})
    run(folder, "commit", "--quiet", "--amend", "--message", "Another")
    run(folder, "push", "--quiet", "--force", "origin", "topic")
    repo = client(forge, "eve").get_repo("octo/ideas")
    assert repo.get_pull(made.number).head.sha == run(folder, "rev-parse", "HEAD")
    assert "head_ref_force_pushed" in [e.event for e in repo.get_issue(made.number).get_timeline()]
    actions = [each.action for each in forge.events if each.event == "pull_request"]
    assert actions == ["opened", "synchronize"]

    client(forge, "eve").get_repo("eve/ideas").delete()
    assert repo.get_pull(made.number).head.repo is None
    assert [each.filename for each in repo.get_pull(made.number).get_files()] == ["ideas/b.yml"]


def test_closing_and_reopening_keeps_the_pull(forge: Forge, ideas: Repository, pull: int) -> None:
    mine = client(forge, "ada").get_repo("octo/ideas").get_pull(pull)
    mine.edit(state="closed")
    assert list(client(forge, "ada").get_repo("octo/ideas").get_pulls()) == []
    mine.edit(state="open")
    assert (mine.state, mine.merged) == ("open", False)


def test_who_may_not_push_is_refused_by_git(forge: Forge, ideas: Repository, clone: Clone) -> None:
    folder = clone(ideas, "grace")
    with pytest.raises(RuntimeError, match="403"):
        put(folder, "topic", {"ideas/b.yml": "b: 1\n"})
    ideas.settings.protected.add("main")
    with pytest.raises(RuntimeError, match="403"):
        put(clone(ideas, "ada"), "main", {"ideas/b.yml": "b: 1\n"})
    ideas.private = True
    with pytest.raises(RuntimeError, match=r"not found|404"):
        clone(ideas, "eve")


def test_a_long_list_is_read_to_its_end(forge: Forge, ideas: Repository, pull: int) -> None:
    for number in range(70):
        forge.ask("eve", "POST", f"/repos/octo/ideas/issues/{pull}/comments", {"body": str(number)})
    found = client(forge, "ada").get_repo("octo/ideas").get_issue(pull).get_comments()
    assert [each.body for each in found] == [str(number) for number in range(70)]
    assert found.totalCount == 70


def test_what_is_not_there_is_not_found(forge: Forge, ideas: Repository) -> None:
    with pytest.raises(UnknownObjectException):
        client(forge, "eve").get_repo("octo/ideas").get_pull(99)


def test_a_pull_lists_only_so_many_files(
    forge: Forge, ideas: Repository, pull: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"ideas/many/{number}.yml": "x: 1\n" for number in range(45)}
    branch(forge, ideas, "many", files)
    mine = client(forge, "ada").get_repo("octo/ideas")
    made = mine.create_pull(base="main", head="many", title="Many")
    assert (made.changed_files, made.get_files().totalCount) == (45, 45)
    monkeypatch.setattr("tests.forge.rest.pulls.MOST_FILES", 40)
    assert len(list(made.get_files())) == 40
    assert mine.get_pull(made.number).changed_files == 45
