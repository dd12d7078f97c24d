"""`hero init --workflows by-reference`: nothing of Hero is kept here but its version."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.registry.beginning.callers import (
    Whence,
    caller,
    requirement,
    thin_makefile,
    whence,
)
from hero.registry.beginning.own import NotMeant
from hero.registry.rewriting import Rewriting

if TYPE_CHECKING:
    from hero.registry.beginning.own import Own

#: What belongs to those who change Hero itself.
TOOLING = ("tooling", "tests", ".ci", "pyproject.toml", "requirements/dev.txt")
HOOKS = ".pre-commit-hooks.yaml"
_WORKFLOWS, _MAKEFILE = ".github/workflows/", "Makefile"
_HERO, _DEPENDABOT = "requirements/hero.txt", ".github/dependabot.yml"

_UPDATES = """\
version: 2
updates:
  # Offers newer versions of Hero's workflows. requirements/hero.txt has to name the same one.
  - package-ecosystem: github-actions
    directory: /
    schedule: {interval: weekly}
    # Most harmful releases are found and withdrawn within days.
    cooldown: {default-days: 7}
"""


def by_reference(root: Path, made: list[Rewriting], source: str, own: "Own") -> list[Rewriting]:
    """The rewritings with those that put callers in the place of workflows and tooling.

    Raises a usage error where it is not said whence Hero comes.
    """
    try:
        found = whence(source)
    except NotMeant as error:
        raise click.UsageError(f"{str(error)[0].upper()}{str(error)[1:]}.") from error
    more = {each.path: each for each in _all(root, found, own)}
    return [*(each for each in made if each.path not in more), *more.values()]


def _all(root: Path, source: Whence, own: "Own") -> Iterator[Rewriting]:
    from hero.technology.rewritings import files_below, tracked

    for path in tracked(root, *TOOLING, HOOKS):
        raw = (root / path).read_bytes()
        yield Rewriting(path, raw, None, f"Hero's tooling comes from {source.repository}")
    for path, raw in files_below(root, _WORKFLOWS.rstrip("/")).items():
        text = caller(raw.decode(), path, source)
        if text is not None:
            yield Rewriting(path, raw, text.encode(), f"calls {source.repository}")
    wanted = {
        _MAKEFILE: thin_makefile(_text(root, _MAKEFILE)),
        _HERO: requirement(own.forge, source),
        _DEPENDABOT: _UPDATES,
    }
    for path, text in wanted.items():
        target = root / path
        before = target.read_bytes() if target.is_file() else None
        if text and before != text.encode():
            yield Rewriting(path, before, text.encode(), f"Hero at {source.version}")


def _text(root: Path, path: str) -> str:
    target = root / path
    return target.read_text(encoding="utf-8") if target.is_file() else ""
