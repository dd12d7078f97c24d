"""Four linters hold the shipped workflows; each exception stands in one file with its reason."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.workflows.shipped import ACTIONS, ROOT, WORKFLOWS

BIN = Path(sys.executable).parent
EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "exceptions.yml").read_text())
SCHEMAS = [
    *(("vendor.github-workflows", path) for path in WORKFLOWS),
    *(("custom.github-workflows-require-timeout", path) for path in WORKFLOWS),
    *(("vendor.github-actions", path) for path in ACTIONS),
    ("vendor.dependabot", ROOT / ".github/dependabot.yml"),
]


def run(tool: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool of the development environment in the repository."""
    return subprocess.run(
        [BIN / tool, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )


def excepted(tool: str) -> Counter[tuple[str, str]]:
    """What a tool may find: (file, finding) and how often."""
    rows = [row for row in EXCEPTIONS if row["tool"] == tool]
    return Counter({(row["file"], row["finding"]): row["times"] for row in rows})


def test_every_exception_has_its_reason() -> None:
    for row in EXCEPTIONS:
        assert set(row) == {"tool", "file", "finding", "times", "because"}
        assert len(row["because"]) > 40


def test_zizmor_finds_what_is_excepted_and_nothing_else() -> None:
    done = run(
        "zizmor", "--offline", "--no-progress", "--persona=auditor", "--format=json", ".github"
    )
    found: Counter[tuple[str, str]] = Counter()
    for finding in json.loads(done.stdout):
        where = finding["locations"][0]["symbolic"]["key"]["Local"]["verbatim_path"]
        found[where, finding["ident"]] += 1
    assert found == excepted("zizmor")


def test_zizmor_would_find_a_template_injection(tmp_path: Path) -> None:
    workflows = tmp_path / ".github/workflows"
    workflows.mkdir(parents=True)
    text = WORKFLOWS[0].read_text().replace('"$BASE"', "${{ github.event.pull_request.title }}")
    (workflows / "check.yml").write_text(text)
    done = run("zizmor", "--offline", "--no-progress", "--format=json", tmp_path)
    assert "template-injection" in {each["ident"] for each in json.loads(done.stdout)}


def test_actionlint_finds_nothing() -> None:
    done = run("actionlint", "-shellcheck=", "-pyflakes=", *WORKFLOWS)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=lambda each: str(each).split("/")[-1])
def test_each_file_is_of_its_schema(schema: str, path: Path) -> None:
    if "timeout" in schema and "uses: ./.github/workflows/" in path.read_text():
        # A job that is another workflow cannot have a limit of its own; test_starts holds the rest.
        pytest.skip("a job that calls a workflow has that workflow's limits")
    done = run("check-jsonschema", "--builtin-schema", schema, path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_act_can_read_each_workflow(path: Path) -> None:
    done = run("act", "--validate", "--strict", "--workflows", path)
    found = Counter(re.findall(r"Unknown \w+ [\w-]+", done.stderr))
    file = path.relative_to(ROOT).as_posix()
    rows = excepted("act")
    assert found == {finding: times for (where, finding), times in rows.items() if where == file}
    assert (done.returncode == 0) == (not found), done.stderr
