"""What tests of the adapter share: GitHub's stand-in, and worlds that keep the port."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forge.descriptions.fetch import NotFetched, described, locked
from tests.forge.fixture import descriptions
from tests.forge.forge import Forge
from tests.github.worlds import Held, Stood, World

__all__ = ["descriptions"]

#: The stand-in does not escape the names of labels in addresses, and GraphQL is not described.
KNOWN = re.compile(r'/labels/[^"]*" is not a "uri"|POST /graphql 401')


@pytest.fixture(scope="session")
def schema() -> Path:
    """GitHub's description of its GraphQL. Without it tests are skipped, and in CI they fail."""
    try:
        return next(described(one.name) for one in locked() if one.name.endswith(".graphql"))
    except NotFetched as wrong:
        if os.environ.get("CI"):
            pytest.fail(str(wrong))
        pytest.skip(str(wrong))


@pytest.fixture
def forge(tmp_path: Path, descriptions: None) -> Iterator[Forge]:
    """GitHub's stand-in; every request and answer is held to GitHub's description at the end."""
    with Forge(tmp_path / "forge") as served:
        yield served
    assert [each for each in served.differences() if not KNOWN.search(each)] == []


@pytest.fixture
def stood(forge: Forge) -> Stood:
    """GitHub's adapter over the stand-in."""
    return Stood(forge)


@pytest.fixture(params=["memory", "github"])
def world(request: pytest.FixtureRequest) -> World:
    """The same repository in memory, and on the stand-in behind GitHub's adapter."""
    if request.param == "memory":
        return Held()
    return Stood(request.getfixturevalue("forge"))
