"""`hero due` as people and programs use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def due(*words: str, root: Path = ROOT, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hero", "due", "--root", str(root), *words],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"} | settings,
    )


def test_the_example_says_what_is_late_and_what_comes() -> None:
    done = due()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Brambleway Hero Network, 20 Nov 2026: ")
    late, _, next_ = done.stdout.partition("DUE NEXT")
    assert "OVERDUE" in late
    assert "days late" in late
    assert "challenge closes" in next_
    assert not any(line.endswith(" ") for line in done.stdout.splitlines())


def test_programs_get_the_same_as_people() -> None:
    found = json.loads(due("--format", "json", "--within", "30").stdout)
    assert found["clock"] == "2026-11-20"
    for each in found["owed"]:
        assert (each["days"] < 0) == (each["state"] == "overdue")
        assert each["days"] <= 30
        assert each["on"] < each["ends_at"][:10]
    assert [each["on"] for each in found["owed"]] == sorted(each["on"] for each in found["owed"])
    text = due("--within", "30").stdout
    assert all(each["about"] in text for each in found["owed"])


def test_one_person_sees_their_own_whatever_their_case() -> None:
    mine = json.loads(due("--for", "EXAMPLE-TIM", "--format", "json").stdout)["owed"]
    every = json.loads(due("--format", "json").stdout)["owed"]
    assert mine == [each for each in every if "example-tim" in each["who"]]
    assert mine


def test_an_earlier_day_knows_nothing_of_what_came_later() -> None:
    before = due("--date", "2024-12-01", "--format", "json")
    assert {each["kind"] for each in json.loads(before.stdout)["owed"]} <= {"closing", "results"}
    said = due("--date", "2024-12-01", "--within", "0").stdout
    assert "nothing overdue, nothing due today" in said
    gerald = json.loads(due("--date", "2024-12-16", "--format", "json").stdout)["owed"]
    assert ("retire-gerald", "first decision") in {(each["about"], each["what"]) for each in gerald}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "example-sigird"), "Did you mean 'example-sigrid'?"),
        (("--for", "\x1b[31mred"), "No file of this registry names"),
        (("--date", "20/11/2026"), "write one like 2026-11-20"),
        (("--within", "-1"), "--within"),
    ],
)
def test_slips_are_told(words: tuple[str, ...], said: str) -> None:
    done = due(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "\x1b" not in done.stderr


def test_the_machines_time_zone_does_not_matter() -> None:
    zones = ("UTC", "Pacific/Apia", "America/New_York")
    assert len({due("--within", "400", TZ=zone).stdout for zone in zones}) == 1
