"""A newcomer's pull through every shipped workflow, run by act against the stand-in for GitHub.

Nothing here reaches beyond this machine, where the machine lets us see to it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hero.technology.github.connect import RIGHTS
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.workflows.alone import alone
from tests.workflows.standing import BROKEN, IDEA, SLUG, WHERE, Standing

RECONCILE = ["make .venv/hero", "hero reconcile --all --apply", "hero watch"]
BY_JOB = {"reconcile with the job's own token": "success"}
ENDED = {"action": "completed", "workflow_run": {"name": "check", "head_branch": "$(id)"}}


@pytest.fixture
def standing(tmp_path: Path, descriptions: None) -> Iterator[Standing]:
    with alone(), Forge(tmp_path / "forge", Clock(None)) as forge:
        yield Standing(tmp_path, forge)
    assert not forge.differences()


def reconcile(standing: Standing) -> None:
    """Reconcile as an event would have it done."""
    results, called, _ = standing.start("reconcile.yml/token", "workflow_run", ENDED)
    assert (results, called) == (BY_JOB, RECONCILE)


def test_a_newcomers_pull_is_checked_answered_merged_and_published(standing: Standing) -> None:
    standing.propose(BROKEN)
    opened = standing.happened("pull_request")
    results, called, said = standing.start(
        "check.yml/check", "pull_request", opened, ref="refs/pull/1/merge"
    )
    assert results == {"hero check": "failure"}
    assert called[1].startswith("hero check --root pull --base")
    assert sum("::error" in each or "title=" in each for each in said) >= 2
    reconcile(standing)
    (comment,) = standing.comments
    assert "Two things to mend first" in comment["body"]
    standing.propose(IDEA)
    reconcile(standing)
    asked = [each["login"] for each in standing.pull["requested_reviewers"]]
    assert asked
    standing.forge.ask(asked[0], "POST", f"{WHERE}/pulls/1/reviews", {"event": "APPROVE"})
    reviewed = standing.happened("pull_request_review")
    told = standing.start("review-signal.yml/signal", "pull_request_review", reviewed)[:2]
    assert told == ({"tell reconcile": "success"}, [])
    reconcile(standing)
    assert standing.pull["merged"] is True
    started = [each for each in standing.forge.events if each.event == "workflow_dispatch"]
    publish = next(each for each in started if "publish.yml" in each.payload["workflow"])
    results, called, _ = standing.start("publish.yml/build", "workflow_dispatch", publish.payload)
    assert results == {"hero build": "success", "GitHub Pages": "success"}
    assert called == [
        "make .venv/hero",
        "hero audience",
        "hero signals --out signals.json",
        "hero build --out public --signals signals.json",
        "upload public",
        "deploy",
    ]
    page = standing.folder / "site" / "ideas" / f"{SLUG}.html"
    assert "One rig for two teams" in page.read_text()
    assert sweeps(standing) <= 2


def sweeps(standing: Standing) -> int:
    """Sweep until nothing is written; how often that wrote something."""
    for wrote in range(4):
        before = len(standing.forge.writes())
        told = standing.start("schedule.yml/token", "schedule", {"schedule": "7,37 * * * *"})
        assert told[:2] == ({"sweep with the job's own token": "success"}, RECONCILE[:2])
        if len(standing.forge.writes()) == before:
            return wrote
    raise AssertionError("it never ends")


def test_as_an_app_the_same_workflow_writes_in_the_apps_name(
    standing: Standing, keys: tuple[str, str]
) -> None:
    private, public = keys
    standing.settings["STAND_IN_REALLY"] = "reconcile watch"
    app, _ = standing.forge.app("hero-bot", {**RIGHTS, "actions": "write"}, public)
    standing.propose(BROKEN)
    secrets = ("--var", f"HERO_APP_ID={app.id}", "-s", f"HERO_APP_KEY={private}")
    results, called, _ = standing.start("reconcile.yml/app", "workflow_run", ENDED, *secrets)
    assert (results, called) == ({"reconcile as a GitHub App": "success"}, RECONCILE)
    (comment,) = standing.comments
    assert comment["user"]["login"] == "hero-bot[bot]"
    # Its token of an hour may do what Hero needs, however much more the App may.
    (made,) = [each for each in standing.forge.world.tokens.values() if each.user is app.bot][1:]
    assert made.permissions == RIGHTS
    assert {each.login for each in standing.forge.writes()[-3:]} == {"hero-bot[bot]"}
