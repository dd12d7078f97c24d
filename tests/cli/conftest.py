"""A small registry to run verbs on, and a way to run them as a user does."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

IDEA = """\
# yaml-language-server: $schema=../schema.json
title: Quarantine flaky tests automatically
theme: delivery
problem: Every fourth build fails for no reason.
proposal: |
  Move a test that fails twice to a list. It no longer blocks.
benefit: Fewer retries.
proposers: [example-ada]
"""


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """The shipped policies with one idea of its own."""
    root = tmp_path / "registry"
    shutil.copytree(Path(__file__).parents[2] / "playbooks", root / "playbooks")
    (root / "ideas" / "2026").mkdir(parents=True)
    (root / "ideas" / "2026" / "quarantine-flaky-tests.yml").write_text(IDEA, encoding="utf-8")
    return root


@pytest.fixture
def hero(registry: Path, tmp_path: Path) -> Run:
    """Run `hero WORDS…` in the registry, with nobody's settings but the test's own."""

    def run(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        environment = kept | {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"} | settings
        return subprocess.run(
            [sys.executable, "-m", "hero", *words],
            cwd=registry,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )

    return run
