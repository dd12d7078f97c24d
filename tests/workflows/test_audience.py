"""A site is published only where nobody can read more than was decided."""

import itertools
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hero.registry.policies import Network
from hero.site.audience import Hosting, objection
from tests.cli.conftest import Run, hero, registry

__all__ = ["hero", "registry"]

Told = dict[str, Any]
TOKEN = {"GITHUB_TOKEN": "a-long-false-token"}
SITE = "/repos/example-org/hero-network/pages"
PLACE = "/repos/example-org/hero-network"


def network(**said: Any) -> Network:
    return Network(name="A", organisation="B", repository="c/d", **said)


@pytest.mark.parametrize("place", ["public", "internal", "private"])
@pytest.mark.parametrize("said", [{}, {"audience": "public"}, {"audience": "internal"}])
def test_a_site_for_members_alone_is_always_published(place: Any, said: Told) -> None:
    assert objection(network(**said), Hosting(place, "private")) is None


def test_a_public_site_needs_a_public_repository_or_the_word() -> None:
    places: tuple[Any, ...] = ("public", "internal", "private")
    saids: tuple[Told, ...] = ({}, {"audience": "public"}, {"audience": "internal"})
    may = {
        (place, said.get("audience"))
        for place, said in itertools.product(places, saids)
        if objection(network(**said), Hosting(place, "public")) is None
    }
    assert may == {("public", None), *((place, "public") for place in places)}


def test_where_pages_is_off_that_is_said() -> None:
    said = objection(network(audience="public"), Hosting("public", None))
    assert said is not None
    assert "not switched on" in said.words


@pytest.fixture
def github() -> Iterator[Callable[[dict[str, Any]], str]]:
    """Answer these paths with these values, everything else with 404; returns the address."""
    answers: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = answers.get(self.path.partition("?")[0])
            body = json.dumps(found or {"message": "Not Found"}).encode()
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def serve(told: dict[str, Any]) -> str:
        answers.update(told)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield serve
    server.shutdown()
    server.server_close()


def test_the_verb_lets_a_public_site_be_published(hero: Run, github: Any) -> None:
    there = github({PLACE: {"private": False, "visibility": "public"}, SITE: {"public": True}})
    done = hero("audience", **TOKEN, GITHUB_API_URL=there)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_verb_refuses_a_private_repository_that_has_not_decided(
    hero: Run, registry: Path, github: Any
) -> None:
    policy = registry / "playbooks/technology/network.yml"
    policy.write_text(policy.read_text().replace("audience: public\n", ""))
    there = github({PLACE: {"private": True, "visibility": "internal"}, SITE: {"public": True}})
    settings = {**TOKEN, "GITHUB_API_URL": there}
    done = hero("audience", **settings)
    assert done.returncode == 1
    assert "the repository is internal" in done.stdout
    assert "audience: public" in done.stdout
    in_job = hero("audience", **settings, GITHUB_ACTIONS="true")
    assert in_job.stdout.startswith("::error::The site is not published")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({}, 3),
        ({PLACE: {"visibility": "public"}, SITE: {"public": True}}, 3),
        ({PLACE: {"private": True}, SITE: {}}, 1),
        ({PLACE: {"private": False}, SITE: {"public": "yes"}}, 3),
    ],
)
def test_what_cannot_be_known_is_never_published(
    hero: Run, github: Any, told: Told, code: int
) -> None:
    done = hero("audience", **TOKEN, GITHUB_API_URL=github(told))
    assert done.returncode == code


def test_without_a_token_nothing_is_asked(hero: Run) -> None:
    done = hero("audience")
    assert done.returncode == 3
    assert "GITHUB_TOKEN" in done.stderr
