"""What tests of threats share: a small registry with its forge in memory."""

from pathlib import Path

import pytest

from tests.reconcile.town import Town


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A registry, nothing proposed yet."""
    return Town(tmp_path / "registry")
