"""`hero audit`: hold the files against what git has seen."""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli.registry import idea_slug, read, root_option
from hero.cli.since import since_option
from hero.registry.failure import Failed

if TYPE_CHECKING:
    from hero.registry.policies import Network
    from hero.technology.history import History


@click.command("audit")
@click.argument("idea", metavar="[SLUG|PATH]", required=False)
@root_option
@since_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(idea: str | None, root: Path, since: dt.date | None, form: str) -> int:
    """Hold the files against git: who brought each decision, and was anything changed since?

    Everything up to the commit that is checked out counts, from the day on that `audit_from` in
    network.yml names; where this was a copy of the example, what that left behind does not. With
    a SLUG, also show who brought each decision and who wrote the text.

    \b
    Examples:
      hero audit
      hero audit quarantine-flaky-tests
      hero audit --since 2026-11-01 --format json
    """
    from hero.cli import audit_report as report
    from hero.process.audit.ledger import chosen
    from hero.technology.history import history

    registry = read(root) if idea else None
    slug = idea_slug(registry, idea) if registry and idea else None
    network = registry.network if registry else _network(root)
    whole = history(root, facts=bool(slug) or form == "json")
    _must_reach(whole, network)
    begin = max(filter(None, (network.audit_from, since)), default=None)
    theirs = frozenset() if network.example else _theirs(root)
    found = [each for each in chosen(whole.remarks, slug, begin) if each.commit not in theirs]
    if form == "json":
        click.echo(json.dumps(report.plain(whole, found, slug, begin), indent=2))
        return int(bool(found))
    if registry and slug:
        _print(report.of_idea(registry, slug, whole.facts.get(slug)))
    _print(report.remarks(found, alone=slug is not None))
    _print(report.summary(whole, found, begin, network))
    return int(bool(found))


def _theirs(root: Path) -> frozenset[str]:
    """The commits of the example that this registry was copied from."""
    from hero.technology.history_own import of_the_example

    return of_the_example(root)


def _network(root: Path) -> "Network":
    """The network's facts alone: the ideas are read out of git."""
    from hero.registry.fallbacks import FALLBACKS
    from hero.registry.registry import POLICIES, POLICY_BYTES, load
    from hero.technology.folder import Folder

    path, model, _ = POLICIES["network"]
    network: Network = load(Folder(root), path, POLICY_BYTES, model)[0] or FALLBACKS["network"]
    return network


def _must_reach(whole: "History", network: "Network") -> None:
    """Raise Failed where a shallow clone does not reach back to where the audit begins."""
    from hero.process.witness import day_of

    if whole.shallow_from is None:
        return
    begins, audit_from = day_of(whole.shallow_from), network.audit_from
    if audit_from is None or begins >= audit_from:
        wanted = f"the audit begins on {audit_from}" if audit_from else "the audit needs all of it"
        raise Failed(
            f"this clone is shallow: its history begins on {begins}, and {wanted}",
            "run `git fetch --unshallow`; in a workflow, check out with `fetch-depth: 0`",
        )


def _print(lines: Iterable[str]) -> None:
    from hero.cli.report import printable

    for line in lines:
        click.echo(printable(line))
