"""`hero metrics` as people and programs use it."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from hero.process.metrics import METRICS
from tests.metrics.example import committed, hero


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return committed(tmp_path_factory.mktemp("metrics") / "example")


def test_each_figure_says_what_it_is_how_many_and_at_which_commit(example: Path) -> None:
    done = hero("metrics", root=example)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Brambleway Hero Network, 20 Nov 2026, at commit ")
    flat = " ".join(done.stdout.split())
    for metric in METRICS:
        assert f"{metric.name}: {metric.definition}" in flat
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_programs_get_the_same_figures_as_json_and_as_csv(example: Path) -> None:
    found = json.loads(hero("metrics", "--by", "unit", "--format", "json", root=example).stdout)
    text = hero("metrics", "--by", "unit", "--format", "csv", root=example).stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["commit"] for row in rows} == {found["commit"]}
    assert len(found["commit"]) == 40
    assert all(row["definition"] and row["unit"] and row["n"] for row in rows)
    told = {
        (row["group"], row["metric"], row["of"], row["statistic"]): row["value"] for row in rows
    }
    groups = {"": found["figures"]} | {
        name: group["figures"] or {} for name, group in found["groups"].items()
    }
    expected = {
        (name, metric, each["of"], statistic): "" if value is None else str(value)
        for name, figures in groups.items()
        for metric, those in figures.items()
        for each in those
        for statistic, value in each.items()
        if statistic not in ("of", "n")
    }
    assert told == expected


def test_what_is_not_committed_is_said(example: Path, tmp_path: Path) -> None:
    root = tmp_path / "changed"
    shutil.copytree(example, root)
    assert json.loads(hero("metrics", "--format", "json", root=root).stdout)["clean"]
    (root / "ideas/2026/new.yml").write_text("title: New\n", encoding="utf-8")
    assert "with changes that are not committed" in hero("metrics", root=root).stdout
    shutil.rmtree(root / ".git")
    bare = hero("metrics", root=root)
    assert bare.returncode == 0
    assert bare.stdout.startswith("Brambleway Hero Network, 20 Nov 2026, not in git.")


def test_revisions_are_counted_on_request(example: Path) -> None:
    assert "not known: --history" in hero("metrics", root=example).stdout
    found = json.loads(hero("metrics", "--history", "--format", "json", root=example).stdout)
    (revised,) = found["figures"]["revised"]
    assert (revised["not_known"], revised["part"]) == (0, 1)


def test_neither_the_machines_time_zone_nor_its_language_matters(example: Path) -> None:
    settings = [{}, {"TZ": "Pacific/Apia"}, {"TZ": "America/New_York", "LANGUAGE": "sv"}]
    said = {hero("metrics", "--by", "theme", root=example, **each).stdout for each in settings}
    assert len(said) == 1


def test_a_past_day_is_told_as_it_was(example: Path) -> None:
    found = json.loads(hero("metrics", "--date", "2024-12-31", "--format", "json").stdout)
    assert (found["ideas"], found["as_of"]) == (2, "2024-12-31")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--by", "person"), "'person' is not one of"),
        (("--since", "yesterday"), "write one like 2026-11-20"),
    ],
)
def test_slips_are_told(words: tuple[str, ...], said: str) -> None:
    done = hero("metrics", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_spreadsheet_sees_no_formula(example: Path, tmp_path: Path) -> None:
    root = tmp_path / "hostile"
    shutil.copytree(example, root)
    policy = root / "playbooks/technology/network.yml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(
        text.replace("name: Bram", 'name: "=HYPERLINK(1) Bram', 1).replace(
            "Hero Network\n", 'Hero Network"\n', 1
        ),
        encoding="utf-8",
    )
    done = hero("metrics", "--format", "csv", root=root)
    assert done.stdout.splitlines()[1].startswith("'=HYPERLINK(1)")


def test_no_name_colours_a_terminal(example: Path, tmp_path: Path) -> None:
    root = tmp_path / "coloured"
    shutil.copytree(example, root)
    policy = root / "playbooks/technology/network.yml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("name: Brambleway Hero Network", r'name: "\e[31m Red"', 1))
    done = hero("metrics", root=root)
    assert done.stdout.startswith("Unnamed network")
    assert "\x1b" not in done.stdout + done.stderr
