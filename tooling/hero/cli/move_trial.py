"""A change of ideas held against the rules before it is written, and written all or none."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from hero.cli import report
from hero.cli.registry import read, read_from
from hero.process.edits import Edit
from hero.registry.conditions.case import Facts
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.failure import Failed
from hero.registry.registry import Registry
from hero.rules.trial import Trial, tried


def trial(root: Path, registry: Registry, edits: Sequence[Edit], facts: Facts) -> Trial:
    """What `hero check --base` would say of the edits, before they are made.

    The base is where this branch left the one that counts; outside of git, the files as they are.
    """
    paths = frozenset(each.path for each in edits)
    only = paths.__contains__
    base, changed = _base(root, registry, paths)
    return tried(base, registry, edits, facts, partial(read_from, only=only), changed)


def _base(root: Path, registry: Registry, paths: frozenset[str]) -> tuple[Registry, frozenset[str]]:
    """What to compare with, and the files that have changed since."""
    from hero.technology.git_change import compare

    branch = registry.network.branch
    for name in (f"origin/{branch}", branch):
        try:
            comparison = compare(root, name, None)
            if comparison.note:
                continue
            base = read(root, comparison.base, paths.__contains__)
        except Failed:
            continue
        # A commit from before there was a registry here tells nothing.
        if {"pipeline", "roster"} <= base.sound:
            return base, comparison.paths
    return registry, frozenset()


def told(found: Sequence[Diagnostic], paint: report.Paint) -> Iterator[str]:
    """Diagnostics of files as they would be: what, and what to do."""
    for each in found:
        label = paint(f"{each.severity}[{each.rule}]", each.severity)
        yield f"{label}: {report.printable(each.message)}"
        yield from (f"  = help: {report.printable(words)}" for words in each.help)


def advice(found: Sequence[Diagnostic], name: str, number: int) -> list[Diagnostic]:
    """What is no error, and about the new part of a list."""
    return [
        each
        for each in found
        if each.severity is Severity.WARNING and each.place.route[:2] == (name, number)
    ]


def notes(trial: Trial) -> Iterator[str]:
    """What is no fault of the change itself, but of the pull that it would go into."""
    for each in trial.mixed:
        yield f"Note: {report.printable(each.message)}: {'; '.join(each.help)}."


def write(root: Path, edits: Sequence[Edit]) -> None:
    """Write the files, one after the other, each whole or not at all. Raises Failed."""
    from hero.technology.rewrite import rewrite_all

    rewrite_all(root, [(each.path, each.before, each.after) for each in edits])


def diff(edits: Sequence[Edit]) -> Iterator[str]:
    """How the files would change, line by line."""
    from hero.cli.fixes import unified

    for each in edits:
        yield from unified(each.path, each.before, each.after)
