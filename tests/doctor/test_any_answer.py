"""Whatever GitHub answers, doctor says something of each check, in words that a terminal shows."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hero.cli.doctor_shown import data, text
from hero.reconcile.doctor.examine import CHECKS, examine
from hero.reconcile.doctor.health import Checkout, Health, Unseen
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from hero.technology.github.answer import Answer
from hero.technology.github.budget import Budget, Clock
from hero.technology.github.calls import Calls
from hero.technology.github.forge import GitHub
from hero.technology.github.health import look
from hero.technology.github.health_settings import settings
from tests.github.scripted import PLACE

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
READ = Registry.read(Folder(ROOT), only=lambda path: not path.startswith("ideas/"))
OWN = replace(READ, network=READ.network.model_copy(update={"example": False}))
LOCAL = Health(OWN, Checkout(source="acme/hero", pins={"a": "v1"}), NOW)
KEYS = (
    *("private", "visibility", "default_branch", "full_name", "permissions", "archived"),
    *("has_issues", "enabled", "allowed_actions", "name", "value", "state", "path", "id", "login"),
    *("type", "parameters", "required_status_checks", "context", "checks", "protected", "errors"),
    *("line", "kind", "suggestion", "public", "build_type", "html_url", "tag_name", "body"),
    *("workflows", "workflow_runs", "created_at", "deployment_branch_policy", "branch_policies"),
    *("content", "patterns_allowed", "can_approve_pull_request_reviews", "app_id"),
)
WORDS = st.sampled_from(["selected", "active", "pull_request", "hero/idea", "2026-11-20T00:00:00Z"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | WORDS | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=9)
    ),
    max_leaves=25,
)
STATUSES = st.sampled_from([200, 200, 200, 200, 403, 404, 401, 409, 410, 422, 307])
HOME = {
    **{"full_name": "acme/ideas", "default_branch": "main", "private": False, "archived": False},
    **{"has_issues": True, "permissions": {"admin": True}},
}


def forge(answer: Any) -> GitHub:
    """A GitHub whose place is sound and that answers all else as it is told."""

    def wire(verb: str, path: str, body: Any) -> Answer:
        if path.endswith("graphql"):
            return Answer(200, {}, json.dumps({"data": PLACE}))
        return Answer(*answer(path))

    budget = Budget(clock=Clock(lambda: 1e6, lambda _: None), requests=500)
    return GitHub(Calls(wire, "/graphql", budget), "acme/ideas", "hero/idea")


@given(st.data())
def test_any_answers_become_findings_in_plain_words(draw: Any) -> None:
    def answer(path: str) -> tuple[int, dict[str, str], str]:
        if path == "/repos/example/ideas":
            return 200, {}, json.dumps(HOME)
        return draw.draw(STATUSES), {}, json.dumps(draw.draw(VALUES))

    health = look(forge(answer), LOCAL, ["schedule.yml"])
    findings = examine(health)
    assert {each.check for each in findings} <= {each.id for each in CHECKS}
    assert all(each.says for each in findings)
    assert all(each.mend for each in findings if each.state == "mend")
    told = text(health, findings, {}, False)
    assert all(line.isprintable() or "\x1b" in line for line in told.split("\n"))
    assert json.loads(json.dumps(data(health, findings, {})))


@given(STATUSES.filter(lambda status: status != 200), VALUES)
def test_a_repository_that_is_hidden_hides_all_that_is_in_it(status: int, value: Any) -> None:
    health = look(forge(lambda _: (status, {}, json.dumps(value))), LOCAL, ["schedule.yml"])
    assert isinstance(health.home, Unseen)
    found = {each.check: each.state for each in examine(health)}
    assert set(found.values()) <= {"fine", "mend", "unseen"}
    assert found["labels"] == found["pages"] == found["rules"] == "unseen"


def test_the_older_way_to_guard_a_branch_is_seen_too() -> None:
    said = {
        "/rules/branches/main?per_page=100&page=1": [],
        "/branches/main": {"protected": True},
        "/branches/main/protection": {
            "required_pull_request_reviews": {"require_code_owner_reviews": True},
            "required_status_checks": {"checks": [{"context": "hero/idea", "app_id": 77}]},
        },
    }

    def answer(path: str) -> tuple[int, dict[str, str], str]:
        rest = path.removeprefix("/repos/acme/ideas")
        return (200, {}, json.dumps(said[rest])) if rest in said else (404, {}, "{}")

    home = look(forge(lambda _: (200, {}, json.dumps(HOME))), LOCAL, []).home
    assert not isinstance(home, Unseen)
    rules = settings(forge(answer).calls, home)["rules"]
    assert (rules.pulls, rules.owners, rules.checks) == (True, True, {"hero/idea": 77})
