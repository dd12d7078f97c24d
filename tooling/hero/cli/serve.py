"""`hero serve`: the site on this machine, made again when a file changes."""

from pathlib import Path

import click

from hero.cli.registry import root_option


@click.command("serve")
@root_option
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where."
)
def command(root: Path, port: int) -> None:
    """Serve the site on this machine while you edit.

    Only this machine can see it. The site is made again whenever an idea or a playbook changes;
    Ctrl+C stops it.
    """
    from hero.technology.mkdocs_build import serve

    click.echo("Building the site.", err=True)
    serve(root, port, lambda at: click.echo(f"Serving {at} until Ctrl+C.", err=True))
