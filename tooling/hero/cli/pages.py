"""`hero pages`: the site's pages as files for any engine."""

from pathlib import Path

import click

from hero.cli.counted import counted, signals_option
from hero.cli.registry import read, root_option


@click.command("pages")
@root_option
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to write; what an earlier run wrote there and this one does not is removed.",
)
@signals_option
def command(root: Path, out: Path, signals: Path | None) -> None:
    """Write the site's pages as plain Markdown.

    Each page becomes a Markdown file with its title and description up front, each chart an image;
    playbooks come with their policies filled in and with what stands beside them; feeds, calendar
    and the JSON API are there too. MkDocs and Zensical build a site of the tree.
    """
    from hero.rules import RULES
    from hero.site.window import Window
    from hero.technology.mkdocs_edition import edition_of
    from hero.technology.pages_out import write_tree

    registry = read(root)
    window = Window(registry, edition_of(root, registry), RULES, counted(signals))
    count = write_tree(window, root, out)
    click.echo(f"Wrote {count:,} files below {out}.", err=True)
