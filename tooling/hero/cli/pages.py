"""`hero pages`: the site's pages as files for any engine."""

from pathlib import Path

import click

from hero.cli.registry import read, root_option


@click.command("pages")
@root_option
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to write; files that are there already are written over.",
)
def command(root: Path, out: Path) -> None:
    """Write the site's pages for any engine.

    Each page becomes a Markdown file with its title and description up front and its content as
    HTML; playbooks come with their policies filled in; the JSON API and the style are beside
    them. MkDocs, Zensical and other engines for Markdown build a site of the tree.
    """
    from hero.rules import RULES
    from hero.site.window import Window
    from hero.technology.mkdocs_edition import edition_of
    from hero.technology.pages_out import write_tree

    registry = read(root)
    count = write_tree(Window(registry, edition_of(root, registry), RULES), root, out)
    click.echo(f"Wrote {count:,} files below {out}.", err=True)
