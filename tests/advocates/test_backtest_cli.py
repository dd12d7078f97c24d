"""`hero assign --backtest` as a user runs it, and the page that tells its figures."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from hero.advocates.backtest.measures import worth
from hero.advocates.backtest.policies import hero as by_hero
from hero.advocates.backtest.replay import replay, scenes
from hero.advocates.backtest.rows import read_rows
from hero.advocates.weights import SHIPPED, TERMS
from tests.cli.conftest import Run, hero, registry

__all__ = ["hero", "registry"]

PAGE = Path(__file__).parents[2] / "playbooks" / "advocates" / "assignment.md"
SHARES = {"hit_at_2", "qualified", "any_qualified"}
MEASURES = SHARES | {"worst_expertise", "gini", "top10_share", "max_open", "over_capacity"}
POLICIES = ["hero", "random", "round_robin", "blunderbuss", "load_balance", "greedy", "whodo"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ten proposals of one group, two of them from 2021."""
    rows = [
        {"key": f"k{number}", "title": "Builds", "authors": ["@ada"], "approvers": ["linus"],
         "reviewers": ["@grace", "TBD"], "category": "build", "participating": [],
         "created": f"202{number // 8}-0{number % 8 + 1}-01", "abstract": "Slow."}
        for number in range(10)
    ]  # fmt: skip
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_a_program_gets_all_figures(hero: Run, file: Path) -> None:
    done = hero("assign", "--backtest", str(file), "--from", "2021-01-01", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["items"] == 2
    assert list(told["policies"]) == POLICIES
    for policy in told["policies"].values():
        assert set(policy) == MEASURES | {"interval"}
        assert set(policy["interval"]) == SHARES
    assert told["ceiling"] == {"hit_at_2": 1.0, "any_qualified": 1.0}
    assert told["humans"]["top10_share"] == 1.0
    weights = [point["fairness"] for point in told["frontier"]]
    assert weights == sorted(weights)
    assert SHIPPED.fairness in weights
    own = {name: told["policies"]["hero"][name] for name in MEASURES}
    assert {"fairness": SHIPPED.fairness, **own} in told["frontier"]


def test_a_reader_gets_a_table(hero: Run, file: Path) -> None:
    done = hero("assign", "--backtest", str(file), "--from", "2021-01-01")
    assert done.returncode == 0
    assert done.stdout.startswith("2 proposals from 2021-01-01 to 2021-02-01, replayed in order.")
    assert re.search(r"^hero +1\.000", done.stdout, re.MULTILINE)
    assert max(map(len, done.stdout.splitlines())) <= 110


def test_malformed_lines_are_told_and_left_out(hero: Run, file: Path) -> None:
    with file.open("a", encoding="utf-8") as out:
        out.write('{"key": "a"}\nnot JSON \x1b[2J\n')
    done = hero("assign", "--backtest", str(file), "--from", "2021-01-01", "--format", "json")
    assert done.returncode == 1
    assert f"{file}:11: left out: `created` is no date such as 2021-03-04" in done.stderr
    assert f"{file}:12: left out: it is no JSON" in done.stderr
    told = json.loads(done.stdout)
    assert [each["line"] for each in told["left_out"]["malformed"]] == [11, 12]
    assert told["items"] == 2


def test_thousands_of_malformed_lines_are_told_in_short(hero: Run, file: Path) -> None:
    file.write_text("title;author\n" * 3000, encoding="utf-8")
    done = hero("assign", "--backtest", str(file))
    assert done.returncode == 3
    assert "2980 further lines are left out" in done.stderr
    assert "has nothing to replay" in done.stderr
    assert len(done.stderr.splitlines()) < 30


def test_too_few_rows_are_no_defect(hero: Run, file: Path) -> None:
    done = hero("assign", "--backtest", str(file))
    assert done.returncode == 3
    assert "it has 10 rows, and the first 150 are the warm-up" in done.stderr
    assert "--from DATE" in done.stderr


def test_a_file_that_is_not_there_is_told(hero: Run, file: Path) -> None:
    done = hero("assign", "--backtest", f"{file}.gone")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_the_page_tells_the_weights_that_are_shipped() -> None:
    rows = re.findall(
        r"^\| (\w+) \| (?:up to )?\u2212?([\d,]+)", PAGE.read_text("utf-8"), re.MULTILINE
    )
    told = {name: int(points.replace(",", "")) for name, points in rows if name in TERMS}
    assert told == {name: asdict(SHIPPED)[name] for name in TERMS}


@pytest.mark.corpus
def test_the_page_tells_the_figures_that_come_out(corpus: Path) -> None:
    rows, _ = read_rows((corpus / "kep-reviewers-train.jsonl").read_text(encoding="utf-8"))
    there = scenes(rows, SHIPPED)
    found = worth(there, replay(there, by_hero(SHIPPED)))
    shares = (found.hit_at_2, found.any_qualified, found.top10_share)
    cells = [*(f"**{share:.0%}**".replace("%", " %") for share in shares), f"**{found.max_open}**"]
    assert f"| **Hero** | {' | '.join(cells)} |" in PAGE.read_text(encoding="utf-8")
