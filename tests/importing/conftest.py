"""The real proposals: the folder that HERO_CORPUS names, or the one beside the repository."""

import os
from pathlib import Path

import pytest

from tests.importing.verb import lay_out

BESIDE = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real proposals; without one the test is skipped."""
    folder = Path(os.environ.get("HERO_CORPUS") or BESIDE)
    if not (folder / "eip.jsonl").is_file():
        pytest.skip(f"there are no real proposals in {folder}: HERO_CORPUS names their folder")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registry without ideas, beside a source and the small mapping."""
    return lay_out(tmp_path)
