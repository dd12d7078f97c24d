"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.setup.browser import MISSING, find

# A busy machine is no failure, so no example has a time limit.
settings.register_profile("explore", settings(), deadline=None)
# A change is judged by the same examples each time; `make prove` looks for new ones.
settings.register_profile("hero", settings(), deadline=None, derandomize=True, database=None)
settings.load_profile("explore" if os.environ.get("HERO_EXPLORE") else "hero")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `make bless` passes on."""
    parser.addoption("--bless", action="store_true", help="rewrite the expected outputs")


@pytest.fixture(scope="session")
def bless(pytestconfig: pytest.Config) -> bool:
    """Whether to write what came out as what is expected, in place of comparing the two."""
    return bool(pytestconfig.getoption("--bless"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real proposals; without one the test is skipped."""
    folder = os.environ.get("HERO_CORPUS")
    if not folder:
        pytest.skip("HERO_CORPUS names no folder of real proposals")
    return Path(folder)


@pytest.fixture(scope="session")
def chrome() -> str:
    """The path of Chromium or Chrome; without one the test is skipped (`make test` sees to one)."""
    path = find()
    if path is None:
        pytest.skip(MISSING)
    return path
