"""`hero init`: a fresh copy of the example becomes a registry of one's own."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.registry import read, read_from, root_option
from hero.cli.report import printable
from hero.registry.failure import Failed
from hero.registry.registry import Registry

if TYPE_CHECKING:
    from hero.registry.beginning.own import Own
    from hero.registry.rewriting import Rewriting

_PARTS = ("ideas", "playbooks", ".github")


@click.command("init")
@root_option
@click.option("--name", help="What the network is called.")
@click.option("--organisation", help="Whose network it is.")
@click.option("--repository", metavar="OWNER/NAME", help="Without it, git's origin.")
@click.option("--forge", metavar="URL", help="Without it, the host of git's origin.")
@click.option("--branch", default="main", show_default=True, help="The branch that counts.")
@click.option("--site", metavar="URL", help="Without it, where GitHub Pages puts the site.")
@click.option("--audience", type=click.Choice(["public", "internal"]), help="Who may read it.")
@click.option("--theme", "themes", multiple=True, metavar="NAME[: ABOUT]", help="A field of work.")
@click.option(
    "--advocate", "advocates", multiple=True, metavar="LOGIN[:THEME,…]", help="Who helps ideas."
)
@click.option("--owner", "owners", multiple=True, metavar="@LOGIN|@ORG/TEAM", help="Code owners.")
@click.option("--holidays", multiple=True, metavar="REGION", help="Whose holidays count: GB-ENG.")
@click.option(
    "--workflows",
    type=click.Choice(["copied", "by-reference"]),
    default="copied",
    show_default=True,
    help="Keep Hero's workflows and tooling here, or take them by version from --hero.",
)
@click.option("--hero", "source", metavar="OWNER/NAME@VERSION", help="Whence: a tag or a commit.")
@click.option("--force", is_flag=True, help="Begin anew where this is no example any more.")
@click.option("--apply", "spend", is_flag=True, help="Do what is planned; else it is only shown.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(root: Path, force: bool, spend: bool, form: str, **given: Any) -> int:
    """Make a fresh copy of the example a registry of your own.

    Writes your facts, themes and advocates, and takes the example out: its ideas, challenges,
    people, and what the playbooks say of it. At a terminal, what is not given is asked for.
    Advocates are looked up on GitHub for their account numbers; write LOGIN#NUMBER to do without.
    LOGIN/UNIT says in which part of the organisation they work.

    \b
    Examples:
      hero init
      hero init --name "Acme Ideas" --organisation Acme --theme "Delivery: from merge to users" \\
                --theme Security --advocate ada:delivery --advocate bob --apply
    """
    from hero.cli.init_asked import own_from
    from hero.cli.init_shown import facts, plan
    from hero.technology.rewritings import spend as spend_on

    before = read(root)
    _refuse(root, before, force)
    own = own_from(root, given)
    rewritings = _planned(root, before, own, given)
    if form == "json":
        click.echo(json.dumps({"facts": facts(own), "files": _rows(rewritings)}, indent=2))
    else:
        click.echo(plan(own, rewritings), nl=False)
    spend = spend or _agreed(form)
    if not spend:
        click.echo("Nothing is written yet: --apply does it.", err=True)
        return 0
    spend_on(root, rewritings)
    afresh = _AFRESH if given["workflows"] == "by-reference" else ""
    click.echo(_NEXT.format(afresh=afresh), err=True)
    return 0


_NEXT = """\
Done. What now:
  git add --all && git commit -m "Begin our own registry" && git push
{afresh}\
  hero doctor      # says what is still to be set up on GitHub, and where
  hero new         # the first idea
README.md still speaks of Hero's example: put your own words there."""

#: The Hero that runs this was just taken away.
_AFRESH = "  make .venv/hero  # Hero at its version, in place of the tooling that was here\n"


def _refuse(root: Path, before: Registry, force: bool) -> None:
    """Refuse what is no example, and what could not be got back."""
    from hero.technology.rewritings import uncommitted

    if not before.network.example and not force:
        name = printable(before.network.name)
        words = f"This registry is {name}'s own already, with {len(before.ideas)} ideas."
        raise click.UsageError(f"{words} --force removes them all and begins anew.")
    if changed := uncommitted(root, *_PARTS):
        words = f"{printable(changed[0])} is not committed, and could not be got back"
        raise Failed(words, "commit it, or take it away; then run this again")


def _planned(root: Path, before: Registry, own: "Own", given: Any) -> "list[Rewriting]":
    """All rewritings, with what follows from the others, held against the rules."""
    from hero.reconcile.overlay import Overlay
    from hero.registry.beginning.begin import begin
    from hero.registry.rewriting import Rewriting, over
    from hero.technology.folder import Folder
    from hero.technology.rewritings import files_below

    files = files_below(root, *_PARTS)
    made = begin(files, before.network, own)
    after = read_from(Overlay(Folder(root), over(made)))
    _hold(after)
    follows = _following(after)
    made = [each for each in made if each.path not in follows]
    made += [
        Rewriting(path, files.get(path), raw, "your own themes, for editors and the form")
        for path, raw in follows.items()
        if raw != files.get(path)
    ]
    if given["workflows"] == "by-reference":
        from hero.cli.init_callers import by_reference

        made = by_reference(root, made, given["source"], own)
    return sorted(made, key=lambda each: each.path)


def _following(after: Registry) -> dict[str, bytes]:
    """What `hero schema --write` makes of the new words."""
    from hero.registry.form import CHOOSER, FORM, chooser_text, form_text
    from hero.registry.json_schema import IDEA_SCHEMA, schema_text

    texts = {
        IDEA_SCHEMA: schema_text("idea", after),
        FORM: form_text(after),
        CHOOSER: chooser_text(after),
    }
    return {path: text.encode() for path, text in texts.items()}


def _hold(after: Registry) -> None:
    """Raise a usage error where what was said would not hold: nothing is written then."""
    from hero.registry.diagnostic import Severity
    from hero.rules import check

    wrong = [each for each in check(after) if each.severity is Severity.ERROR]
    if wrong:
        first = wrong[0]
        words = "; ".join([first.message, *first.help])
        raise click.UsageError(printable(f"{first.place.path} would be wrong: {words}."))


def _agreed(form: str) -> bool:
    """Ask whether to do it, where somebody is there to say so."""
    import sys

    return form == "text" and sys.stdin.isatty() and click.confirm("Do this now?", err=True)


def _rows(rewritings: "list[Rewriting]") -> list[dict[str, str]]:
    return [{"do": each.deed, "path": each.path, "why": each.about} for each in rewritings]
