"""`hero scorecard` on the example: as text, as data, at another day and another commit."""

import json
from pathlib import Path

import pytest

from tests.culture.verb import hero
from tests.metrics.example import committed, git


def test_it_shows_levels_answers_and_what_is_missing() -> None:
    done = hero("scorecard", "--history")
    assert (done.returncode, done.stderr) == (0, "")
    assert "PROCESS  2 of 4, defined" in done.stdout
    assert (
        "✗ 2 defined    Advocates of the theme that has fewest: 1 (asked: at least 2)"
        in done.stdout
    )
    assert "fewest in Security and privacy" in done.stdout
    assert "Time was given as promised: yes, an answer" in done.stdout
    assert "? 3 measured   Schedules run: not known" in done.stdout
    assert "31 Dec 2025             2          1        2           1" in done.stdout


@pytest.mark.parametrize(
    ("check", "code", "word"),
    [
        ("process.reason_coverage >= 100%", 0, "holds"),
        ("advocates.every_theme_has >= 2", 1, "does not hold"),
        ("technology.schedule_alive", 1, "is not known"),
        ("culture.repeat_after_decline", 0, "20 % of 5"),
    ],
)
def test_one_check_says_by_its_exit_code(check: str, code: int, word: str) -> None:
    done = hero("scorecard", "--check", check)
    assert (done.returncode, done.stderr) == (code, "")
    assert word in done.stdout


def test_a_check_as_data() -> None:
    told = json.loads(
        hero("scorecard", "--check", "process.decided >= 1", "--format", "json").stdout
    )
    assert (told["value"], told["held"], told["source"]) == (22, True, "files")


def test_a_signal_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "signals.json"
    told = {"repository": "o/n", "read_on": "2026-11-20", "private": False, "issues": True}
    for alive, code in ((True, 0), (False, 1), (None, 1)):
        file.write_text(json.dumps(told | {"schedules_alive": alive, "ideas": {}}))
        asked = ("--check", "technology.schedule_alive", "--signals", str(file))
        assert hero("scorecard", *asked).returncode == code
    file.write_text("[1]")
    done = hero("scorecard", *asked)
    assert done.returncode == 3
    assert "is no file of signals" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--check", "process.decided >= 1%"), "write it without %"),
        (("--at", "2025-13-45"), "git knows no revision"),
    ],
)
def test_mistakes_are_told(words: tuple[str, ...], says: str) -> None:
    done = hero("scorecard", *words)
    assert done.returncode in (2, 3)
    assert says in done.stderr


def test_an_earlier_day_and_an_earlier_commit_give_their_own(tmp_path: Path) -> None:
    root = committed(tmp_path)
    roster = root / "playbooks/advocates/roster.yml"
    more = """
  - {login: example-pavel, id: 900000111, unit: depots, expertise: [security], since: 2026-11-02}
"""
    roster.write_text(roster.read_text(encoding="utf-8") + more, encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "Cover security")

    def level(*words: str) -> int:
        done = hero("scorecard", *words, "--format", "json", root=root)
        letters = {each["letter"]: each["level"] for each in json.loads(done.stdout)["letters"]}
        return int(letters["advocates"])

    assert level() == 4
    assert level("--at", "HEAD~1") == 1
    assert level("--at", "2026-11-01") == 1
    assert level("--at", "2026-11-02") == 4
