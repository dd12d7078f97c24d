"""What is read of pulls on the stand-in: odd files, many people, floods, and how few requests."""

import datetime as dt
from typing import Any

import pytest

from hero.reconcile.forge import ForgeRefused
from hero.technology.github import pulls as reading
from hero.technology.github import queries
from hero.technology.github.seen_pull import pull_seen
from tests.github.memory import name_of
from tests.github.worlds import REPOSITORY, Stood

ROOT = f"/repos/{REPOSITORY}"


@pytest.mark.parametrize(
    ("count", "at_once", "most"),
    [(9, 4, 10), pytest.param(200, 25, 20, marks=pytest.mark.prove)],
)
def test_a_sweep_of_pulls_takes_few_requests(
    stood: Stood, monkeypatch: pytest.MonkeyPatch, count: int, at_once: int, most: int
) -> None:
    monkeypatch.setattr(queries, "PULLS_AT_ONCE", (at_once, 1))
    texts = {f"ideas/idea-{n}.yml": f"title: Idea {n}\n" for n in range(count)}
    for path, text in texts.items():
        stood.pull({path: text})
    before = len(stood.forge.log)
    port = stood.connected()
    port.place()
    seen = port.pulls(None)
    blobs = {file.blob for pull in seen for file in pull.files if file.blob}
    found = port.texts(blobs, 10_000)
    port.requestable([f"example-{n}" for n in range(30)])
    port.assignable([f"example-{n}" for n in range(30)])
    assert [pull.number for pull in seen] == sorted(pull.number for pull in seen)
    assert sorted(found.values()) == sorted(each.encode() for each in texts.values())
    assert len(stood.forge.log) - before == port.calls.budget.sent <= most


def test_modes_tell_links_and_modules(stood: Stood) -> None:
    stood.branch("link", {"ideas/link.yml": "../secret"}, mode="120000")
    asked = {"title": "Link", "head": "link", "base": "main"}
    stood.forge.ask("ada", "POST", f"{ROOT}/pulls", asked)
    [pull] = stood.port.pulls(None)
    assert [(file.path, file.mode) for file in pull.files] == [("ideas/link.yml", "120000")]


def test_renamed_and_removed_files(stood: Stood) -> None:
    tip = stood.port.place().tip
    text = "title: A rather long text that is told again by its likeness\n" * 5
    made = stood.port.commit("main", tip, {"ideas/old.yml": text.encode()}, "Add")
    rows = [
        {"path": "ideas/old.yml", "mode": "100644", "type": "blob", "sha": None},
        {"path": "ideas/a.yml", "mode": "100644", "type": "blob", "sha": None},
        {"path": "ideas/new.yml", "mode": "100644", "type": "blob", "content": text},
    ]
    ask = stood.forge.ask
    tree = ask("ada", "POST", f"{ROOT}/git/trees", {"base_tree": made, "tree": rows})["sha"]
    about = {"message": "Move", "tree": tree, "parents": [made]}
    head = ask("ada", "POST", f"{ROOT}/git/commits", about)["sha"]
    ask("ada", "POST", f"{ROOT}/git/refs", {"ref": "refs/heads/move", "sha": head})
    ask("ada", "POST", f"{ROOT}/pulls", {"title": "Move", "head": "move", "base": "main"})
    [pull] = stood.port.pulls(None)
    files = {file.path: file for file in pull.files}
    moved, gone = files["ideas/new.yml"], files["ideas/a.yml"]
    assert (moved.status, moved.before) == ("renamed", "ideas/old.yml")
    assert moved.blob == name_of(text.encode())
    assert (gone.status, gone.blob, gone.mode, pull.whole) == ("removed", None, None, True)


@pytest.mark.parametrize(("count", "whole"), [(100, True), (101, False)])
def test_a_pull_of_too_many_files_is_not_whole(stood: Stood, count: int, whole: bool) -> None:
    stood.pull({f"ideas/{n:03}.yml": f"{n}\n" for n in range(count)})
    [pull] = stood.port.pulls(None)
    assert (pull.whole, len(pull.files)) == (whole, 100)
    assert all(file.blob for file in pull.files) == whole


def test_bytes_that_are_no_text_come_as_they_are(stood: Stood) -> None:
    odd = {"a": b"\xff\xfe\x00bad", "b": "ï»¿".encode("latin-1"), "c": b"a\r\nb", "d": b""}
    tip = stood.port.place().tip
    files = {f"ideas/{name}.yml": data for name, data in odd.items()}
    stood.port.commit("main", tip, files, "Add odd bytes")
    names = {name_of(data): data for data in odd.values()}
    assert stood.port.texts(names, 100) == names


def test_a_blob_that_is_not_there(stood: Stood) -> None:
    with pytest.raises(ForgeRefused) as refused:
        stood.port.texts(["e" * 40], 100)
    assert refused.value.kind == "gone"


def test_a_list_longer_than_a_page_is_read_whole(stood: Stood) -> None:
    pull = stood.pull({"ideas/b.yml": "b\n"})
    said = [stood.say(pull, f"Comment {n}") for n in range(130)]
    [seen] = stood.port.pulls([pull])
    assert [each.id for each in seen.comments] == said
    assert seen.comments[0].by.login == "eve"
    assert seen.whole


