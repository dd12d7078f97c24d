"""What happened when, out of the files alone."""

import datetime as dt
import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hero.cli import run
from hero.process.timeline import in_order, timeline, timelines
from hero.registry.registry import Registry
from hero.technology.folder import Folder

SHIPPED = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.read(Folder(SHIPPED))


def test_an_idea_from_the_proposal_to_what_is_to_come(registry: Registry) -> None:
    events = timeline(registry, "run-batch-when-power-is-clean")
    told = [(str(each.date), each.kind, each.ahead) for each in events]
    assert told == [
        ("2025-06-04", "proposed", False),
        ("2025-06-13", "decided", False),
        ("2025-06-17", "evaluated", False),
        ("2025-07-08", "decided", False),
        ("2026-04-09", "decided", False),
        ("2026-05-06", "evaluated", False),
        ("2026-09-10", "decided", False),
        ("2026-12-04", "result", True),
        ("2026-12-04", "result", True),
    ]
    assert [each.days for each in events if each.kind == "decided"] == [9, 25, 275, 154]


def test_every_decision_of_every_idea_is_there_as_it_stands(registry: Registry) -> None:
    for slug, idea in registry.ideas.items():
        decided = [each for each in timeline(registry, slug) if each.kind == "decided"]
        assert tuple(each.decision for each in decided) == idea.decisions
        assert [each.words for each in decided] == [each.because for each in idea.decisions]


def test_a_parked_idea_waits_for_its_day(registry: Registry) -> None:
    last = timeline(registry, "cost-in-the-pull-request")[-1]
    assert (last.kind, last.ahead, last.date) == ("revisit", True, dt.date(2027, 1, 18))


def test_all_ideas_by_date_whatever_the_order_of_files(registry: Registry) -> None:
    events = timelines(registry)
    assert [each.date for each in events] == sorted(each.date for each in events if each.date)
    assert len(events) == sum(len(timeline(registry, slug)) for slug in registry.ideas)
    shuffled = list(events)
    random.Random(1).shuffle(shuffled)
    assert in_order(shuffled) == events


def test_an_idea_that_is_not_recorded_yet_comes_first(registry: Registry) -> None:
    slug = "who-do-i-ask"
    fresh = registry.ideas[slug].model_copy(update={"proposed_on": None})
    events = timelines(replace(registry, ideas={**registry.ideas, slug: fresh}))
    assert (events[0].slug, events[0].date) == (slug, None)


def hero(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hero", "timeline", "--root", str(SHIPPED), *words]
    environment = {**os.environ, **settings}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env=environment
    )


def test_one_idea_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", "signed-locker-firmware", "--root", str(SHIPPED)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Sign locker firmware, and refuse what is not signed\nPiloting: ")
    assert "2026-06-25  exploring -> piloting by example-sigrid, with example-priya" in said
    assert "\nSTILL TO COME\n2026-10-30  result awaited" in said
    assert "(21 days late)" in said
    assert max(map(len, said.split("STILL TO COME")[0].split("\n"))) <= 100


def test_for_programs_and_since_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["timeline", "--since", "2026-09-10", "--format", "json", "--root", str(SHIPPED)]
    assert run(words) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {each["date"] >= "2026-09-10" for each in rows} == {True}
    made = next(each for each in rows if each["kind"] == "decided")
    assert made["decision"]["to"] == "piloting"
    assert made["decision"]["because"] == made["words"]


def test_the_same_bytes_in_any_time_zone_and_language() -> None:
    settings = ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}, {"TZ": "America/Adak"})
    said = {hero(**each).stdout for each in settings}
    assert len(said) == 1
    assert said != {""}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["quarantin-flaky"], "Did you mean 'quarantine-flaky-tests'?"),
        (["--since", "yesterday"], "write one like 2026-11-20"),
        (["--since", "2026-02-30"], "'2026-02-30' is no date"),
    ],
)
def test_slips(words: list[str], says: str) -> None:
    done = hero(*words)
    assert done.returncode == 2
    assert says in done.stderr


def test_hostile_words_do_not_reach_the_terminal(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "playbooks", tmp_path / "playbooks")
    (tmp_path / "ideas").mkdir()
    text = (SHIPPED / "ideas/2026/who-do-i-ask.yml").read_text(encoding="utf-8")
    hostile = 'title: "Red \\e[31m"\n' + text.split("\n", 2)[2]
    (tmp_path / "ideas/hostile.yml").write_text(hostile, encoding="utf-8")
    (tmp_path / "ideas/broken.yml").write_text("title: [", encoding="utf-8")
    command = [sys.executable, "-m", "hero", "timeline", "--root", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "1 file could not be read; `hero check` says why." in done.stderr
    one = subprocess.run([*command, "hostile"], capture_output=True, encoding="utf-8", check=True)
    assert "\x1b" not in one.stdout
    assert "\\x1b[31m" in one.stdout
