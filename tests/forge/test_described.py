"""GitHub's description is held to what is locked, and the stand-in is held to it."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.forge.call import Answer, Call, Site
from tests.forge.descriptions import allowed, contract, fetch
from tests.forge.descriptions.fetch import Locked, NotFetched
from tests.forge.descriptions.schemas import description
from tests.forge.forge import Forge
from tests.forge.happened import Happened
from tests.forge.repository import Repository
from tests.forge.router import ROUTES
from tests.forge.world import World

SITE = Site("http://127.0.0.1:1", "http://127.0.0.1:1")
pytestmark = pytest.mark.usefixtures("descriptions")


@pytest.fixture
def quiet(tmp_path: Path) -> World:
    """A world that nobody asks."""
    return World(tmp_path / "quiet")


LABELS = "/repos/{owner}/{repo}/labels"
GOOD = {
    **dict.fromkeys(("node_id", "url", "name", "color"), "x"),
    "url": "http://h/x",
    "id": 1,
    "default": False,
    "description": None,
}


@pytest.mark.parametrize(
    ("asked", "answer", "words"),
    [
        ({"name": "x"}, Answer(201, GOOD), None),
        ({"namex": "x"}, Answer(201, GOOD), '"name" is a required'),
        ({"name": "x", "colour": "red"}, Answer(201, GOOD), "colour is no field"),
        ({"name": 5}, Answer(201, GOOD), "is not of type"),
        ({"name": "x"}, Answer(201, {**GOOD, "id": "1"}), "is not of type"),
        ({"name": "x"}, Answer(201, {"name": "x"}), "required"),
        ({"name": "x"}, Answer(299, GOOD), "is not described"),
    ],
)
def test_what_differs_is_found(quiet: World, asked: Any, answer: Answer, words: str | None) -> None:
    call = Call(quiet, SITE, "POST", "/x", {}, asked, None, template=LABELS)
    found = contract.of_exchange(call, answer)
    assert (words is None) == (not found)
    assert words is None or any(words in each for each in found), found


def test_a_parameter_and_a_route_that_are_not_described_are_found(quiet: World) -> None:
    listed = Call(quiet, SITE, "GET", "/x", {"pages": "1"}, None, None, template=LABELS)
    assert "?pages is no parameter" in contract.of_exchange(listed, Answer(200, []))[0]
    unknown = Call(quiet, SITE, "GET", "/nowhere", {}, None, None)
    assert "no such route" in contract.of_exchange(unknown, Answer(404, {}))[0]


def test_a_payload_that_differs_is_found() -> None:
    one = Happened("1", "issue_comment", {"action": "created"}, True)
    assert any("required" in each for each in contract.of_event(one))
    assert "not described" in contract.of_event(Happened("2", "made_up", {}, True))[0]


@pytest.mark.parametrize("route", ROUTES, ids=lambda each: f"{each.method} {each.template}")
def test_each_route_that_is_built_is_githubs(route: Any) -> None:
    operation = description().paths.get(route.template, {}).get(route.method.lower())
    assert operation, f"{route.method} {route.template} is not described"
    given = {int(status) for status in operation["responses"] if status.isdigit()}
    assert route.status in given or route.method in ("POST", "PUT", "GET")


def test_each_known_difference_has_its_reason() -> None:
    assert all(len(each.why.split()) > 4 for each in allowed.ALLOWED)


def test_another_file_than_is_locked_is_not_kept(tmp_path: Path) -> None:
    one = Locked("some-package@1", "package/x.json", hashlib.sha256(b"good").hexdigest())
    with pytest.raises(NotFetched, match=r"another x\.json than is locked"):
        fetch.keep(one, b"bad", tmp_path / "x.json")
    assert not list(tmp_path.iterdir())
    fetch.keep(one, b"good", tmp_path / "x.json")
    assert (tmp_path / "x.json").read_bytes() == b"good"


def test_without_npm_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotFetched, match=r"install Node\.js with npm"):
        fetch.described("schema.graphql", tmp_path)


def test_no_address_leads_away_from_the_stand_in(
    forge: Forge, ideas: Repository, pull: int, ask: Callable[..., Any]
) -> None:
    for path in (
        "",
        "/pulls",
        "/pulls/1",
        "/issues/1",
        "/pulls/1/files",
        "/commits",
        "/branches/main",
    ):
        assert ask("ada", "GET", f"/repos/octo/ideas{path}").ok
    for _, answer in forge.entry.exchanges:
        assert contract.foreign_links(answer, forge.url) == []