def test_a_flood_of_comments_does_not_hide_the_other_pulls(
    stood: Stood, monkeypatch: pytest.MonkeyPatch
) -> None:
    flooded, calm = stood.pull({"ideas/b.yml": "b\n"}), stood.pull({"ideas/c.yml": "c\n"})
    for n in range(101):
        stood.say(flooded, f"Comment {n}")
    monkeypatch.setattr(reading, "MORE_PAGES", 0)
    first, second = stood.port.pulls(None)
    assert (first.number, first.whole, len(first.comments)) == (flooded, False, 100)
    assert (second.number, second.whole) == (calm, True)


def test_reviews_are_told_with_their_commit(stood: Stood) -> None:
    pull = stood.pull({"ideas/b.yml": "b\n"})
    where = f"{ROOT}/pulls/{pull}/reviews"
    stood.forge.ask("grace", "POST", where, {"event": "APPROVE", "body": "Clear."})
    stood.forge.ask("grace", "POST", where, {"event": "REQUEST_CHANGES", "body": "Wait."})
    [seen] = stood.port.pulls([pull])
    assert [each.verdict for each in seen.reviews] == ["approved", "changes_requested"]
    assert {each.commit for each in seen.reviews} == {seen.head}
    assert seen.reviews[0].by.login == "grace"
    assert seen.reviews[0].on.tzinfo == dt.UTC


def test_one_who_takes_the_request_back_has_declined(stood: Stood) -> None:
    pull = stood.pull({"ideas/b.yml": "b\n"})
    stood.port.request(pull, ["grace"])
    where = f"{ROOT}/pulls/{pull}/requested_reviewers"
    stood.forge.ask("ada", "DELETE", where, {"reviewers": ["grace"]})
    assert stood.port.pulls([pull])[0].declined == {"grace"}


def test_a_ghost_and_a_gone_fork(stood: Stood) -> None:
    fork = stood.forge.ask("eve", "POST", f"{ROOT}/forks", {})
    eve = f"/repos/{fork['full_name']}"
    tip = stood.repo.store.ref("refs/heads/main")
    rows = [{"path": "ideas/b.yml", "mode": "100644", "type": "blob", "content": "b\n"}]
    ask = stood.forge.ask
    tree = ask("eve", "POST", f"{eve}/git/trees", {"base_tree": tip, "tree": rows})["sha"]
    about = {"message": "Add", "tree": tree, "parents": [tip]}
    head = ask("eve", "POST", f"{eve}/git/commits", about)["sha"]
    ask("eve", "POST", f"{eve}/git/refs", {"ref": "refs/heads/b", "sha": head})
    number = ask("eve", "POST", f"{ROOT}/pulls", {"title": "B", "head": "eve:b", "base": "main"})
    [seen] = stood.port.pulls([number["number"]])
    assert (seen.author.login, seen.head_repository) == ("eve", fork["full_name"])
    assert seen.files[0].blob == name_of(b"b\n")
    found = stood.forge.world.find("eve")
    assert found is not None
    found.gone = True
    [seen] = stood.port.pulls([number["number"]])
    assert (seen.author.login, seen.author.id) == ("ghost", None)


def test_a_run_that_waits_for_an_approval_is_told(stood: Stood) -> None:
    pull = stood.pull({"ideas/b.yml": "b\n"})
    assert not stood.port.pulls([pull])[0].held
    [seen] = stood.port.pulls([pull])
    waits = {"conclusion": "ACTION_REQUIRED", "app": {"slug": "github-actions"}}
    found = stood.github.calls.query(
        "x",
        queries.these_pulls([pull]),
        {"owner": "octo", "name": "ideas", "check": "x", "plain": True},
    )
    node: Any = found["repository"][f"p{pull}"]
    lists = {name: node[name]["nodes"] for name in queries.LISTS}
    # Where something ran, the conclusion is that of a check: of ours, with a job's own token.
    for runs in (0, 1):
        suites = [waits | {"checkRuns": {"totalCount": runs}}]
        node["tip"]["nodes"][0]["commit"]["suites"]["nodes"] = suites
        assert pull_seen(node, lists, seen.author).held is (runs == 0)


def test_fewer_are_asked_for_where_many_are_too_much(
    stood: Stood, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PULLS_AT_ONCE", (4, 2, 1))
    for n in range(3):
        stood.pull({f"ideas/{n}.yml": f"{n}\n"})
    stood.port.place()
    stood.forge.faults.add("error_before", "POST", "graphql", times=2)
    assert len(stood.port.pulls(None)) == 3
    asked = [line.asked for line in stood.forge.log if line.asked and not line.fault]
    firsts = [each["variables"]["first"] for each in asked if "first" in each.get("variables", {})]
    assert firsts == [2, 2]


def test_github_that_is_not_well_is_said(stood: Stood) -> None:
    stood.forge.faults.add("error_before", ".*", ".*", times=99)
    with pytest.raises(ForgeRefused) as refused:
        stood.port.place()
    assert refused.value.kind == "broken"
    assert "not well" in refused.value.words


def test_a_token_for_another_place(stood: Stood) -> None:
    stood.github.repository = "octo/elsewhere"
    with pytest.raises(ForgeRefused, match="not there, or not for this token") as refused:
        stood.port.place()
    assert refused.value.kind == "gone"
