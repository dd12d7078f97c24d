"""The registry and the command that the tests of verbs use."""

from tests.cli.conftest import hero, registry

__all__ = ["hero", "registry"]
