"""What tests of the workflows share: GitHub's descriptions, and the key of an App."""

from tests.forge.fixture import descriptions
from tests.github.test_connect import keys

__all__ = ["descriptions", "keys"]
