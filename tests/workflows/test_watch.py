"""A schedule that has stopped is told by what still runs."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.watch import Scheduled, stopped
from hero.technology.github.answer import Answer
from hero.technology.github.budget import Budget
from hero.technology.github.calls import Calls
from hero.technology.github.schedules import scheduled, with_schedule
from tests.workflows.shipped import ROOT

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(hours=26)
HOUR = dt.timedelta(hours=1)


def ago(hours: float) -> dt.datetime:
    return NOW - hours * HOUR


@given(last=st.floats(0, 26), made=st.floats(0, 9999))
def test_what_ran_within_the_time_is_not_told(last: float, made: float) -> None:
    assert stopped([Scheduled("a.yml", "active", ago(made), ago(last))], NOW, DAY) == []


@given(last=st.floats(26.1, 9999))
def test_what_did_not_is_told_with_its_last_time(last: float) -> None:
    (words,) = stopped([Scheduled("a.yml", "active", ago(9999), ago(last))], NOW, DAY)
    assert f"{ago(last):%Y-%m-%d %H:%M}" in words


def test_what_is_switched_off_is_told_however_lately_it_ran() -> None:
    seen = [Scheduled("a.yml", "disabled_inactivity", ago(9999), ago(1))]
    assert stopped(seen, NOW, DAY) == ["a.yml is switched off (disabled inactivity)"]


def test_a_new_one_has_its_time_to_start() -> None:
    assert stopped([Scheduled("a.yml", "active", ago(2), None)], NOW, DAY) == []
    assert len(stopped([Scheduled("a.yml", "active", ago(99), None)], NOW, DAY)) == 1


def test_the_shipped_schedule_is_found() -> None:
    assert with_schedule(ROOT) == ["schedule.yml"]


def test_a_file_that_is_no_workflow_has_no_schedule(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    for name, text in {"a": "[", "b": "- on", "c": "on: 5", "d": "on: schedule"}.items():
        (folder / f"{name}.yml").write_text(text)
    assert with_schedule(tmp_path) == ["d.yml"]


def calls(about: Any, runs: Any) -> Calls:
    """Calls that get these two answers."""

    def wire(verb: str, path: str, body: Any) -> Answer:
        assert verb == "GET"
        return Answer(200, {}, json.dumps(runs if "/runs" in path else about))

    return Calls(wire, "", Budget())


def test_what_github_says_of_a_schedule_is_read() -> None:
    about = {"state": "active", "created_at": "2026-11-01T00:00:00Z"}
    runs = {"workflow_runs": [{"created_at": "2026-11-20T11:00:00Z"}]}
    assert scheduled(calls(about, runs), "a/b", "c.yml").last == ago(1)
    assert scheduled(calls(about, {"workflow_runs": []}), "a/b", "c.yml").last is None


@pytest.mark.parametrize("runs", [{}, {"workflow_runs": [3]}, {"workflow_runs": [{}]}, [1]])
def test_an_answer_of_another_shape_is_refused(runs: Any) -> None:
    about = {"state": "active", "created_at": "2026-11-01T00:00:00Z"}
    with pytest.raises(ForgeRefused):
        scheduled(calls(about, runs), "a/b", "c.yml")
