"""Publishing goes on over slips, says what they are, and stops where there is no site."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.workflows.shipped import ROOT

JOB = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text())["jobs"]["build"]
#: What builds the site, as a job runs it.
SCRIPT = next(each["run"] for each in JOB["steps"] if "hero build" in each.get("run", ""))
SAID = "ideas/2026/a.yml:1:1: error[field-missing]: benefit is missing\n```\n# no heading\n"


@pytest.mark.parametrize(("code", "goes_on"), [(0, True), (1, True), (2, False), (3, False)])
def test_a_slip_is_told_and_stops_nobody_elses_page(
    code: int, goes_on: bool, tmp_path: Path
) -> None:
    hero = tmp_path / ".venv/bin/hero"
    hero.parent.mkdir(parents=True)
    hero.write_text(f'#!/bin/sh\necho "$*" > asked\ncat told >&2\nexit {code}\n')
    hero.chmod(0o755)
    (tmp_path / "told").write_text(SAID)
    summary = tmp_path / "summary"
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", SCRIPT],
        cwd=tmp_path,
        env=os.environ | {"GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode == 0) == goes_on
    assert "--strict" not in (tmp_path / "asked").read_text()
    assert SAID in done.stderr
    assert summary.read_text() == "".join(f"    {line}\n" for line in SAID.splitlines())
