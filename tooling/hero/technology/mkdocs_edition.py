"""From what a site is made: the commit, and the day at which it stands."""

from pathlib import Path

from hero.registry.registry import Registry
from hero.site.page import Edition
from hero.technology.clock import today
from hero.technology.git import commit_of


def edition_of(root: Path, registry: Registry) -> Edition:
    """The commit that is checked out, and the example's day or today."""
    return Edition(commit_of(root), registry.network.as_of or today())
