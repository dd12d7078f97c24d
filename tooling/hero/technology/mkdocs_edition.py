"""From what a site is made: the commit, and the day at which it stands."""

from pathlib import Path

from hero.registry.registry import Registry
from hero.site.page import Edition
from hero.technology.clock import today
from hero.technology.git import commit_of, committed_at


def edition_of(root: Path, registry: Registry) -> Edition:
    """The commit that is checked out, with its moment, and the day: the example's own, or today.

    An example stands at a day of its own, to which the moment of a commit says nothing.
    """
    commit, fixed = commit_of(root), registry.network.as_of
    moment = committed_at(root, commit) if commit and not fixed else None
    return Edition(commit, fixed or today(), moment)
