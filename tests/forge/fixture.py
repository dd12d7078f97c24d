"""A forge for a test: served on loopback, and held to GitHub's description once the test is over.

A folder of tests has it by `from tests.forge.fixture import forge` in its conftest.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forge.descriptions.fetch import NotFetched, locked
from tests.forge.descriptions.fetch import described as fetched
from tests.forge.forge import Forge


@pytest.fixture(scope="session")
def descriptions() -> None:
    """Have GitHub's descriptions. Without them tests are skipped, and in CI they fail."""
    try:
        for each in locked():
            fetched(each.name)
    except NotFetched as wrong:
        if os.environ.get("CI"):
            pytest.fail(str(wrong))
        pytest.skip(str(wrong))


@pytest.fixture
def forge(tmp_path: Path, descriptions: None) -> Iterator[Forge]:
    """Serve a forge; what was not as GitHub describes it fails the test at its end."""
    with Forge(tmp_path / "forge") as served:
        yield served
    differences = served.differences()
    assert not differences, "Not as GitHub describes it:\n" + "\n".join(differences)
