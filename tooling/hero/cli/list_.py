"""`hero list`: the ideas of a registry, as a table or for programs."""

import csv
import io
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from hero.cli.registry import read, root_option
from hero.registry.cells import unrun
from hero.registry.registry import Registry

FORMATS = ("table", "json", "csv")


@click.command("list")
@root_option
@click.option("--stage", help="Only ideas in this stage.")
@click.option("--theme", help="Only ideas of this theme.")
@click.option("--proposer", metavar="LOGIN", help="Only ideas that this person proposes.")
@click.option("--advocate", metavar="LOGIN", help="Only ideas that this advocate helps.")
@click.option("--challenge", help="Only answers to this challenge.")
@click.option("--tag", help="Only ideas with this tag.")
@click.option("--text", metavar="WORDS", help="Only ideas that have all these words.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
def command(root: Path, form: str, text: str | None, **filters: str | None) -> None:
    """List ideas, the last moved first.

    \b
    Examples:
      hero list --stage exploring
      hero list --text "flaky test" --format csv
    """
    from hero.registry.summary import row

    registry = read(root)
    wanted = {name: value for name, value in filters.items() if value}
    for name, value in wanted.items():
        _must_be_known(registry, name, value)
    rows = [row(registry, slug) for slug in registry.ideas]
    chosen = [asdict(each) for each in rows if _fits(asdict(each), wanted)]
    if text:
        chosen = [each for each in chosen if _says(registry, each["slug"], text)]
    chosen.sort(key=lambda each: (str(each["moved_on"] or ""), each["slug"]), reverse=True)
    {"json": _json, "csv": _csv, "table": _table}[form](chosen)


def _fits(row: dict[str, Any], wanted: dict[str, str]) -> bool:
    """Logins are compared as GitHub does, without regard to case."""
    for name, value in wanted.items():
        held = row[_COLUMNS.get(name, name)]
        if isinstance(held, tuple):
            if value.lower() not in (each.lower() for each in held):
                return False
        elif held != value:
            return False
    return True


_COLUMNS = {"proposer": "proposers", "advocate": "advocates", "tag": "tags"}


def _must_be_known(registry: Registry, name: str, value: str) -> None:
    """A filter that can match nothing is a slip: say so, and what was probably meant."""
    from hero.rules.wording import nearest

    known = {
        "stage": [stage.id for stage in registry.pipeline.stages],
        "theme": [*(theme.id for theme in registry.themes.themes), "unsure"],
        "challenge": list(registry.challenges),
    }.get(name)
    if known is None or value in known:
        return
    near = nearest(value, known)
    hint = f" Did you mean {near!r}?" if near else f" It can be {', '.join(known) or 'nothing'}."
    raise click.UsageError(f"There is no {name} {value!r}.{hint}")


def _says(registry: Registry, slug: str, text: str) -> bool:
    idea = registry.ideas[slug]
    parts = (slug, idea.title, idea.summary or "", idea.problem, idea.proposal, idea.benefit)
    held = "\n".join(parts).casefold()
    return all(word in held for word in text.casefold().split())


def _json(rows: list[dict[str, Any]]) -> None:
    click.echo(json.dumps(rows, indent=2, default=str))


def _csv(rows: list[dict[str, Any]]) -> None:
    from hero.registry.summary import Row

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row.__dataclass_fields__)
    for row in rows:
        writer.writerow(cell(value) for value in row.values())
    click.echo(out.getvalue(), nl=False)


def cell(value: Any) -> str:
    """A value as a spreadsheet shows it: plain text, never a formula."""
    from hero.cli.report import printable

    words = " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return unrun(printable(words))


def _table(rows: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from hero.cli.report import printable

    if not rows:
        click.echo("No ideas.", err=True)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("moved", "stage", "theme"):
        table.add_column(name, no_wrap=True)
    table.add_column("slug", overflow="fold")
    table.add_column("title", min_width=24, overflow="fold")
    for row in rows:
        cells = (row["moved_on"] or "", row["stage"], row["theme"], row["slug"], row["title"])
        table.add_row(*(Text(printable(str(cell))) for cell in cells))
    # A pipe has no width: give each idea one line, so that `grep` finds it whole.
    Console(width=None if sys.stdout.isatty() else 240).print(table)
