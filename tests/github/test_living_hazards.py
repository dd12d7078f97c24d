"""Hazards of issues, of branches of ours and of pulls from them, against scripted answers."""

from typing import Any

import pytest

from hero.reconcile.forge import ForgeRefused
from tests.github.memory import name_of
from tests.github.scripted import HTML, PLACE, Said, scripted
from tests.github.worlds import Stood

MARK = "<!-- hero: digest 2026-W47 -->"
OURS = {"number": 5, "body": MARK, "user": {"id": 9}}
LOOK = "GET /repos/example/ideas/issues"
MAKE = "POST /repos/example/ideas/issues"


def opened(*lines: Said) -> tuple[int, list[str]]:
    with scripted(*lines) as script:
        number = script.forge().open_issue("Digest", MARK, MARK, {"digest", "late"})
    return number, [each.operation.split("?")[0] for each in script.heard]


def test_an_issue_of_unknown_fate_is_looked_for() -> None:
    number, asked = opened(Said(200, []), Said(502, HTML), Said(200, [OURS]))
    assert (number, asked) == (5, [LOOK, MAKE, LOOK])


def test_an_issue_that_a_read_does_not_show_yet_is_looked_for_twice() -> None:
    empty = Said(200, [])
    number, asked = opened(empty, Said(502, HTML), empty, Said(200, [OURS]))
    assert (number, asked.count(MAKE)) == (5, 1)


@pytest.mark.parametrize(
    "other",
    [
        {**OURS, "user": {"id": 4}},
        {**OURS, "user": None},
        {**OURS, "body": None},
        {**OURS, "body": "Digest"},
        {**OURS, "pull_request": {}},
    ],
    ids=["stranger", "ghost", "empty", "unmarked", "pull"],
)
def test_what_is_not_our_issue_does_not_count(other: dict[str, Any]) -> None:
    number, asked = opened(Said(200, [other]), Said(201, {"number": 6}))
    assert (number, asked) == (6, [LOOK, MAKE])


def test_what_is_asked_of_the_issues() -> None:
    with scripted(Said(200, [OURS])) as script:
        script.forge().open_issue("Digest", MARK, MARK, {"late", "digest"})
    [heard] = script.heard
    assert "&labels=digest&" in heard.path
    assert "state=all" in heard.path


def test_a_job_that_may_not_open_pulls() -> None:
    words = "GitHub Actions is not permitted to create or approve pull requests."
    with scripted(Said(403, {"message": words})) as script:
        with pytest.raises(ForgeRefused, match="not permitted to create") as refused:
            script.forge().open_pull("hero/upkeep", "Upkeep", "")
        assert refused.value.kind == "permission"


def test_two_runs_open_one_pull() -> None:
    exists = Said(422, {"message": "A pull request already exists for example:hero/upkeep."})
    with scripted(exists, Said(200, [{"number": 8}, {"number": 7}])) as script:
        assert script.forge().open_pull("hero/upkeep", "Upkeep", "") == 7


def test_a_pull_of_nothing_is_refused() -> None:
    nothing = Said(422, {"message": "No commits between main and hero/upkeep"})
    with scripted(nothing, Said(200, [])) as script:
        with pytest.raises(ForgeRefused, match="No commits") as refused:
            script.forge().open_pull("hero/upkeep", "Upkeep", "")
        assert refused.value.kind == "invalid"


@pytest.mark.parametrize("words", ["Cannot delete protected branch", "Validation Failed"])
def test_a_branch_that_stays_is_not_taken_for_gone(words: str) -> None:
    with scripted(Said(422, {"message": words})) as script, pytest.raises(ForgeRefused):
        script.forge().drop("hero/upkeep")


@pytest.mark.parametrize(
    "gone", [Said(422, {"message": "Reference does not exist"}), Said(404, {"message": "No"})]
)
def test_a_branch_that_is_gone_needs_no_removing(gone: Said) -> None:
    with scripted(gone) as script:
        script.forge().drop("hero/upkeep")
    assert script.operations == ["DELETE /repos/example/ideas/git/refs/heads/hero/upkeep"]


BLOB, TREE = {"sha": "2" * 40}, {"sha": "3" * 40}
BASE = Said(200, {"tree": {"sha": "1" * 40}})
NO_REF = Said(422, {"message": "Reference does not exist"})


def test_a_branch_that_two_runs_make_is_moved_by_the_later() -> None:
    there = Said(422, {"message": "Reference already exists"})
    lines = [BASE, Said(201, TREE), Said(201, BLOB), NO_REF, there, Said(200, {})]
    with scripted(*lines) as script:
        script.forge().put("hero/upkeep", "b" * 40, {"ideas/a.yml": None}, "Remove")
    assert [each.verb for each in script.heard[3:]] == ["PATCH", "POST", "PATCH"]
    assert script.heard[3].body == {"sha": "2" * 40, "force": True}
    assert script.heard[4].body == {"ref": "refs/heads/hero/upkeep", "sha": "2" * 40}


def test_a_rule_against_the_branch_is_said() -> None:
    ruled = Said(422, {"message": "Repository rule violations found"})
    with scripted(BASE, Said(201, TREE), Said(201, BLOB), ruled) as script:
        with pytest.raises(ForgeRefused, match="rule violations") as refused:
            script.forge().put("hero/upkeep", "b" * 40, {"ideas/a.yml": None}, "Remove")
        assert refused.value.kind == "invalid"


def test_all_branches_of_ours_are_seen(stood: Stood) -> None:
    tip = stood.repo.store.ref("refs/heads/main") or ""
    names = {f"hero/move-{number}" for number in range(130)}
    for name in names:
        stood.repo.store.text("update-ref", f"refs/heads/{name}", tip)
    assert set(stood.port.place().branches) == names


def test_a_page_without_its_branches_is_no_place() -> None:
    here = {key: value for key, value in PLACE["repository"].items() if key != "refs"}
    with scripted() as script:
        forge = script.forge()
        forge.calls.wire = _answering({**PLACE, "repository": here})
        with pytest.raises(ForgeRefused, match="refs"):
            forge.place()


def _answering(data: dict[str, Any]) -> Any:
    import json

    from hero.technology.github.answer import Answer

    return lambda verb, path, body: Answer(200, {}, json.dumps({"data": data}))


def test_more_comments_than_a_page_holds(stood: Stood) -> None:
    number = stood.port.open_issue("Quieter", MARK, MARK, ["idea"])
    for each in range(101):
        stood.say(number, f"Word {each}")
    [seen] = stood.port.issues("idea", "open")
    assert (len(seen.comments), seen.whole) == (101, True)
    assert seen.comments[-1].body == "Word 100"


def test_texts_go_along_with_the_tree_and_other_bytes_alone(stood: Stood) -> None:
    files = {f"ideas/{n}.yml": f"title: Größe {n}\r\n\n".encode() for n in range(60)}
    odd = {"ideas/odd.yml": b"\xff\x00"}
    stood.github = stood.connected(writes=6)
    made = stood.port.put("hero/upkeep", stood.port.place().tip, {**files, **odd}, "Fill in")
    for name, data in {**files, **odd}.items():
        wanted = name_of(data)
        assert stood.repo.store.text("rev-parse", f"{made}:{name}") == wanted
