"""`hero schema`: the JSON Schema of the files of a registry."""

from pathlib import Path

import click

from hero.cli.registry import root_option

#: The kinds of files; a test holds this against the models.
KINDS = ("idea", "pipeline", "themes", "roster", "people", "challenge", "network")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), default="idea")
@root_option
@click.option("--write", is_flag=True, help="Write ideas/schema.json, which idea files refer to.")
def command(kind: str, root: Path, write: bool) -> None:
    """Print the JSON Schema of a kind of file.

    Editors read it from ideas/schema.json by the first line of every idea file, and then offer
    fields and valid words while one types.
    """
    from hero.registry.json_schema import IDEA_SCHEMA, schema_text

    if not write:
        click.echo(schema_text(kind), nl=False)
        return
    if kind != "idea":
        raise click.UsageError("Only the schema of ideas is kept in a file.")
    (root / IDEA_SCHEMA).write_text(schema_text(kind), encoding="utf-8")
    click.echo(f"Wrote {IDEA_SCHEMA}.", err=True)
