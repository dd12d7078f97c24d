"""Whatever an answer is, it is an answer of the right shape or a refusal in words."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Account
from hero.technology.github import queries
from hero.technology.github.answer import Answer, Unanswered
from hero.technology.github.budget import Budget, Clock
from hero.technology.github.calls import Calls
from hero.technology.github.forge import GitHub
from hero.technology.github.redact import redacted, redacted_value
from hero.technology.github.refused import graph_refusal, refusal
from hero.technology.github.seen_pull import pull_seen
from tests.github.scripted import PLACE, TOKEN

KINDS = {"permission", "rate", "gone", "conflict", "invalid", "closed", "broken", "moved"}
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.just(TOKEN),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["message", "errors", "data", "repository", "viewer", "type", "path"])
            | st.text(max_size=5),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)
STATUSES = st.sampled_from([301, 307, 400, 401, 403, 403, 404, 405, 409, 410, 422, 429, 451, 502])
TEXTS = VALUES.map(json.dumps) | st.text(max_size=30)
HEADERS = st.dictionaries(
    st.sampled_from(["retry-after", "x-ratelimit-remaining", "x-ratelimit-reset", "link"]),
    st.sampled_from(["0", "-1", "1e400", "soon", "17", '<x?page=2>; rel="next"']),
)


@given(STATUSES, HEADERS, TEXTS)
def test_a_refusal_has_a_kind_and_words(status: int, headers: dict[str, str], text: str) -> None:
    found = refusal("asking", Answer(status, headers, text), 0.0)
    assert found.kind in KINDS
    assert found.words.startswith("asking: ")
    assert "\n" not in found.words
    assert TOKEN not in found.words
    assert found.wait is None or found.wait >= 0


@pytest.mark.parametrize(
    ("said", "wait"), [("0", 0), ("7", 7), ("2.5", 2), ("-1", 60), ("soon", 60), ("1e400", 60)]
)
def test_a_pause_is_taken_as_it_is_said(said: str, wait: float) -> None:
    found = refusal("asking", Answer(403, {"retry-after": said}, "{}"), 0.0)
    assert (found.kind, found.wait) == ("rate", wait)


@given(st.lists(VALUES, min_size=1, max_size=3))
def test_graphqls_errors_have_a_kind_and_words(errors: list[Any]) -> None:
    found = graph_refusal("asking", errors)
    assert found.kind in KINDS
    assert TOKEN not in found.words


@given(st.sampled_from([200, 200, 201, 202, 204]) | STATUSES, HEADERS, TEXTS)
def test_any_answer_is_read_or_refused(status: int, headers: dict[str, str], text: str) -> None:
    def wire(verb: str, path: str, body: Any) -> Answer:
        if path == "graphql" and "Place" in body["query"]:
            return Answer(200, {}, json.dumps({"data": PLACE}))
        return Answer(status, headers, text)

    clock = Clock(lambda: 0.0, lambda seconds: None)
    forge = GitHub(Calls(wire, "graphql", Budget(clock=clock)), "example/ideas", "check")
    asked: list[Callable[[], object]] = [
        lambda: forge.pulls(None),
        lambda: forge.pulls([7]),
        lambda: forge.texts(["a" * 40], 9),
        lambda: forge.comment(7, "x", "x"),
        lambda: forge.merge(7, "a" * 40, "x", ""),
        lambda: forge.commit("main", "b" * 40, {"a": b"a"}, "x"),
        lambda: forge.requestable(["a", "b", "c", "d"]),
        lambda: forge.issues("idea", "open"),
        lambda: forge.open_issue("x", "x", "x", ["idea"]),
        lambda: forge.open_pull("hero/x", "x", "x"),
        lambda: forge.put("hero/x", "b" * 40, {"a": b"a"}, "x"),
        lambda: forge.drop("hero/x"),
    ]
    for each in asked:
        with suppress(ForgeRefused):
            each()


def test_an_answer_that_never_comes_uses_up_no_more_than_it_may() -> None:
    def wire(verb: str, path: str, body: Any) -> Answer:
        raise Unanswered("ConnectTimeout")

    slept: list[float] = []
    budget = Budget(waiting=4, clock=Clock(lambda: 0.0, slept.append))
    forge = GitHub(Calls(wire, "graphql", budget), "example/ideas", "check")
    with pytest.raises(ForgeRefused, match="no answer"):
        forge.place()
    assert sum(slept) <= 4


@given(VALUES)
def test_what_is_no_pull_is_refused(node: Any) -> None:
    lists: dict[str, list[Any]] = {name: [] for name in queries.LISTS}
    with pytest.raises(ForgeRefused):
        pull_seen(node, lists, Account("hero[bot]", 9, bot=True))


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        "ghs_" + "a1" * 18,
        "github_pat_" + "a1" * 30,
        "v1." + "0a" * 20,
        "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiI0NzExIn0.c2lnbmF0dXJl",
        "Bearer abcdefgh12345678",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
        "ada.lovelace+x@mail.example.org",
    ],
)
def test_what_is_secret_is_taken_out(secret: str) -> None:
    assert secret not in redacted(f"so: {secret}, and more")
    told = json.dumps(redacted_value({"a": [{"b": secret}], "token": secret, "content": secret}))
    assert json.dumps(secret)[1:-1] not in told


def test_what_is_not_secret_stays() -> None:
    plain = {"title": "Quieter alarms", "number": 7, "login": "example-ada", "sha": "a" * 40}
    assert redacted_value(plain) == plain
