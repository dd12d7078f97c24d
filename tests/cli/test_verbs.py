"""The verbs that look, and how every verb ends."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HERE = Path(__file__).parents[2]


def test_list_filters_and_formats(hero: Run) -> None:
    rows = json.loads(hero("list", "--format", "json").stdout)
    assert [row["slug"] for row in rows] == ["quarantine-flaky-tests"]
    assert rows[0]["summary"] == "Move a test that fails twice to a list."
    for words, found in (
        (("--theme", "delivery"), 1),
        (("--theme", "security"), 0),
        (("--stage", "proposed"), 1),
        (("--stage", "declined"), 0),
        (("--proposer", "EXAMPLE-ADA"), 1),
        (("--advocate", "example-ada"), 0),
        (("--text", "FAILS retries"), 1),
        (("--text", "fails nothing-like-this"), 0),
        (("--tag", "x"), 0),
    ):
        assert len(json.loads(hero("list", *words, "--format", "json").stdout)) == found, words
    assert "quarantine-flaky-tests" in hero("list").stdout


def test_csv_is_no_formula(hero: Run, registry: Path) -> None:
    path = registry / "ideas/2026/quarantine-flaky-tests.yml"
    text = path.read_text().replace("title: Q", "title: '=HYPERLINK(\"x\")'\n#")
    path.write_text(text)
    rows = list(csv.DictReader(io.StringIO(hero("list", "--format", "csv").stdout)))
    assert rows[0]["title"] == '\'=HYPERLINK("x")'


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("list", "--stage", "explorin"), 2, "Did you mean 'exploring'?"),
        (("list", "--theme", "zzz"), 2, "It can be"),
        (("show", "quarantine-flaky-test"), 2, "Did you mean 'quarantine-flaky-tests'?"),
        (("explain", "theme-unknwon"), 2, "Did you mean 'theme-unknown'?"),
        (("check", "nowhere.yml"), 2, "There is no file or folder"),
        (("check", "/"), 2, "is not in the registry"),
        (("check", "--base", "main"), 3, "is not in a git repository"),
        (("check", "--root", "/nowhere"), 2, "does not exist"),
        (("check", "--format", "xml"), 2, "'xml' is not one of"),
        (("schema", "roster", "--write"), 2, "Only the schema of ideas"),
    ],
)
def test_mistakes_get_a_clear_answer(
    hero: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    done = hero(*words)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_show_is_for_people_and_for_programs(hero: Run) -> None:
    assert "PROPOSAL" in hero("show", "quarantine-flaky-tests").stdout
    shown = hero("show", "ideas/2026/quarantine-flaky-tests.yml", "--format", "json")
    assert json.loads(shown.stdout)["theme"] == "delivery"


def test_a_strangers_text_does_not_command_the_terminal(hero: Run, registry: Path) -> None:
    path = registry / "ideas/2026/quarantine-flaky-tests.yml"
    evil = 'title: "\\e]0;owned\\a\\e[31mred"\n#'
    path.write_text(path.read_text().replace("title: Q", evil))
    show = ("show", "quarantine-flaky-tests")
    for words in (("check",), ("list",), show, ("check", "--format", "github")):
        assert "\x1b" not in hero(*words).stdout


def test_actions_get_annotations_by_themselves(hero: Run, registry: Path) -> None:
    path = registry / "ideas/2026/quarantine-flaky-tests.yml"
    path.write_text(path.read_text().replace("theme: delivery", "theme: a%0A::error::b, c"))
    done = hero("check", GITHUB_ACTIONS="true")
    assert done.returncode == 1
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert len(commands) == 1
    assert commands[0].startswith("::error file=ideas/2026/quarantine-flaky-tests.yml,title=")
    assert "a%250A::error::b, c" in commands[0]


def test_the_kept_schema_is_the_models_own(hero: Run, registry: Path) -> None:
    assert hero("schema", "--write").returncode == 0
    kept = (HERE / "ideas/schema.json").read_text(encoding="utf-8")
    assert (registry / "ideas/schema.json").read_text(encoding="utf-8") == kept
    assert json.loads(kept)["properties"]["title"]["maxLength"] == 80


def test_the_registry_is_found_from_a_folder_inside_it(hero: Run, registry: Path) -> None:
    assert hero("check", "--root", str(registry / "ideas")).returncode in (0, 1)
    assert json.loads(hero("list", "--format", "json").stdout)
