"""`hero schema`: the JSON Schema of the files of a registry."""

from pathlib import Path

import click

from hero.cli.registry import read_from, root_option
from hero.registry.registry import IDEAS
from hero.technology.folder import Folder

#: The kinds of files; a test holds this against the models.
KINDS = (
    "idea", "pipeline", "themes", "roster", "people", "recognition", "answers", "signatures",
    "challenge", "network",
)  # fmt: skip


class Words(Folder):
    """A registry's policies without its ideas, which say nothing about what words are valid."""

    def paths(self, under: str) -> list[str]:
        """The files below, and none for ideas."""
        return [] if under == IDEAS else super().paths(under)


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), default="idea")
@root_option
@click.option("--write", is_flag=True, help="Write ideas/schema.json and the issue form.")
def command(kind: str, root: Path, write: bool) -> None:
    """Print the JSON Schema of a kind of file.

    Editors read it from ideas/schema.json by the first line of every idea file, and then offer
    fields and valid words while one types. The schema of ideas has this registry's own words:
    write it again after a change of themes, challenges or stages. With it goes the issue form,
    which asks for an idea in the same words.
    """
    from hero.registry.form import CHOOSER, FORM, chooser_text, form_text
    from hero.registry.json_schema import IDEA_SCHEMA, schema_text

    if write and kind != "idea":
        raise click.UsageError("Only the schema of ideas is kept in a file.")
    registry = read_from(Words(root)) if kind == "idea" else None
    text = schema_text(kind, registry)
    if not write or registry is None:
        click.echo(text, nl=False)
        return
    made = {IDEA_SCHEMA: text, FORM: form_text(registry), CHOOSER: chooser_text(registry)}
    for path, content in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    click.echo(f"Wrote {', '.join(made)}.", err=True)
